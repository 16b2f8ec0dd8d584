// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/http_headers.h"
#include "platform/http/query.h"
#include "platform/uri/canonical_path.h"

#include <QTest>

using namespace pc::platform;
using namespace Qt::StringLiterals;

class TestHttpSyntax : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void canonicalPaths_data();
    void canonicalPaths();
    void plainBeginnings();
    void queries_data();
    void queries();
    void queryAnswersOnlyUniqueNames();
    void headersCountDuplicatesAndAliases();
};

void TestHttpSyntax::canonicalPaths_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<bool>("canonical");
    QTest::addColumn<QString>("decoded");
    const auto good = [](const char *raw, const QString &decoded) {
        QTest::newRow(raw) << QByteArray(raw) << true << decoded;
    };
    const auto bad = [](const char *name, const QByteArray &raw) {
        QTest::newRow(name) << raw << false << QString();
    };
    good("/", u"/"_s);
    good("/a/b", u"/a/b"_s);
    good("/a/", u"/a/"_s);
    good("/caf%C3%A9", u"/café"_s);
    good("/a%20b", u"/a b"_s);
    good("/%61", u"/a"_s);
    good("/a.b", u"/a.b"_s);
    good("/.well-known/x", u"/.well-known/x"_s);
    good("/a:b@c,d=e", u"/a:b@c,d=e"_s);
    good("/%E2%82%AC", u"/€"_s);
    bad("empty", "");
    bad("relative", "a");
    bad("absolute form", "http://h/a");
    bad("asterisk", "*");
    bad("double slash", "//a");
    bad("inner double slash", "/a//b");
    bad("dot", "/a/./b");
    bad("dotdot", "/a/../b");
    bad("last dotdot", "/a/..");
    bad("encoded dotdot", "/a/%2e%2E/b");
    bad("half encoded dotdot", "/a/.%2e");
    bad("encoded slash", "/a%2Fb");
    bad("encoded backslash", "/a%5cb");
    bad("backslash", "/a\\b");
    bad("double encoding", "/a%252e");
    bad("encoded NUL", "/a%00");
    bad("raw NUL", QByteArray("/a\0b", 4));
    bad("encoded line feed", "/a%0A");
    bad("DEL", "/a%7f");
    bad("cut escape", "/a%2");
    bad("no escape", "/a%zz");
    bad("lone continuation byte", "/%80");
    bad("overlong slash", "/%C0%AF");
    bad("surrogate", "/%ED%A0%80");
    bad("raw UTF-8", "/caf\xc3\xa9");
    bad("fragment", "/a#b");
    bad("space", "/a b");
    bad("path parameter", "/a;b");
    bad("path parameter with a value", "/a;b=c/d");
    bad("path parameter before dots", "/a/..;/b");
    bad("empty path parameter", "/a/;/b");
    bad("encoded path parameter", "/a%3bb");
    bad("encoded path parameter, upper case", "/a/..%3B/b");
    bad("encoded dot", "/a%2eb");
    bad("encoded dot first", "/%2Ea");
    bad("only dots", "/...");
    bad("trailing dot", "/a./b");
    bad("trailing dots at the end", "/a..");
    bad("trailing space", "/a%20");
    bad("dots and a space", "/a/..%20/b");
    bad("overlong dot", "/%C0%AE%C0%AE/a");
    bad("overlong in three bytes", "/%E0%80%AF");
    bad("five bytes", "/%F8%80%80%80%AF");
    bad("beyond Unicode", "/%F4%90%80%80");
    bad("fullwidth slash", "/a%EF%BC%8Fb");
    bad("fullwidth dots", "/a/%EF%BC%8E%EF%BC%8E/b");
    bad("two dot leader", "/a/%E2%80%A5/b");
    bad("one dot leader", "/a/%E2%80%A4%E2%80%A4/b");
    bad("fullwidth semicolon", "/a%EF%BC%9Bb");
    bad("fullwidth backslash", "/a%EF%BC%BCb");
    bad("fullwidth percent", "/a%EF%BC%852e");
    bad("no-break space", "/a%C2%A0");
    bad("zero width space", "/a%E2%80%8Bb");
    bad("right-to-left override", "/a%E2%80%AEb");
    bad("C1 control", "/a%C2%85b");
    bad("line separator", "/a%E2%80%A8b");
    bad("encoded fragment as a raw one", "/a#/../b");
    bad("encoded question mark folded", "/a%EF%BC%9Fb");
    bad("IIS escape", "/a%u002e%u002e/b");
    bad("first C1 control", "/a%C2%80b");
    bad("last C1 control", "/a%C2%9Fb");
    bad("paragraph separator", "/a%E2%80%A9b");
    bad("empty segment at the end", "/a//");
    bad("only an empty segment", "//");
    bad("trailing dot at the end", "/a.");
    bad("trailing space inside", "/a%20/b");
    good("/a/b.c/d", u"/a/b.c/d"_s);
    good("/%C2%A1", u"/¡"_s);
}

void TestHttpSyntax::canonicalPaths()
{
    QFETCH(QByteArray, raw);
    QFETCH(bool, canonical);
    QFETCH(QString, decoded);
    const std::optional<QString> path = canonicalPath(raw);
    QCOMPARE(path.has_value(), canonical);
    if (canonical)
        QCOMPARE(*path, decoded);
}

void TestHttpSyntax::plainBeginnings()
{
    for (const auto &[raw, plain] :
         {std::pair("/v1/orders;v=2", "/v1/orders"), std::pair("/v1/../other", "/v1"),
          std::pair("/v1/files/a%2Fb", "/v1/files/a"), std::pair("/v1/orders|x", "/v1/orders"),
          std::pair("/v1//x", "/v1"), std::pair("//v1", ""), std::pair("/v1/a.;b", "/v1"),
          std::pair("/v1/a./b", "/v1"), std::pair(";", ""), std::pair("", ""), std::pair("/v1/x", "/v1/x")})
        QCOMPARE(plainBeginning(raw).toByteArray(), QByteArray(plain));
}

void TestHttpSyntax::queries_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<int>("count");
    QTest::newRow("none") << QByteArray() << true << 0;
    QTest::newRow("one") << QByteArray("a=b") << true << 1;
    QTest::newRow("no value") << QByteArray("a") << true << 1;
    QTest::newRow("empty value") << QByteArray("a=&b=") << true << 2;
    QTest::newRow("equals in value") << QByteArray("a=b=c") << true << 1;
    QTest::newRow("duplicate") << QByteArray("a=1&a=2") << true << 2;
    QTest::newRow("empty name") << QByteArray("=b") << false << 0;
    QTest::newRow("empty item") << QByteArray("a=1&&b=2") << false << 0;
    QTest::newRow("trailing") << QByteArray("a=1&") << false << 0;
    QTest::newRow("bad escape") << QByteArray("a=%4") << false << 0;
    QTest::newRow("NUL") << QByteArray("a=%00") << false << 0;
    QTest::newRow("not UTF-8") << QByteArray("a=%ff") << false << 0;
    QTest::newRow("hundred") << QByteArray("a=1&").repeated(99) + "a=1" << true << 100;
    QTest::newRow("too many") << QByteArray("a=1&").repeated(100) + "a=1" << false << 0;
}

void TestHttpSyntax::queries()
{
    QFETCH(QByteArray, raw);
    QFETCH(bool, valid);
    QFETCH(int, count);
    const std::optional<QueryItems> items = QueryItems::parse(raw);
    QCOMPARE(items.has_value(), valid);
    if (valid)
        QCOMPARE(static_cast<int>(items->all().size()), count);
}

void TestHttpSyntax::queryAnswersOnlyUniqueNames()
{
    const auto items = QueryItems::parse("a=1&b=x+y%2Bz&a=2");
    QVERIFY(items);
    QCOMPARE(items->value(u"b"), std::optional(u"x y+z"_s));
    QVERIFY(!items->value(u"a"));
    QVERIFY(!items->value(u"c"));
    QCOMPARE(items->firstRepeated(), std::optional(u"a"_s));
    QCOMPARE(items->firstUnknown({u"a"_s}), std::optional(u"b"_s));
    QVERIFY(!items->firstUnknown({u"a"_s, u"b"_s}));
    QCOMPARE(items->values(u"a"), (std::vector<QString>{u"1"_s, u"2"_s}));
    QVERIFY(items->values(u"c").empty());
    QCOMPARE(items->count(u"a"), 2);
    QCOMPARE(items->count(u"c"), 0);
    QVERIFY(!QueryItems::parse("a=1&b=1")->firstRepeated());
    QCOMPARE(QueryItems::parse("a=1&b=1&b=2&a=2")->firstRepeated(), std::optional(u"a"_s));
    const auto odd = QueryItems::parse("a&b=&c=d=e&%66=%2B");
    QVERIFY(odd);
    QCOMPARE(odd->value(u"a"), std::optional(u""_s));
    QCOMPARE(odd->value(u"b"), std::optional(u""_s));
    QCOMPARE(odd->value(u"c"), std::optional(u"d=e"_s));
    QCOMPARE(odd->value(u"f"), std::optional(u"+"_s));
    QVERIFY(!QueryItems::parse("&a=1"));
    QVERIFY(!QueryItems::parse("&"));
    QVERIFY(!QueryItems::parse("%zz=1"));
}

void TestHttpSyntax::headersCountDuplicatesAndAliases()
{
    const HttpHeaders headers{
        {"X-Forwarded-Uri", "/a"}, {"x-forwarded-uri", "/b"}, {"X_Forwarded_Uri", "/c"}};
    QCOMPARE(headers.count("X-FORWARDED-URI"), 2);
    QCOMPARE(headers.countWithAliases("X-Forwarded-Uri"), 3);
    QCOMPARE(headers.value("X-Forwarded-Uri"), QByteArray("/a"));
    QVERIFY(headers.value("Other").isNull());
    // Whatever may stand in a field name (RFC 9110 section 5.6.2) and is no letter or digit becomes one
    // character in some framework's variable.
    const QByteArray marks = "!#$%&'*+-.^_`|~";
    for (const char mark : marks) {
        const HttpHeaders aliased{{"x" + QByteArray(1, mark) + "PARTNER.id", "evil"}};
        QCOMPARE(aliased.countWithAliases("X-Partner-Id"), 1);
        QCOMPARE(aliased.count("X-Partner-Id"), 0);
    }
    for (const QByteArray other : {"X-Partner-Ids", "X-PartnerId", "XX-Partner-Id", "X-Partner-1d"})
        QCOMPARE((HttpHeaders{{other, "1"}}).countWithAliases("X-Partner-Id"), 0);
}

QTEST_APPLESS_MAIN(TestHttpSyntax)
#include "tst_http_syntax.moc"
