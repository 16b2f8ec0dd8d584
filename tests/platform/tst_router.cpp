// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/router.h"

#include <QTest>

using namespace pc::platform;
using namespace Qt::StringLiterals;

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

class TestRouter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void prefersTheMoreSpecific();
    void refuses_data();
    void refuses();
    void takesTheAbsoluteForm();
    void leavesTheTargetToItsOwner();
    void refusalsSpeakTheLanguageOfTheirResource();
    void givesParametersAndRemainder();
};

void TestRouter::prefersTheMoreSpecific()
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

void TestRouter::refuses_data()
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

void TestRouter::refuses()
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
void TestRouter::takesTheAbsoluteForm()
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
void TestRouter::leavesTheTargetToItsOwner()
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

void TestRouter::refusalsSpeakTheLanguageOfTheirResource()
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

void TestRouter::givesParametersAndRemainder()
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

QTEST_APPLESS_MAIN(TestRouter)
#include "tst_router.moc"
