// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/base64url.h"
#include "contract/crypto/hashing.h"
#include "contract/crypto/random_source.h"
#include "contract/rules/legacy_keys.h"

#include <QTest>

using namespace pc;
using namespace pc::rules;
using namespace Qt::StringLiterals;

class TestLegacyKeys final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDigestHasSeveralSpellings()
    {
        SystemRandom random;
        const QByteArray digest = randomBytes(random, 32).view().toByteArray();
        for (const KeyScheme scheme : {KeyScheme::Sha256, KeyScheme::HmacSha256}) {
            for (const QByteArray &text :
                 {digest.toHex(), digest.toHex().toUpper(), digest.toBase64(),
                  digest.toBase64(QByteArray::OmitTrailingEquals), toBase64Url(digest)}) {
                const auto read = hashOf(scheme, QString::fromLatin1(text));
                QVERIFY2(read, text);
                QCOMPARE(*read, digest);
            }
        }
    }

    void whatIsNoHashIsRefused_data()
    {
        QTest::addColumn<KeyScheme>("scheme");
        QTest::addColumn<QString>("text");
        QTest::addColumn<FieldFault>("fault");
        const QString tail = QString(53, u'a');
        QTest::newRow("nothing") << KeyScheme::Sha256 << QString() << FieldFault::Required;
        QTest::newRow("a key in clear") << KeyScheme::Sha256 << u"not-a-hash"_s << FieldFault::BadFormat;
        QTest::newRow("a digit short") << KeyScheme::Sha256 << QString(63, u'0') << FieldFault::BadFormat;
        QTest::newRow("another digest") << KeyScheme::Sha256 << QString(40, u'0') << FieldFault::BadFormat;
        QTest::newRow("bits left over")
            << KeyScheme::Sha256 << QString(42, u'A') + u'B' << FieldFault::BadFormat;
        QTest::newRow("very long") << KeyScheme::Sha256 << QString(100'000, u'0') << FieldFault::BadFormat;
        QTest::newRow("bcrypt of a digest")
            << KeyScheme::Sha256 << u"$2b$10$"_s + tail << FieldFault::BadFormat;
        QTest::newRow("a digest of bcrypt")
            << KeyScheme::Bcrypt << QString(64, u'0') << FieldFault::BadFormat;
        QTest::newRow("another scheme of crypt")
            << KeyScheme::Bcrypt << u"$6$10$$"_s + tail << FieldFault::BadFormat;
        QTest::newRow("2x was broken") << KeyScheme::Bcrypt << u"$2x$10$"_s + tail << FieldFault::BadFormat;
        QTest::newRow("too slow") << KeyScheme::Bcrypt << u"$2b$13$"_s + tail << FieldFault::OutOfRange;
        QTest::newRow("too fast") << KeyScheme::Bcrypt << u"$2b$03$"_s + tail << FieldFault::OutOfRange;
        QTest::newRow("of nothing") << KeyScheme::Sha256 << QString::fromLatin1(sha256({}).toHex())
                                    << FieldFault::TooShort;
        QTest::newRow("of nothing, base64")
            << KeyScheme::Sha256 << QString::fromLatin1(sha256({}).toBase64()) << FieldFault::TooShort;
        QTest::newRow("no scheme") << KeyScheme::Unknown << u"x"_s << FieldFault::BadFormat;
    }

    void whatIsNoHashIsRefused()
    {
        QFETCH(KeyScheme, scheme);
        QFETCH(QString, text);
        QFETCH(FieldFault, fault);
        const auto read = hashOf(scheme, text);
        QVERIFY(!read);
        QCOMPARE(read.error(), fault);
    }

    void bcryptOfAllThreeLetters()
    {
        for (const QChar letter : {u'a', u'b', u'y'}) {
            const QString text = u"$2%1$12$"_s.arg(letter) + QString(53, u'.');
            QVERIFY(hashOf(KeyScheme::Bcrypt, text));
        }
    }

    void headersOfTheirOwn_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("own") << u"X-Partner-Key"_s << QByteArray("x-partner-key");
        QTest::newRow("no X") << u"Api-Token"_s << QByteArray("api-token");
        QTest::newRow("ours") << u"X-Api-Key"_s << QByteArray("x-api-key");
        QTest::newRow("scheme") << u"Authorization: ApiKey"_s << QByteArray("authorization apikey");
        QTest::newRow("bearer") << u"authorization:Bearer"_s << QByteArray("authorization bearer");
        for (const char *none : {"",
                                 "Authorization",
                                 "Authorization: Basic",
                                 "Authorization: Api Key",
                                 "X-Partner-Key: Bearer",
                                 "Cookie",
                                 "Host",
                                 "X-Forwarded-For",
                                 "X-Partner-Id",
                                 "Content-Type",
                                 "X_Partner_Key",
                                 "X Partner Key",
                                 "-X",
                                 "X-",
                                 "X-Schl\u00fcssel",
                                 "X-A\r\nX-B",
                                 "Client-Cert",
                                 "X-Original-URI",
                                 "Proxy-Authorization",
                                 "Pragma",
                                 "DNT",
                                 "X-Correlation-Id",
                                 "True-Client-Ip",
                                 "Priority",
                                 "X-Client-Ip",
                                 "CF-Connecting-IP",
                                 "X-Host",
                                 "Set-Cookie",
                                 "Age",
                                 "Upgrade-Insecure-Requests",
                                 "X-Csrf-Token",
                                 "X-B3-TraceId",
                                 "X-Requested-With",
                                 "Save-Data",
                                 "Last-Event-ID",
                                 "X-Amzn-Trace-Id",
                                 "Request-Id",
                                 "Idempotency-Key",
                                 "Cdn-Loop",
                                 "X-Real-Ip"})
            QTest::newRow(none) << QString::fromUtf8(none) << QByteArray();
    }

    void headersOfTheirOwn()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, key);
        const auto header = keyHeaderOf(text);
        QCOMPARE(header.has_value(), !key.isEmpty());
        if (header) {
            QCOMPARE(header->key(), key);
            QCOMPARE(keyHeaderOf(header->text()), header); // as it is stored
        }
    }

    /// What was taken before its name was listed goes on.
    void aHeaderThatIsKeptIsRead()
    {
        QVERIFY(!keyHeaderOf(u"X-Correlation-Id"_s));
        QCOMPARE(readKeyHeader(u"X-Correlation-Id"_s)->key(), QByteArray("x-correlation-id"));
        for (const char *own : {"X-Client-Key", "X-Client-Id", "X-Tenant", "Api-Token", "X-Auth-Token",
                                "Token", "X-Access-Key", "Apikey", "X-Signature-Key"})
            QVERIFY2(keyHeaderOf(QString::fromLatin1(own)), own);
    }

    void noDeadlineLiesBeyondHalfAYear()
    {
        const QDateTime now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
        QVERIFY(!deadlineFault(now.addDays(1), now));
        QVERIFY(!deadlineFault(now.addDays(maxLegacyDays), now));
        QCOMPARE(deadlineFault(now.addDays(maxLegacyDays + 1), now), FieldFault::TooFarAhead);
        QCOMPARE(deadlineFault(now, now), FieldFault::InThePast);
        QCOMPARE(deadlineFault(QDateTime(), now), FieldFault::InThePast);
    }

    void prefixesAreClearAndShort()
    {
        QVERIFY(isKeyPrefix(u"live_1-.~+/="_s));
        for (const QString &none : {u"abc"_s, QString(17, u'a'), u"ab cd"_s, u"ab\u00e4cd"_s, QString()})
            QVERIFY2(!isKeyPrefix(none), qPrintable(none));
    }
};

QTEST_APPLESS_MAIN(TestLegacyKeys)
#include "tst_legacy_keys.moc"
