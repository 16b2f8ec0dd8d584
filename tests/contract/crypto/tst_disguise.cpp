// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/redaction.h"

#include "contract/codec/base64url.h"
#include "tests/contract/crypto/made_credential.h"

#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace pc;
using namespace pc::test;
using namespace Qt::StringLiterals;

/// However a secret is written, wherever it stands: it is hidden, and recognised.
class TestDisguise : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEncodingInEveryPlace_data();
    void everyEncodingInEveryPlace();
    void operatorTokensInDisguise();
};

void TestDisguise::everyEncodingInEveryPlace_data()
{
    using Write = std::function<QString(const QString &)>;
    QTest::addColumn<Write>("write");
    QTest::addColumn<bool>("whole"); // the credential can be read from it, not only its kind
    const auto row = [](const char *name, const Write &write, bool whole = true) {
        QTest::newRow(name) << write << whole;
    };
    const auto each = [](const QString &format, int width, int base) {
        return [=](const QString &text) {
            QString out;
            for (const QChar c : text)
                out += QString(format)
                           .replace(u"#"_s, u"%1"_s.arg(c.unicode(), width, base, QChar(u'0')))
                           .replace(u'@', u'#');
            return out;
        };
    };
    const auto apart = [](const QByteArray &bytes, char separator) {
        return QString::fromLatin1(bytes.toHex(separator));
    };
    const auto swapped = [](QString text, char16_t from, char16_t to) {
        return text.replace(QChar(from), QChar(to));
    };
    row("as it is", [](const QString &text) { return text; });
    row(
        "upper case", [](const QString &text) { return text.toUpper(); }, false);
    row("percent", each(u"%#"_s, 2, 16));
    row("percent, each third", [](const QString &text) { return escaped(text, 3); });
    row("percent twice", [](const QString &text) { return escaped(escaped(text, 2), 2); });
    row("percent u", each(u"%u#"_s, 4, 16));
    row("backslash x", each(u"\\x#"_s, 2, 16));
    row("backslash u", each(u"\\u#"_s, 4, 16));
    row("entity", each(u"&@#;"_s, 1, 10));
    row("entity, hexadecimal", each(u"&@x#;"_s, 1, 16));
    row("UTF-16 little", each(u"%#%00"_s, 2, 16));
    row("UTF-16 big", each(u"%00%#"_s, 2, 16));
    row("UTF-16, letters as they are",
        [](const QString &text) { return QString(text).replace(QRegularExpression(u"(.)"_s), u"\\1%00"_s); });
    row("UTF-32", each(u"%#%00%00%00"_s, 2, 16));
    row("NULs", [](const QString &text) {
        QString out;
        for (const QChar c : text)
            out += QString(c) + QChar(u'\0');
        return out;
    });
    row("characters that are not seen", [](const QString &text) {
        return QString(text).insert(2, QChar(0x200b)).insert(40, QChar(0xad)).insert(60, QChar(0x2060));
    });
    row("base64", [](const QString &text) { return QString::fromLatin1(text.toLatin1().toBase64()); });
    row("base64url", [](const QString &text) { return QString::fromLatin1(toBase64Url(text.toLatin1())); });
    row("base64url, hyphens only", [=](const QString &text) {
        return swapped(QString::fromLatin1(toBase64Url(QString(u"?>"_s + text).toLatin1())), u'_', u'-');
    });
    row("base64url, underscores only", [=](const QString &text) {
        return swapped(QString::fromLatin1(toBase64Url(QString(u"?>"_s + text).toLatin1())), u'-', u'_');
    });
    row("base64 in percent",
        [](const QString &text) { return escaped(QString::fromLatin1(text.toLatin1().toBase64()), 2); });
    row("base64 of UTF-16", [](const QString &text) {
        return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(text.utf16()),
                                              text.size() * qsizetype(sizeof(char16_t)))
                                       .toBase64());
    });
    row("base64 of percent",
        [](const QString &text) { return QString::fromLatin1(escaped(text, 1).toLatin1().toBase64()); });
    row("hexadecimal", [](const QString &text) { return QString::fromLatin1(text.toLatin1().toHex()); });
    row("hexadecimal, capitals",
        [](const QString &text) { return QString::fromLatin1(text.toLatin1().toHex().toUpper()); });
    row("hexadecimal behind a digit",
        [](const QString &text) { return QString(u'0' + QString::fromLatin1(text.toLatin1().toHex())); });
    for (const char separator : {':', '-', ' ', ','}) {
        row(qPrintable(u"hexadecimal with "_s + QChar::fromLatin1(separator)),
            [=](const QString &text) { return apart(text.toLatin1(), separator); });
    }
    row("hexadecimal of UTF-16", [](const QString &text) {
        return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(text.utf16()),
                                              text.size() * qsizetype(sizeof(char16_t)))
                                       .toHex());
    });
    row("hexadecimal in percent",
        [](const QString &text) { return escaped(QString::fromLatin1(text.toLatin1().toHex()), 2); });
    row("base64 of base64",
        [](const QString &text) { return QString::fromLatin1(text.toLatin1().toBase64().toBase64()); });
    row("hexadecimal of base64",
        [](const QString &text) { return QString::fromLatin1(text.toLatin1().toBase64().toHex()); });
    const auto base32 = [](const QByteArray &bytes) {
        QString out;
        quint32 bits = 0;
        int count = 0;
        for (const char c : QByteArray(bytes + '\n')) {
            bits = (bits << 8) | static_cast<unsigned char>(c);
            for (count += 8; count >= 5;) {
                count -= 5;
                out += QChar(u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[(bits >> count) & 31]);
            }
        }
        return out;
    };
    row("base32", [=](const QString &text) { return base32(text.toLatin1()); });
    row("base32, small", [=](const QString &text) { return base32(text.toLatin1()).toLower(); });
    row("percent, four-fold",
        [](const QString &text) { return escaped(escaped(escaped(escaped(text, 9), 9), 9), 9); });
    row("a line break behind each separator",
        [](const QString &text) { return QString(text).replace(u"_"_s, u"_\n"_s); });
    row("a blank behind each separator",
        [](const QString &text) { return QString(text).replace(u"_"_s, u"_ "_s); });
    row("wrapped", [](const QString &text) { return QString(text).insert(60, u"\r\n"_s); });
    row("wrapped and quoted", [](const QString &text) { return QString(text).insert(60, u"\n> "_s); });
    row("quoted-printable", [](const QString &text) { return QString(text).replace(u"_"_s, u"=5F"_s); });
    row("quoted-printable, wrapped",
        [](const QString &text) { return QString(text).insert(60, u"=\n"_s).replace(u"_"_s, u"=5F"_s); });
    row("named entity", [](const QString &text) { return QString(text).replace(u"_"_s, u"&lowbar;"_s); });
    row("Markdown", [](const QString &text) { return QString(text).replace(u"_"_s, u"\\_"_s); });
    row("places where a line may be broken",
        [](const QString &text) { return QString(text).insert(3, u"<wbr>"_s).insert(50, u"<WBR/>"_s); });
    row("entity without its end", [](const QString &text) {
        QString out;
        for (const QChar c : text)
            out += u"&#%1"_s.arg(c.unicode());
        return out;
    });
    row("code points in braces", each(u"\\u{#}"_s, 1, 16));
    row("octal", each(u"\\#"_s, 3, 8));
    row("dots", [=](const QString &text) { return swapped(text, u'_', u'.'); });
    row("marks", [](const QString &text) {
        return QString(text).insert(3, QChar(0x301)).insert(8, QChar(0x336)).insert(50, QChar(0x20dd));
    });
    row("wide letters", [](const QString &text) {
        QString out;
        for (const QChar c : text)
            out += QChar(static_cast<char16_t>(c.unicode() + 0xfee0));
        return out;
    });
    row("mathematical letters", [](const QString &text) {
        QString out;
        for (const QChar c : text) {
            const char16_t code = c.unicode();
            const char32_t other = code >= u'a' && code <= u'z'   ? 0x1d41a + code - u'a'
                                   : code >= u'A' && code <= u'Z' ? 0x1d400 + code - u'A'
                                   : code >= u'0' && code <= u'9' ? 0x1d7ce + code - u'0'
                                                                  : code;
            out += QChar::fromUcs4(other);
        }
        return out;
    });
    row("hyphens", [=](const QString &text) { return swapped(text, u'_', u'-'); });
    row("hyphens in percent", [=](const QString &text) { return escaped(swapped(text, u'_', u'-'), 1); });
    row("hyphens in base64", [=](const QString &text) {
        return QString::fromLatin1(swapped(text, u'_', u'-').toLatin1().toBase64());
    });
}

void TestDisguise::everyEncodingInEveryPlace()
{
    QFETCH(std::function<QString(const QString &)>, write);
    QFETCH(bool, whole);
    SystemRandom random;
    const Made made = make(random, CredentialTextType::ClientSecret, Realm::Production, "pcx");
    const QString disguise = write(made.text);
    const QString part = disguise.mid(disguise.size() * 3 / 4, 36); // of the secret
    for (const QString &place :
         {u"%1"_s, u"/api/v1/orders/%1/status"_s, u"a=b&key=%1&c=d"_s, u"app/1.0 (%1) other/2"_s,
          u"They sent %1, by mail"_s, u"{\"k\":\"%1\"}"_s, u"https://h.example/?k=%1#x"_s, u"k=%1; l=2"_s}) {
        const QString text = QString(place).replace(u"%1"_s, disguise);
        for (const QString &clean : {redactText(text), redactWire(text)}) {
            QVERIFY2(hides(clean, made.secret), qPrintable(clean));
            QVERIFY2(!clean.contains(part), qPrintable(clean));
            QVERIFY2(!clean.contains(disguise.right(36)), qPrintable(clean));
        }
        const auto found = credentialsIn(text, "pcx");
        QCOMPARE(found.size(), std::size_t(whole ? 1 : 0));
    }
}

void TestDisguise::operatorTokensInDisguise()
{
    SystemRandom random;
    const Secret body = randomBase62(random, 43);
    const QString token = u"pco_"_s + QString::fromLatin1(body.view());
    const QByteArray latin = token.toLatin1();
    for (const QString &disguise :
         {token, escaped(token, 2), QString(token).insert(30, u"\n"_s),
          QString(token).replace(u"_"_s, u"-"_s), QString::fromLatin1(latin.toBase64()),
          QString::fromLatin1(QByteArray("Bearer " + latin).toBase64()),
          QString::fromLatin1(QByteArray("Authorization: Bearer " + latin).toBase64()),
          QString::fromLatin1(latin.toHex()), QString::fromLatin1(QByteArray("x" + latin).toBase64())}) {
        for (const QString &clean : {redactText(disguise), redactWire(disguise)}) {
            QVERIFY2(hides(clean, token.mid(4)), qPrintable(clean));
            QVERIFY2(!clean.contains(disguise.right(24)), qPrintable(clean));
        }
    }
}

QTEST_APPLESS_MAIN(TestDisguise)
#include "tst_disguise.moc"
