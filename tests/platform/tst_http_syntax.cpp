// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/canonical_path.h"
#include "platform/http/query.h"
#include "platform/http/response_writer.h"
#include "platform/http/router.h"

#include <QTest>

using namespace pc::platform;
using namespace Qt::StringLiterals;

class TestHttpSyntax : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void canonicalPaths_data();
    void canonicalPaths();
    void queries_data();
    void queries();
    void queryAnswersOnlyUniqueNames();
    void headersCountDuplicatesAndAliases();
    void routerPrefersTheMoreSpecific();
    void routerRefuses_data();
    void routerRefuses();
    void routerTakesTheAbsoluteForm();
    void routerLeavesTheTargetToItsOwner();
    void refusalsSpeakTheLanguageOfTheirResource();
    void routerGivesParametersAndRemainder();
    void responseHeadFramesAlone();
    void responseHeadRefusesInjection_data();
    void responseHeadRefusesInjection();
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
    QCOMPARE(items->firstUnknown({u"a"}), std::optional(u"b"_s));
    QVERIFY(!items->firstUnknown({u"a", u"b"}));
    QCOMPARE(items->values(u"a"), (std::vector<QString>{u"1"_s, u"2"_s}));
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

namespace {

HttpResponse dispatch(const Router &router, HttpMethod method, const QByteArray &target)
{
    HttpRequest request;
    request.method = method;
    request.rawTarget = target;
    request.requestId = "req_test";
    HttpResponse answer;
    answer.status = 0;
    router.dispatch(request, [&answer](HttpResponse response) { answer = std::move(response); });
    return answer;
}

Handler saying(const char *word)
{
    return [word](const HttpRequest &, const Responder &respond) { respond(textResponse(word)); };
}

} // namespace

void TestHttpSyntax::routerPrefersTheMoreSpecific()
{
    Router router;
    RouteOptions prefix;
    prefix.prefix = true;
    router.add(HttpMethod::Get, "/a", saying("short prefix"), prefix);
    router.add(HttpMethod::Get, "/a/{x}", saying("parameter"));
    router.add(HttpMethod::Get, "/a/b", saying("literal"));
    router.add(HttpMethod::Get, "/a/b/c", saying("long prefix"), prefix);
    router.add(HttpMethod::Post, "/a/b", saying("post"));
    QCOMPARE(dispatch(router, HttpMethod::Get, "/a/b").body, QByteArray("literal"));
    QCOMPARE(dispatch(router, HttpMethod::Head, "/a/b").body, QByteArray("literal"));
    QCOMPARE(dispatch(router, HttpMethod::Post, "/a/b").body, QByteArray("post"));
    QCOMPARE(dispatch(router, HttpMethod::Get, "/a/z").body, QByteArray("parameter"));
    QCOMPARE(dispatch(router, HttpMethod::Get, "/a").body, QByteArray("short prefix"));
    QCOMPARE(dispatch(router, HttpMethod::Get, "/a/z/z").body, QByteArray("short prefix"));
    QCOMPARE(dispatch(router, HttpMethod::Get, "/a/b/c/d").body, QByteArray("long prefix"));
}

void TestHttpSyntax::routerRefuses_data()
{
    QTest::addColumn<HttpMethod>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("allow");
    QTest::newRow("unknown path") << HttpMethod::Get << QByteArray("/b") << 404 << QByteArray();
    QTest::newRow("parameter is not empty") << HttpMethod::Get << QByteArray("/a/") << 404 << QByteArray();
    QTest::newRow("trailing slash") << HttpMethod::Get << QByteArray("/a/1/") << 404 << QByteArray();
    QTest::newRow("method") << HttpMethod::Delete << QByteArray("/a/1") << 405
                            << QByteArray("GET, HEAD, PATCH");
    QTest::newRow("options") << HttpMethod::Options << QByteArray("/a/1") << 405
                             << QByteArray("GET, HEAD, PATCH");
    QTest::newRow("unknown method") << HttpMethod::Other << QByteArray("/a/1") << 405
                                    << QByteArray("GET, HEAD, PATCH");
    QTest::newRow("path") << HttpMethod::Get << QByteArray("/a/../a/1") << 400 << QByteArray();
    QTest::newRow("query") << HttpMethod::Get << QByteArray("/a/1?x=%") << 400 << QByteArray();
    QTest::newRow("asterisk") << HttpMethod::Get << QByteArray("*") << 400 << QByteArray();
    QTest::newRow("authority form") << HttpMethod::Get << QByteArray("host:443") << 400 << QByteArray();
    QTest::newRow("absolute path is checked")
        << HttpMethod::Get << QByteArray("https://h/a/../a/1") << 400 << QByteArray();
    QTest::newRow("absolute unknown path")
        << HttpMethod::Get << QByteArray("https://h/b") << 404 << QByteArray();
}

void TestHttpSyntax::routerRefuses()
{
    QFETCH(HttpMethod, method);
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QFETCH(QByteArray, allow);
    Router router;
    router.add(HttpMethod::Get, "/a/{id}", saying("get"));
    router.add(HttpMethod::Patch, "/a/{id}", saying("patch"));
    const HttpResponse answer = dispatch(router, method, target);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.headers.value("Allow"), allow);
    QCOMPARE(answer.headers.value("Content-Type"), QByteArray("application/problem+json"));
    QVERIFY(answer.body.contains("\"request_id\":\"req_test\""));
}

// RFC 9112 section 3.2.2: the target's host takes the place of the Host header, whatever that says.
void TestHttpSyntax::routerTakesTheAbsoluteForm()
{
    Router router;
    HttpRequest seen;
    router.add(HttpMethod::Get, "/a/{id}", [&seen](const HttpRequest &request, const Responder &respond) {
        seen = request;
        respond(emptyResponse());
    });
    HttpRequest request;
    request.rawTarget = "HTTPS://api.example:8443/a/1?x=2";
    request.headers.add("Host", "other.example");
    int status = 0;
    router.dispatch(request, [&status](const HttpResponse &response) { status = response.status; });
    QCOMPARE(status, 204);
    QCOMPARE(seen.pathParameter("id"), u"1"_s);
    QCOMPARE(seen.query.value(u"x"), std::optional(u"2"_s));
    QCOMPARE(seen.headers.count("Host"), 1);
    QCOMPARE(seen.headers.value("Host"), QByteArray("api.example:8443"));
}

// Path and query of such a route are somebody else's: nothing of them is refused before its handler.
void TestHttpSyntax::routerLeavesTheTargetToItsOwner()
{
    Router router;
    QByteArray seen;
    const auto keep = [&seen](const HttpRequest &request, const Responder &respond) {
        seen = request.rawPath + '|' + request.path.toUtf8() + '|' + request.rawQuery;
        respond(emptyResponse());
    };
    RouteOptions own;
    own.ownTarget = true;
    router.add(HttpMethod::Get, "/one", keep, own);
    own.prefix = true;
    own.anyMethod = true;
    router.add(HttpMethod::Get, "/api", keep, own);
    router.add(HttpMethod::Get, "/strict", keep);
    QCOMPARE(dispatch(router, HttpMethod::Get, "/one?a=1&").status, 204);
    QCOMPARE(seen, QByteArray("/one|/one|a=1&"));
    QCOMPARE(dispatch(router, HttpMethod::Delete, "/api/x?q=%E4").status, 204);
    QCOMPARE(seen, QByteArray("/api/x|/api/x|q=%E4"));
    QCOMPARE(dispatch(router, HttpMethod::Get, "/api/..;/x").status, 204);
    QCOMPARE(seen, QByteArray("/api/..;/x||"));
    QCOMPARE(dispatch(router, HttpMethod::Get, "/apis/..;/x").status, 400);
    QCOMPARE(dispatch(router, HttpMethod::Get, "/one/../one").status, 400);
    QCOMPARE(dispatch(router, HttpMethod::Get, "/strict?q=%E4").status, 400);
}

void TestHttpSyntax::refusalsSpeakTheLanguageOfTheirResource()
{
    Router router;
    router.add(HttpMethod::Post, "/own/x", saying("x"));
    router.refuseWith("/own", [](const HttpRequest &, HttpResponse refusal) {
        return textResponse("ours", refusal.status);
    });
    for (const QByteArray target : {"/own/x", "/own/y", "/own", "/own/../x", "https://h/own/x", "/%6fwn/y"})
        QCOMPARE(dispatch(router, HttpMethod::Get, target).body, QByteArray("ours"));
    for (const QByteArray target : {"/", "/owner", "/other/own", "*", "own"})
        QVERIFY(dispatch(router, HttpMethod::Get, target).body.startsWith('{'));
}

void TestHttpSyntax::routerGivesParametersAndRemainder()
{
    Router router;
    HttpRequest seen;
    const Handler keep = [&seen](const HttpRequest &request, const Responder &respond) {
        seen = request;
        respond(emptyResponse());
    };
    RouteOptions prefix;
    prefix.prefix = true;
    router.add(HttpMethod::Get, "/p/{id}/c/{other}", keep);
    router.add(HttpMethod::Get, "/g", keep, prefix);
    QCOMPARE(dispatch(router, HttpMethod::Get, "/p/prt%5f1/c/x%20y?q=%41").status, 204);
    QCOMPARE(seen.pathParameter("id"), u"prt_1"_s);
    QCOMPARE(seen.pathParameter("other"), u"x y"_s);
    QCOMPARE(seen.route, QByteArray("/p/{id}/c/{other}"));
    QCOMPARE(seen.query.value(u"q"), std::optional(u"A"_s));
    QCOMPARE(dispatch(router, HttpMethod::Get, "/g/api/v1/orders").status, 204);
    QCOMPARE(seen.prefixRemainder, u"/api/v1/orders"_s);
    QCOMPARE(dispatch(router, HttpMethod::Get, "/g/x/").status, 204);
    QCOMPARE(seen.prefixRemainder, u"/x/"_s);
}

void TestHttpSyntax::responseHeadFramesAlone()
{
    HttpResponse response = textResponse("hello");
    response.headers.set("Content-Length", "999");
    response.headers.set("Transfer-Encoding", "chunked");
    response.headers.set("Server", "x");
    response.headers.set("ETag", "\"1\"");
    ResponseFraming framing;
    framing.requestId = "req_1";
    const QByteArray head = responseHead(response, framing);
    QVERIFY(head.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(head.endsWith("\r\n\r\n"));
    QCOMPARE(head.count("Content-Length"), 1);
    QVERIFY(head.contains("Content-Length: 5\r\n"));
    QVERIFY(head.contains("ETag: \"1\"\r\n"));
    QVERIFY(head.contains("X-Request-Id: req_1\r\n"));
    QVERIFY(head.contains("Cache-Control: no-store\r\n"));
    QVERIFY(!head.contains("Transfer-Encoding"));
    QVERIFY(!head.contains("Server"));

    framing.keepAlive = false;
    const QByteArray closing = responseHead(emptyResponse(), framing);
    QVERIFY(closing.contains("Connection: close\r\n"));
    QVERIFY(!closing.contains("Content-Length"));
}

void TestHttpSyntax::responseHeadRefusesInjection_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("line end in value") << QByteArray("X-A") << QByteArray("a\r\nSet-Cookie: b");
    QTest::newRow("line feed in value") << QByteArray("X-A") << QByteArray("a\nb");
    QTest::newRow("NUL in value") << QByteArray("X-A") << QByteArray("a\0b", 3);
    QTest::newRow("colon in name") << QByteArray("X-A: b") << QByteArray("a");
    QTest::newRow("empty name") << QByteArray("") << QByteArray("a");
}

void TestHttpSyntax::responseHeadRefusesInjection()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    HttpResponse response = emptyResponse();
    response.headers.add(name, value);
    QVERIFY(responseHead(response, ResponseFraming()).isNull());
}

QTEST_APPLESS_MAIN(TestHttpSyntax)
#include "tst_http_syntax.moc"
