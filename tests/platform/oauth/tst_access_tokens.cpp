// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/oauth/oauth_fixture.h"

#include "contract/crypto/jwt.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <rapidcheck.h>

#include <sys/stat.h>

using namespace testing;

namespace {

/// Keys that several openers of one directory share.
TokenKeys keysIn(const QString &directory, const QDateTime &now = toDateTime(noon()))
{
    SystemRandom random;
    QString why;
    auto keys = TokenKeys::open(directory, now, random, &why);
    Q_ASSERT(keys);
    return std::move(*keys);
}

struct Signer
{
    QTemporaryDir dir;
    TokenKeys keys = keysIn(dir.path());
    AccessTokens tokens{keysIn(dir.path()), u"https://platform.example"_s};

    [[nodiscard]] Presented read(const QJsonObject &claims) const
    {
        return tokens.read(
            signJws(QJsonDocument(claims).toJson(QJsonDocument::Compact), u"at+jwt"_s, keys.signing()));
    }
};

QJsonObject goodClaims()
{
    return {{u"iss"_s, u"https://platform.example"_s},
            {u"aud"_s, u"https://platform.example/api"_s},
            {u"sub"_s, u"crd_0123456789abcdef"_s},
            {u"client_id"_s, u"crd_0123456789abcdef"_s},
            {u"jti"_s, u"j"_s},
            {u"iat"_s, 1'700'000'000},
            {u"exp"_s, 1'700'000'600},
            {u"scope"_s, u"a b"_s},
            {u"partner_id"_s, u"prt_1"_s},
            {u"gen"_s, 2},
            {u"realm"_s, u"prd"_s}};
}

} // namespace

class TestAccessTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void claimsAreTakenWhole();
    void claimsAreChecked_data();
    void claimsAreChecked();
    void mintedClaimsAreReadBack();
    void keysHaveTheirDays();
    void strayFilesAreNoKeys();

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

    /// Whatever became of its end, and whatever others signed for the same issuer.
    void aTokenOfOursIsKnownByItsKey()
    {
        Platform platform;
        const QByteArray token = platform.token(1);
        QVERIFY(platform.tokens->isOurs(token));
        QVERIFY(platform.tokens->isOurs(token.chopped(1)));
        QVERIFY(platform.tokens->isOurs(QByteArray(token + ".x")));
        Platform other;
        QVERIFY(!other.tokens->isOurs(token));
        for (const QByteArray &none : {QByteArray(), QByteArray("."), QByteArray("a.b.c"), token.mid(1),
                                       QByteArray("eyJraWQiOiIifQ.e30.x"), token.first(token.indexOf('.'))})
            QVERIFY(!platform.tokens->isOurs(none));
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

void TestAccessTokens::claimsAreTakenWhole()
{
    const Signer signer;
    const Presented read = signer.read(goodClaims());
    const auto *token = std::get_if<presented::Token>(&read);
    QVERIFY(token);
    QCOMPARE(token->claims.id16, QByteArray("0123456789abcdef"));
    QCOMPARE(token->claims.jti, QByteArray("j"));
    QCOMPARE(token->claims.partnerId, u"prt_1"_s);
    QCOMPARE(token->claims.generation, 2);
    QCOMPARE(token->claims.realm, Realm::Production);
    QCOMPARE(token->claims.scopes, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(token->claims.issuedAt.time_since_epoch(), std::chrono::milliseconds(1'700'000'000s));
    QCOMPARE(token->claims.expiresAt.time_since_epoch(), std::chrono::milliseconds(1'700'000'600s));
    QVERIFY(!token->claims.probe);
    // Only the service's own say that they are a probe, and they say it with a truth value.
    for (const auto &[value, probe] : std::initializer_list<std::pair<QJsonValue, bool>>{
             {true, true}, {false, false}, {1, false}, {u"true"_s, false}}) {
        QJsonObject claims = goodClaims();
        claims.insert(u"probe"_s, value);
        const Presented other = signer.read(claims);
        QCOMPARE(std::get<presented::Token>(other).claims.probe, probe);
    }
}

void TestAccessTokens::claimsAreChecked_data()
{
    QTest::addColumn<QString>("claim");
    QTest::addColumn<QJsonValue>("value"); // undefined: left out
    QTest::addColumn<bool>("taken");
    const auto row = [](const char *claim, const char *what, const QJsonValue &value, bool taken = false) {
        QTest::addRow("%s %s", claim, what) << QString::fromLatin1(claim) << value << taken;
    };
    const QJsonObject good = goodClaims();
    for (auto claim = good.begin(); claim != good.end(); ++claim) {
        const QByteArray name = claim.key().toLatin1();
        row(name, "left out", QJsonValue(QJsonValue::Undefined));
        row(name, "of no value", QJsonValue());
        row(name, "a list", QJsonArray{claim.value()});
        if (claim.value().isDouble()) {
            row(name, "a text", QString::number(claim.value().toInteger()));
            row(name, "a half", claim.value().toDouble() + 0.5);
            row(name, "out of range", 9e15);
            row(name, "far out of range", -1e300);
        } else {
            row(name, "a number", 1);
            row(name, "another", QString(claim.value().toString() + u'x'),
                QStringList{u"jti"_s, u"scope"_s, u"partner_id"_s, u"aud"_s}.contains(claim.key()));
            row(name, "empty", u""_s, claim.key() == u"scope"_s);
        }
    }
    row("jti", "as long as it may be", QString(64, u'j'), true);
    row("jti", "too long", QString(65, u'j'));
    row("gen", "zero", 0);
    row("gen", "negative", -1);
    row("gen", "one", 1, true);
    row("gen", "the largest", 999'999'999, true);
    row("gen", "too large", 1'000'000'000);
    row("iat", "before the epoch", -1, true);
    row("realm", "sandbox", u"sbx"_s, true);
}

void TestAccessTokens::claimsAreChecked()
{
    QFETCH(QString, claim);
    QFETCH(QJsonValue, value);
    QFETCH(bool, taken);
    const Signer signer;
    QJsonObject claims = goodClaims();
    claims.insert(claim, value);
    const Presented read = signer.read(claims);
    QCOMPARE(std::holds_alternative<presented::Token>(read), taken);
    QCOMPARE(std::holds_alternative<presented::BadToken>(read), !taken);
}

void TestAccessTokens::mintedClaimsAreReadBack()
{
    const Signer signer;
    for (const bool probe : {false, true}) {
        TokenClaims claims = Fixture::claims(1, 3, Realm::Sandbox);
        claims.scopes = {u"orders:read"_s, u"accounts:read"_s};
        claims.probe = probe;
        const Presented read = signer.tokens.read(signer.tokens.mint(claims));
        const TokenClaims &got = std::get<presented::Token>(read).claims;
        QCOMPARE(got.jti, claims.jti);
        QCOMPARE(got.id16, claims.id16);
        QCOMPARE(got.partnerId, claims.partnerId);
        QCOMPARE(got.generation, 3);
        QCOMPARE(got.realm, Realm::Sandbox);
        QCOMPARE(got.scopes, claims.scopes);
        QCOMPARE(got.issuedAt, claims.issuedAt);
        QCOMPARE(got.expiresAt, claims.expiresAt);
        QCOMPARE(got.probe, probe);
    }
    const QByteArray id = newTokenId();
    QCOMPARE(id.size(), 22);
    for (const char c : id)
        QVERIFY(QChar::fromLatin1(c).isLetterOrNumber());
    QVERIFY(newTokenId() != id);
}

void TestAccessTokens::keysHaveTheirDays()
{
    QTemporaryDir dir;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto ids = [&dir](const QDateTime &when) {
        QStringList list;
        const TokenKeys keys = keysIn(dir.path(), when);
        for (const VerifyKey &each : keys.published())
            list.append(each.thumbprint());
        bool right = list.first() == keys.signing().verifyKey().thumbprint() && !keys.find(u"another"_s);
        for (const QString &each : list)
            right = right && keys.find(each) && keys.find(each)->thumbprint() == each;
        return right ? list : QStringList();
    };
    const auto files = [&dir] { return QDir(dir.path()).entryList(QDir::Files, QDir::Name); };
    const auto age = [&dir](const QString &file, qint64 seconds) {
        QFile each(dir.filePath(file));
        return ::chmod(QFile::encodeName(each.fileName()).constData(), 0600) == 0 &&
               each.open(QIODevice::ReadWrite) &&
               each.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-seconds),
                                QFileDevice::FileModificationTime);
    };
    const QStringList first = ids(now);
    QCOMPARE(first.size(), 1);
    QCOMPARE(files(), QStringList{u"token-key-1.pem"_s});
    QCOMPARE(ids(now.addDays(TokenKeys::rotateAfterDays - 1)), first);
    const QStringList second = ids(now.addDays(TokenKeys::rotateAfterDays));
    QCOMPARE(second.size(), 2);
    QCOMPARE(second.last(), first.first());
    QCOMPARE(files(), (QStringList{u"token-key-1.pem"_s, u"token-key-2.pem"_s}));
    // The old one goes when the new one is old enough, to the second.
    QVERIFY(age(u"token-key-2.pem"_s, 0));
    const QDateTime since = QFileInfo(dir.filePath(u"token-key-2.pem"_s)).lastModified();
    QCOMPARE(ids(since.addSecs(TokenKeys::keepOldSeconds)), second);
    QCOMPARE(ids(since.addSecs(TokenKeys::keepOldSeconds + 1)), QStringList{second.first()});
    QCOMPARE(files(), QStringList{u"token-key-2.pem"_s});
    // Ten comes after nine, and only the newest two matter.
    QVERIFY(QFile::rename(dir.filePath(u"token-key-2.pem"_s), dir.filePath(u"token-key-9.pem"_s)));
    QVERIFY(age(u"token-key-9.pem"_s, qint64(TokenKeys::rotateAfterDays) * 86'400));
    const QStringList tenth = ids(QDateTime::currentDateTimeUtc());
    QCOMPARE(tenth.size(), 2);
    QCOMPARE(tenth.last(), second.first());
    QVERIFY(files().contains(u"token-key-10.pem"_s));
    QCOMPARE(ids(QDateTime::currentDateTimeUtc()), tenth);
}

void TestAccessTokens::strayFilesAreNoKeys()
{
    SystemRandom random;
    QString why;
    QTemporaryDir dir;
    const auto put = [&dir](const QString &name, const QByteArray &bytes) {
        QFile file(dir.filePath(name));
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size() &&
               ::chmod(QFile::encodeName(file.fileName()).constData(), 0600) == 0;
    };
    for (const QString &name :
         {u"token-key-.pem"_s, u"token-key-x.pem"_s, u"token-key-1x.pem"_s, u"token-key-7"_s})
        QVERIFY(put(name, "junk"));
    const TokenKeys keys = keysIn(dir.path());
    QCOMPARE(keys.published().size(), 1);
    QVERIFY(QFile::exists(dir.filePath(u"token-key-1.pem"_s)));
    const auto opens = [&](const QByteArray &bytes) {
        why.clear();
        const bool put2 = put(u"token-key-2.pem"_s, bytes);
        const auto opened = TokenKeys::open(dir.path(), QDateTime::currentDateTimeUtc(), random, &why);
        return put2 && opened.has_value();
    };
    QVERIFY(opens(SigningKey::generate(SignatureAlgorithm::Es256, random).toPem().view().toByteArray()));
    QVERIFY(!opens(SigningKey::generate(SignatureAlgorithm::Ed25519, random).toPem().view().toByteArray()));
    QVERIFY2(why.contains(u"token-key-2.pem"_s) && why.contains(u"P-256"_s), qPrintable(why));
    QVERIFY(!opens("junk"));
    QVERIFY2(why.contains(u"P-256"_s), qPrintable(why));
    const QByteArray pem =
        SigningKey::generate(SignatureAlgorithm::Es256, random).toPem().view().toByteArray();
    QVERIFY(opens(pem + QByteArray(16 * 1024 - pem.size(), '\n')));
    QVERIFY(!opens(pem + QByteArray(16 * 1024 - pem.size() + 1, '\n')));
    QVERIFY2(why.contains(u"larger"_s), qPrintable(why));
    why.clear();
    QVERIFY(!TokenKeys::open(dir.filePath(u"nowhere"_s), toDateTime(noon()), random, &why));
    QVERIFY(!why.isEmpty());
}

QTEST_APPLESS_MAIN(TestAccessTokens)
#include "tst_access_tokens.moc"
