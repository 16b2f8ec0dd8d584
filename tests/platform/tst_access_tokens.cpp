// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth_world.h"

#include "contract/crypto/jwt.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <rapidcheck.h>

using namespace testing;

class TestAccessTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // RFC 9068 and our own claims, checked through the published key set alone.
    void tokenIsAJwtThatTheKeySetVerifies()
    {
        Platform platform;
        const QByteArray token = platform.token(1, "&scope=orders:read");
        const auto keys = parseJwkSet(platform.send(Platform::get("/oauth2/jwks")).body);
        QVERIFY(keys.has_value());
        const auto jws = verifyJws(token, u"at+jwt"_s, [&](const QString &id) -> std::optional<VerifyKey> {
            for (const VerifyKey &key : *keys) {
                if (key.thumbprint() == id)
                    return key;
            }
            return std::nullopt;
        });
        QVERIFY(jws.has_value());
        const QJsonObject claims = QJsonDocument::fromJson(jws->payload).object();
        QCOMPARE(claims.value("iss"_L1).toString(), u"https://platform.example"_s);
        QCOMPARE(claims.value("aud"_L1).toString(), u"https://platform.example/api"_s);
        QCOMPARE(claims.value("client_id"_L1).toString().toLatin1(), Platform::clientId(1));
        QCOMPARE(claims.value("sub"_L1), claims.value("client_id"_L1));
        QCOMPARE(claims.value("scope"_L1).toString(), u"orders:read"_s);
        QCOMPARE(claims.value("partner_id"_L1).toString(), u"prt_1"_s);
        QCOMPARE(claims.value("gen"_L1).toInt(), 1);
        QCOMPARE(claims.value("realm"_L1).toString(), u"prd"_s);
        QCOMPARE(claims.value("exp"_L1).toInteger() - claims.value("iat"_L1).toInteger(), 600);
        QVERIFY(!claims.value("jti"_L1).toString().isEmpty());
        QVERIFY(platform.token(1) != token);
    }

    // Anything but our own signature over our own issuer and audience is refused, whatever was changed.
    void damagedTokensAreRefused()
    {
        Platform platform;
        const QByteArray token = platform.token(1);
        QVERIFY(std::holds_alternative<presented::Token>(platform.tokens->read(token)));
        QVERIFY(rc::check("every changed byte is noticed", [&] {
            QByteArray changed = token;
            const auto at = *rc::gen::inRange<qsizetype>(0, token.size());
            changed[at] = static_cast<char>(*rc::gen::inRange(33, 127));
            RC_PRE(changed != token);
            RC_ASSERT(std::holds_alternative<presented::BadToken>(platform.tokens->read(changed)));
        }));
        Platform other; // another key
        QVERIFY(std::holds_alternative<presented::BadToken>(other.tokens->read(token)));
    }

    void keysPersistAndRotate()
    {
        QTemporaryDir dir;
        SystemRandom random;
        QString why;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto first = TokenKeys::open(dir.path(), now, random, &why);
        QVERIFY2(first.has_value(), qPrintable(why));
        const auto again = TokenKeys::open(dir.path(), now, random, &why);
        QCOMPARE(again->signing().verifyKey().thumbprint(), first->signing().verifyKey().thumbprint());
        QCOMPARE(again->published().size(), 1);
        const auto rotated =
            TokenKeys::open(dir.path(), now.addDays(TokenKeys::rotateAfterDays), random, &why);
        QVERIFY(rotated->signing().verifyKey().thumbprint() != first->signing().verifyKey().thumbprint());
        QVERIFY(rotated->find(first->signing().verifyKey().thumbprint()).has_value());
        // The new key's file is from today: an hour later the old one has gone.
        const auto later =
            TokenKeys::open(dir.path(), now.addSecs(TokenKeys::keepOldSeconds + 60), random, &why);
        QCOMPARE(later->published().size(), 1);
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files).size(), 1);
        const QString file = dir.filePath(QDir(dir.path()).entryList(QDir::Files).constFirst());
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        QVERIFY(!TokenKeys::open(dir.path(), now, random, &why).has_value());
    }
};

QTEST_APPLESS_MAIN(TestAccessTokens)
#include "tst_access_tokens.moc"
