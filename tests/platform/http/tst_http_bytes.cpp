// SPDX-License-Identifier: GPL-3.0-or-later
// Which bytes may stand where, for every byte there is.
#include "platform/http/http_date.h"
#include "platform/http/http_headers.h"
#include "platform/http/response_writer.h"
#include "platform/uri/canonical_path.h"
#include "platform/uri/percent.h"

#include <QTest>

using namespace pc::platform;
using namespace Qt::StringLiterals;

namespace {

const QByteArray letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const QByteArray digits = "0123456789";

/// Every value of a byte.
template <typename Check>
void forEveryByte(Check check)
{
    for (int byte = 0; byte < 256; ++byte)
        check(static_cast<char>(byte));
}

std::chrono::system_clock::time_point secondsSinceEpoch(qint64 seconds)
{
    return std::chrono::system_clock::time_point(std::chrono::seconds(seconds));
}

} // namespace

class TestHttpBytes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyByteOfAPath();
    void everyEscape();
    void textHasNoControls();
    void fieldNamesHaveNoCase();
    void datesAreThoseOfHttp_data();
    void datesAreThoseOfHttp();
    void everyByteOfAFieldName();
};

/// RFC 3986 section 3.3: `pchar`, of which the semicolon is left out here, and the slash.
void TestHttpBytes::everyByteOfAPath()
{
    const QByteArray allowed = letters + digits + "-._~!$&'()*+,=:@/";
    forEveryByte([&allowed](char c) {
        const std::optional<QString> path = canonicalPath(QByteArray("/x" + QByteArray(1, c) + "y"));
        QVERIFY2(path.has_value() == allowed.contains(c), QByteArray::number(int(c)).constData());
    });
}

void TestHttpBytes::everyEscape()
{
    const auto decoded = [](const QByteArray &text) { return percentDecode(text); };
    forEveryByte([&decoded](char c) {
        const QByteArray one(1, c);
        const QByteArray hex = one.toHex();
        for (const QByteArray &each : {hex, hex.toUpper()})
            QCOMPARE(decoded("a%" + each + "b"), std::optional<QByteArray>("a" + one + "b"));
        const bool isHex = QByteArray("0123456789abcdefABCDEF").contains(c);
        QCOMPARE(decoded("%" + one + "0").has_value(), isHex);
        QCOMPARE(decoded("%0" + one).has_value(), isHex);
    });
    const QByteArrayView whole = "%20";
    QVERIFY(percentDecode(whole));
    QVERIFY(!percentDecode(whole.first(2))); // though the next byte would do
    QVERIFY(!percentDecode(whole.first(1)));
}

void TestHttpBytes::textHasNoControls()
{
    forEveryByte([](char c) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = byte >= 0x20 && byte != 0x7f && byte < 0x80; // above it is no UTF-8 by itself
        QCOMPARE(cleanUtf8(QByteArray(1, c)).has_value(), plain);
    });
    QCOMPARE(cleanUtf8(""), std::optional(u""_s));
    QCOMPARE(cleanUtf8("\xc3\xa9"), std::optional(u"é"_s));
    QVERIFY(!cleanUtf8("\xc3"));
}

void TestHttpBytes::fieldNamesHaveNoCase()
{
    forEveryByte([](char a) {
        forEveryByte([a](char b) {
            const bool sameLetter = letters.contains(a) && letters.contains(b) && (a ^ b) == 0x20;
            if (asciiEqualsIgnoringCase(QByteArray(1, a), QByteArray(1, b)) != (a == b || sameLetter))
                QFAIL(qPrintable(u"%1 and %2"_s.arg(int(a)).arg(int(b))));
        });
        // Every character that is no letter or digit is one and the same alias.
        const bool mark = !letters.contains(a) && !digits.contains(a);
        const HttpHeaders headers{{"a" + QByteArray(1, a) + "b", "1"}};
        QCOMPARE(headers.countWithAliases("A-B"), mark ? 1 : 0);
    });
    QVERIFY(!asciiEqualsIgnoringCase("ab", "abc"));
    HttpHeaders headers{{"One", "1"}, {"Two", "2"}, {"oNE", "3"}};
    headers.set("ONE", "4");
    QCOMPARE(headers.count("One"), 1);
    QCOMPARE(headers.value("one"), QByteArray("4"));
    QCOMPARE(headers.value("two"), QByteArray("2"));
    headers.set("Empty", QByteArray());
    QVERIFY(headers.value("Empty").isEmpty() && !headers.value("Empty").isNull());
    headers.remove("eMPTY");
    QVERIFY(headers.value("Empty").isNull());
}

// RFC 9110 section 5.6.7: IMF-fixdate. The days of one week and the months of one year.
void TestHttpBytes::datesAreThoseOfHttp_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](qint64 seconds, const char *text) {
        QTest::newRow(text) << seconds << QByteArray(text);
    };
    row(-1, "Wed, 31 Dec 1969 23:59:59 GMT");
    row(0, "Thu, 01 Jan 1970 00:00:00 GMT");
    row(1'772'323'200, "Sun, 01 Mar 2026 00:00:00 GMT");
    row(1'772'413'261, "Mon, 02 Mar 2026 01:01:01 GMT");
    row(1'772'503'322, "Tue, 03 Mar 2026 02:02:02 GMT");
    row(1'772'668'799, "Wed, 04 Mar 2026 23:59:59 GMT");
    row(1'772'668'800, "Thu, 05 Mar 2026 00:00:00 GMT");
    row(1'772'755'200, "Fri, 06 Mar 2026 00:00:00 GMT");
    row(1'772'841'600, "Sat, 07 Mar 2026 00:00:00 GMT");
    row(1'769'904'000, "Sun, 01 Feb 2026 00:00:00 GMT");
    row(1'775'001'600, "Wed, 01 Apr 2026 00:00:00 GMT");
    row(1'777'593'600, "Fri, 01 May 2026 00:00:00 GMT");
    row(1'780'272'000, "Mon, 01 Jun 2026 00:00:00 GMT");
    row(1'782'864'000, "Wed, 01 Jul 2026 00:00:00 GMT");
    row(1'785'542'400, "Sat, 01 Aug 2026 00:00:00 GMT");
    row(1'788'220'800, "Tue, 01 Sep 2026 00:00:00 GMT");
    row(1'790'812'800, "Thu, 01 Oct 2026 00:00:00 GMT");
    row(1'793'491'200, "Sun, 01 Nov 2026 00:00:00 GMT");
    row(1'796'083'200, "Tue, 01 Dec 2026 00:00:00 GMT");
}

void TestHttpBytes::datesAreThoseOfHttp()
{
    QFETCH(qint64, seconds);
    QFETCH(QByteArray, text);
    QCOMPARE(httpDate(secondsSinceEpoch(seconds)), text);
    // Fractions are cut, before 1970 too.
    QCOMPARE(httpDate(secondsSinceEpoch(seconds) + std::chrono::milliseconds(999)), text);
}

// RFC 9110 section 5.6.2: `token`.
void TestHttpBytes::everyByteOfAFieldName()
{
    const QByteArray tokens = letters + digits + "!#$%&'*+-.^_`|~";
    forEveryByte([&tokens](char c) {
        HttpResponse named = emptyResponse();
        named.headers.add("X" + QByteArray(1, c), "1");
        QCOMPARE(responseHead(named, ResponseFraming()).isNull(), !tokens.contains(c));
        HttpResponse valued = emptyResponse();
        valued.headers.add("X-A", "x" + QByteArray(1, c) + "y");
        QCOMPARE(responseHead(valued, ResponseFraming()).isNull(), c == '\r' || c == '\n' || c == '\0');
    });
}

QTEST_APPLESS_MAIN(TestHttpBytes)
#include "tst_http_bytes.moc"
