// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/redaction.h"

#include "contract/codec/base64url.h"
#include "tests/contract/crypto/made_credential.h"
#include "tests/contract/properties.h"

#include <QElapsedTimer>
#include <QTest>

using namespace pc;
using namespace pc::test;
using namespace Qt::StringLiterals;

class TestRedaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCredentialInEveryDisguise();
    void whateverStandsAroundIt();
    void cutCredentialsAreHidden();
    void inAFileOnlyCredentialsGo();
    void otherSecrets_data();
    void otherSecrets();
    void onTheWire_data();
    void onTheWire();
    void theShortestThatCounts_data();
    void theShortestThatCounts();
    void wordsStay_data();
    void wordsStay();
    void credentialsAreRecognised();
    void isLinear();
};

void TestRedaction::everyCredentialInEveryDisguise()
{
    SystemRandom random;
    for (const CredentialTextType type :
         {CredentialTextType::ApiKey, CredentialTextType::ClientSecret, CredentialTextType::OneTimeLink}) {
        for (const Realm realm : {Realm::Sandbox, Realm::Production}) {
            for (const QByteArray &brand : {QByteArray("pcx"), QByteArray("abcdef")}) {
                const Made made = make(random, type, realm, brand);
                const QByteArray latin = made.text.toLatin1();
                const QStringList disguises{
                    made.text,
                    made.text.toUpper(),
                    escaped(made.text, 1),
                    escaped(made.text, 3),
                    escaped(escaped(made.text, 2), 2),
                    QString(u"/a/b/"_s + made.text + u"/c"_s),
                    QString(u"see key="_s + made.text + u", please"_s),
                    QString(u"x"_s + made.text),
                    QString::fromLatin1(latin.toBase64()),
                    QString::fromLatin1(toBase64Url(latin)),
                    QString::fromLatin1(QByteArray("id:" + latin).toBase64()),
                    QString(u"/api/v1/"_s + QString::fromLatin1(latin.toBase64())),
                    QString(u"Basic "_s + QString::fromLatin1(QByteArray("crd:" + latin).toBase64()))};
                for (const QString &disguise : disguises) {
                    for (const QString &clean : {redactText(disguise), redactWire(disguise)}) {
                        QVERIFY2(hides(clean, made.secret), qPrintable(clean));
                        QVERIFY2(!clean.contains(QString::fromLatin1(latin.toBase64().mid(50, 20))),
                                 qPrintable(clean));
                    }
                }
                QCOMPARE(redactText(made.text), made.shown + u"[redacted]"_s);
            }
        }
    }
}

/// And its syntax stays.
void TestRedaction::inAFileOnlyCredentialsGo()
{
    SystemRandom random;
    const Made made = make(random, CredentialTextType::ApiKey, Realm::Sandbox, "pcx");
    for (const QString &text :
         {u"  example: %1"_s, u"\"key\": \"%1\", \"b\": [1]"_s, u"{key: %1, b: %1}"_s}) {
        QString written = text;
        written.replace(u"%1"_s, made.text);
        const QString clean = withoutCredentials(written);
        QCOMPARE(clean.count(u"redacted"_s), text.count(u"%1"_s));
        QVERIFY2(!clean.contains(u"[redacted]"_s), qPrintable(clean));
        QVERIFY2(!clean.contains(made.secret.left(8)), qPrintable(clean));
        QString escapes = text;
        escapes.replace(u"%1"_s, QString(made.text).replace(u'_', u"\\u005f"_s));
        QVERIFY2(!withoutCredentials(escapes).contains(made.secret.left(8)), qPrintable(escapes));
    }
    // What other systems have is the description's matter.
    for (const QString &text :
         {u"Authorization: Bearer abcdefghijklmnop1234"_s, u"eyJhbGciOiJIUzI1NiJ9.e30.x"_s})
        QCOMPARE(withoutCredentials(text), text);
}

void TestRedaction::whateverStandsAroundIt()
{
    SystemRandom random;
    const bool held = rc::check("a credential is hidden, its public part is not", [&random] {
        const Made made = make(random, CredentialTextType::ApiKey, Realm::Production, "pcx");
        const auto noise = [] { return QString::fromLatin1(*props::bytes()); };
        const QString clean = redactText(noise() + u' ' + made.text + u' ' + noise());
        RC_ASSERT(hides(clean, made.secret));
        RC_ASSERT(clean.contains(QString(made.shown + u"[redacted]"_s)));
    });
    QVERIFY(held);
}

void TestRedaction::cutCredentialsAreHidden()
{
    QCOMPARE(redactText(u"a pcx_cs_sbx_0123456789abcdef_cutOff, b"_s),
             u"a pcx_cs_sbx_0123456789abcdef_[redacted], b"_s);
    QCOMPARE(redactText(u"pcx_cs_sbx_0123456789abcdef_x_ak_prd_0123456789abcdef_y"_s),
             u"pcx_cs_sbx_0123456789abcdef_[redacted]_ak_prd_0123456789abcdef_[redacted]"_s);
    QCOMPARE(redactText(u"pcx_cs_sbx_0123456789abcdef"_s), u"pcx_cs_sbx_0123456789abcdef"_s);
}

void TestRedaction::otherSecrets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    QTest::newRow("bearer") << u"curl -H 'Authorization: Bearer sk-0a1b2c3d4e5f6g7h'"_s
                            << u"curl -H 'Authorization: Bearer [redacted]'"_s;
    QTest::newRow("bearer, escaped") << u"a%20bEARER%20sk-0a1b2c3d4e5f6g7h%20b"_s
                                     << u"a%20bEARER%20[redacted]%20b"_s;
    QTest::newRow("basic") << u"Basic dXNlcjpwYXNz"_s << u"Basic [redacted]"_s;
    QTest::newRow("dpop") << u"DPoP 0123456789abcdefg"_s << u"DPoP [redacted]"_s;
    QTest::newRow("token") << u"it was eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl."_s
                           << u"it was [redacted]"_s;
    QTest::newRow("operator token") << u"pco_"_s + QString(43, u'a') + u"."_s << u"pco_[redacted]."_s;
    QTest::newRow("private key")
        << u"mine: -----BEGIN EC PRIVATE KEY-----\nMIGH\n-----END EC PRIVATE KEY----- end"_s
        << u"mine: [redacted] end"_s;
    QTest::newRow("cut private key") << u"-----BEGIN PRIVATE KEY-----\nMIGH"_s << u"[redacted]"_s;
    QTest::newRow("two") << u"Basic dXNlcjpwYXNz and Basic dXNlcjpwYXN6"_s
                         << u"Basic [redacted] and Basic [redacted]"_s;
}

void TestRedaction::otherSecrets()
{
    QFETCH(QString, text);
    QFETCH(QString, clean);
    QCOMPARE(redactText(text), clean);
    QVERIFY(!redactWire(text).contains(u"MIGH"_s));
    QCOMPARE(redactText(clean), clean); // once is enough
}

/// What only machines send in such places.
void TestRedaction::onTheWire_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wire");
    const auto row = [](const QString &text, const QString &wire) {
        QTest::newRow(qPrintable(text.left(60))) << text << wire;
    };
    const QString hidden = u"[redacted]"_s;
    for (const QString &name : {u"client_secret"_s, u"client-secret"_s, u"client_assertion"_s,
                                u"access_token"_s,  u"refresh_token"_s, u"id_token"_s,
                                u"token"_s,         u"password"_s,      u"passphrase"_s,
                                u"secret"_s,        u"api_key"_s,       u"apikey"_s,
                                u"assertion"_s,     u"code"_s,          u"claim"_s,
                                u"pepper"_s,        u"TOKEN"_s,         u"Code"_s,
                                u"CLAIM"_s,         u"PassWord"_s,      u"API-KEY"_s,
                                u"PEPPER"_s}) {
        row(u"/a?x=1&"_s + name + u"=abc&y=2"_s, u"/a?x=1&"_s + name + u"="_s + hidden + u"&y=2"_s);
        row(u"{\""_s + name + u"\": \"abc\", \"y\":2}"_s,
            u"{\""_s + name + u"\": \""_s + hidden + u"\", \"y\":2}"_s);
    }
    row(u"Bearer abc"_s, u"Bearer "_s + hidden);
    row(u"basic+abc d"_s, u"basic+"_s + hidden + u" d"_s);
    const QString mixed = u"aB1-"_s.repeated(10); // 40 characters
    row(mixed, hidden);
    row(u"/v1/"_s + mixed + u"/x"_s, u"/v1/"_s + hidden + u"/x"_s);
    row(mixed + u'.' + mixed, hidden + u'.' + hidden);
    row(mixed.chopped(1), mixed.chopped(1));
    row(mixed.toUpper(), mixed.toUpper());
    row(mixed.toLower(), mixed.toLower());
    const QString letters = u"aB_-"_s.repeated(10);
    row(letters, letters);
    row(u"=abc"_s, u"=abc"_s);
    row(u"x=abc"_s, u"x=abc"_s);
    row(u"time: now"_s, u"time: now"_s);
}

void TestRedaction::onTheWire()
{
    QFETCH(QString, text);
    QFETCH(QString, wire);
    QCOMPARE(redactWire(text), wire);
    QCOMPARE(redactText(text), text);
}

/// One character less, and it is a word like any other.
void TestRedaction::theShortestThatCounts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    const auto row = [](const char *name, const QString &text, const QString &clean) {
        QTest::newRow(name) << text << clean;
    };
    const QString hidden = u"[redacted]"_s;
    // "_ak_prd_0123456789abcdef_ABC…", as much of it as makes the shortest run that is looked into
    const QString base64 = u"X2FrX3ByZF8wMTIzNDU2Nzg5YWJjZGVmX0FCQ0RFRkdISUpLTE1OT1BR"_s;
    row("base64", base64, hidden);
    row("base64, shorter", base64.chopped(1), base64.chopped(1));
    const QString base32 = u"L5QWWX3QOJSF6MBRGIZTINJWG44DSYLCMNSGKZS7IFBEG"_s;
    row("base32", base32, hidden);
    row("base32, shorter", base32.chopped(1), base32.chopped(1));
    const QString apart =
        u"5f:61:6b:5f:70:72:64:5f:30:31:32:33:34:35:36:37:38:39:61:62:63:64:65:66:5f:41:42:43"_s;
    row("hexadecimal", apart, hidden);
    row("hexadecimal, shorter", apart.chopped(1), apart.chopped(1));
    row("bearer", u"Bearer abcdefghijklmno1"_s, u"Bearer "_s + hidden);
    row("bearer, shorter", u"Bearer abcdefghijklmn1"_s, u"Bearer abcdefghijklmn1"_s);
    row("bearer, no digit", u"Bearer abcdefghijklmnop"_s, u"Bearer abcdefghijklmnop"_s);
    row("basic, of no user", u"Basic YWJj"_s, u"Basic YWJj"_s);
    row("operator token", u"pco_"_s + QString(20, u'a'), u"pco_"_s + hidden);
    row("operator token, shorter", u"pco_"_s + QString(19, u'a'), u"pco_"_s + QString(19, u'a'));
    row("operator token with a dot", u"pco."_s + QString(20, u'a'), u"pco."_s + hidden);
    row("token", u"eyJabcd"_s, hidden);
    row("token, shorter", u"eyJabc"_s, u"eyJabc"_s);
    // Where the secret ends: at its length, or with its line.
    const QString id = u"pcx_ak_prd_0123456789abcdef_"_s;
    const QString whole = QString(49, u'S');
    row("whole, and the next line", id + whole + u"\nNext"_s, id + hidden + u"\nNext"_s);
    row("broken", id + whole.chopped(1) + u"\nS Next"_s, id + hidden + u" Next"_s);
    row("broken by a carriage return", id + whole.chopped(1) + u"\rS Next"_s, id + hidden + u" Next"_s);
    row("broken and quoted", id + whole.chopped(1) + u"\n> S Next"_s, id + hidden + u" Next"_s);
    row("cut, and a blank", id + whole.chopped(1) + u" Next"_s, id + hidden + u" Next"_s);
    row("cut at the end of the text", id + whole.chopped(1) + u"\n"_s, id + hidden + u"\n"_s);
    row("cut before a sign", id + whole.chopped(1) + u"\n- Next"_s, id + hidden + u"\n- Next"_s);
    row("two kinds, the later one first", u"Bearer sk-0a1b2c3d4e5f6g7h and "_s + id + u"abc"_s,
        u"Bearer "_s + hidden + u" and "_s + id + hidden);
}

void TestRedaction::theShortestThatCounts()
{
    QFETCH(QString, text);
    QFETCH(QString, clean);
    QCOMPARE(redactText(text), clean);
}

void TestRedaction::wordsStay_data()
{
    QTest::addColumn<QString>("text");
    for (const char16_t *text :
         {u"Basic plan until March", u"Basic authentication was turned off", u"Bearer of the agreement",
          u"The bearer tokenisation question", u"crd_0123456789abcdef", u"/api/v1/orders/ord_1/status",
          u"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          u"f47ac10b-58cc-4372-a567-0e02b2c3d479", u"100 % of it, 50%25 or %zz", u"CHG-20417",
          u"snow_ak_hill", u"SNOW-ak-prd-hill", u"C:\\users\\x1\\ak", u"A &#38; B &amp; C \\u0041",
          u"E3:B0:C4:42:98:FC:1C:14:9A:FB:F4:C8:99:6F:B9:24:27:AE:41:E4:64:9B:93:4C:A4:95:99:1B:78:52:B8:55",
          u"00 11 22 33 44 55 66 77 88 99 00 11 22 33 44 55 66 77 88 99 00 11 22 33 44 55 66 77 88 99",
          u"the token: was rotated", u"Müller & Söhne, Straße 5"})
        QTest::newRow(qPrintable(QString::fromUtf16(text))) << QString::fromUtf16(text);
}

void TestRedaction::wordsStay()
{
    QFETCH(QString, text);
    QCOMPARE(redactText(text), text);
}

void TestRedaction::credentialsAreRecognised()
{
    SystemRandom random;
    const Made made = make(random, CredentialTextType::ApiKey, Realm::Sandbox, "pcx");
    const QByteArray latin = made.text.toLatin1();
    for (const QString &where : {made.text, QString(u"/x/"_s + made.text + u"?y"_s), escaped(made.text, 1),
                                 escaped(made.text, 4), QString::fromLatin1(latin.toBase64()),
                                 QString(u"AAAA"_s + QString::fromLatin1(latin.toBase64()))}) {
        const auto found = credentialsIn(where, "pcx");
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY(made.text.contains(QString::fromLatin1(found.front().id)));
    }
    QCOMPARE(credentialsIn(QString(made.text + u' ' + made.text), "pcx").size(), std::size_t{1});
    QCOMPARE(credentialsIn(made.text, "other").size(), std::size_t{0});
    QCOMPARE(credentialsIn(made.text, "pcy").size(), std::size_t{0});
    QCOMPARE(credentialsIn(made.text.sliced(1), "pcx").size(),
             std::size_t{0}); // of the brand too little is left
    QString wrong = made.text;
    wrong[wrong.size() - 10] = wrong[wrong.size() - 10] == u'a' ? u'b' : u'a';
    QCOMPARE(credentialsIn(wrong, "pcx").size(), std::size_t{0}); // the checksum
    // However many stand in front of the one that counts.
    QString many;
    for (int i = 0; i < 50; ++i)
        many += make(random, CredentialTextType::ApiKey, Realm::Sandbox, "pcx").text + u' ';
    const auto all = credentialsIn(QString(many + many + made.text), "pcx");
    QCOMPARE(all.size(), std::size_t{51});
    QVERIFY(made.text.contains(QString::fromLatin1(all.back().id)));
}

void TestRedaction::isLinear()
{
    QElapsedTimer timer;
    timer.start();
    for (const QString &piece : {u"aB1"_s, u"eyJ"_s, u"pcx_"_s, u"bearer "_s, u"token="_s, u"%25"_s,
                                 u"_ak_sbx_0123456789abcdef_"_s, u"-----BEGIN PRIVATE KEY-----"_s}) {
        QVERIFY(!redactWire(piece.repeated(20'000)).isEmpty());
        QVERIFY(!redactText(piece.repeated(20'000)).isEmpty());
    }
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_APPLESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
