// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/router.h"

#include <QTest>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

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

/// Whether `act` ends the process by a signal, as a programming error does. In a child of its own.
template <typename Act>
bool aborts(Act act)
{
    const pid_t child = ::fork();
    if (child == 0) {
        const rlimit noCore{0, 0};
        ::setrlimit(RLIMIT_CORE, &noCore);
        ::signal(SIGABRT, SIG_DFL);
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
        act();
        ::_exit(0);
    }
    int status = 0;
    return child > 0 && ::waitpid(child, &status, 0) == child && WIFSIGNALED(status);
}

RouteOptions prefixed(bool anyMethod = false)
{
    RouteOptions options;
    options.prefix = true;
    options.anyMethod = anyMethod;
    return options;
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
    void theOrderOfAddingDoesNotMatter();
    void everyMethodAgainstEveryRoute();
    void routesThatCannotBeMeantEndTheProgram();
    void theServerAsAWhole();
    void ofSeveralOwnersTheNearest();
    void refusalsOnly();
    void whoIsToldAndWhoIsAsked();
    void nothingOfTheRequestBeforeIsLeft();
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

void TestRouter::theOrderOfAddingDoesNotMatter()
{
    struct Way
    {
        const char *path;
        RouteOptions options;
    };
    const std::vector<Way> ways{{"/a", prefixed()}, {"/a/b/c", prefixed()}, {"/{x}", prefixed()},
                                {"/{x}/b", {}},     {"/a/{y}", {}},         {"/a/b", {}},
                                {"/{x}/{y}", {}},   {"/a/b/c/d", {}},       {"/a/{y}/c", prefixed()}};
    const QList<std::pair<QByteArray, QByteArray>> wanted{{"/a", "/a prefix"},
                                                          {"/a/b", "/a/b"},
                                                          {"/a/z", "/a/{y}"},
                                                          {"/z/b", "/{x}/b"},
                                                          {"/z/z", "/{x}/{y}"},
                                                          {"/z", "/{x} prefix"},
                                                          {"/z/z/z", "/{x} prefix"},
                                                          {"/a/z/z", "/a prefix"},
                                                          {"/a/b/c", "/a/b/c prefix"},
                                                          {"/a/b/c/d", "/a/b/c/d"},
                                                          {"/a/b/c/e", "/a/b/c prefix"},
                                                          {"/a/z/c/e", "/a/{y}/c prefix"},
                                                          {"/a/b/c/d/e", "/a/b/c prefix"}};
    for (std::size_t turn = 0; turn < ways.size(); ++turn) {
        for (const bool backwards : {false, true}) {
            Router router;
            for (std::size_t i = 0; i < ways.size(); ++i) {
                const Way &way = ways[(turn + (backwards ? ways.size() - 1 - i : i)) % ways.size()];
                const QByteArray name = QByteArray(way.path) + (way.options.prefix ? " prefix" : "");
                router.add(
                    HttpMethod::Get, way.path,
                    [name](const HttpRequest &, const Responder &respond) { respond(textResponse(name)); },
                    way.options);
            }
            for (const auto &[target, name] : wanted)
                QCOMPARE(dispatch(router, HttpMethod::Get, target).body, name);
        }
    }
}

void TestRouter::everyMethodAgainstEveryRoute()
{
    const std::vector methods{HttpMethod::Get,   HttpMethod::Head,   HttpMethod::Post,    HttpMethod::Put,
                              HttpMethod::Patch, HttpMethod::Delete, HttpMethod::Options, HttpMethod::Other};
    for (const HttpMethod has : methods) {
        const bool takesJson = has == HttpMethod::Post || has == HttpMethod::Put || has == HttpMethod::Patch;
        QCOMPARE(Router::defaultOptions(has).body, takesJson ? BodyKind::Json : BodyKind::None);
        Router router;
        router.add(has, "/a", saying("found"));
        QCOMPARE(router.routes().front().options.body, Router::defaultOptions(has).body);
        RouteOptions any;
        any.anyMethod = true;
        router.add(has, "/any", saying("any"), any);
        for (const HttpMethod asked : methods) {
            const bool fits = has == asked || (has == HttpMethod::Get && asked == HttpMethod::Head);
            const HttpResponse answer = dispatch(router, asked, "/a");
            QCOMPARE(answer.status, fits ? 200 : 405);
            if (!fits) {
                QCOMPARE(answer.headers.value("Allow"),
                         has == HttpMethod::Get ? QByteArray("GET, HEAD") : methodName(has));
                QVERIFY(answer.body.contains(QByteArray("method " + methodName(asked) + '.')));
            }
            QCOMPARE(dispatch(router, asked, "/any").status, 200);
        }
    }
}

void TestRouter::routesThatCannotBeMeantEndTheProgram()
{
    const auto add = [](Router &router, const char *path, HttpMethod method = HttpMethod::Get,
                        const RouteOptions &options = {}) { router.add(method, path, saying("x"), options); };
    for (const char *path : {"", "a", "//", "/a/../b", "/a;b", "/a%2Fb", "/{a}.", "/a b"})
        QVERIFY2(aborts([&] {
                     Router router;
                     add(router, path);
                 }),
                 path);
    QVERIFY(aborts([] {
        Router router;
        router.add(HttpMethod::Get, "/a", Handler());
    }));
    QVERIFY(!aborts([&] {
        Router router;
        add(router, "/a/{b}/c");
    }));
    RouteOptions any;
    any.anyMethod = true;
    struct Pair
    {
        const char *path;
        HttpMethod method;
        RouteOptions options;
        bool isTwice;
    };
    // beside GET /a, and beside any method of /any
    for (const Pair &each : std::initializer_list<Pair>{{"/a", HttpMethod::Get, {}, true},
                                                        {"/a", HttpMethod::Post, {}, false},
                                                        {"/a", HttpMethod::Get, prefixed(), false},
                                                        {"/b", HttpMethod::Get, {}, false},
                                                        {"/a", HttpMethod::Post, any, false},
                                                        {"/any", HttpMethod::Post, any, true},
                                                        {"/any", HttpMethod::Get, {}, true},
                                                        {"/any", HttpMethod::Post, {}, false}}) {
        const bool ended = aborts([&] {
            Router router;
            add(router, "/a");
            add(router, "/any", HttpMethod::Get, any);
            add(router, each.path, each.method, each.options);
        });
        QVERIFY2(ended == each.isTwice, each.path);
    }
}

// RFC 9110 sections 9.3.6 and 9.3.7.
void TestRouter::theServerAsAWhole()
{
    Router router;
    router.add(HttpMethod::Options, "/a", saying("own"));
    const HttpResponse whole = dispatch(router, HttpMethod::Options, "*");
    QCOMPARE(whole.status, 204);
    QCOMPARE(whole.headers.value("Allow"), QByteArray("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"));
    QCOMPARE(dispatch(router, HttpMethod::Options, "/a").body, QByteArray("own"));
    QCOMPARE(dispatch(router, HttpMethod::Options, "/b").status, 404);
    HttpRequest request;
    request.rawMethod = "CONNECT";
    request.method = HttpMethod::Other;
    for (const char *target : {"localhost:1", "/a", "*"}) {
        request.rawTarget = target;
        const auto found = router.resolve(request);
        QVERIFY(std::holds_alternative<HttpResponse>(found));
        QCOMPARE(std::get<HttpResponse>(found).status, 501);
    }
}

// A path that has no single reading goes to the nearest route that judges paths itself, and to no other.
void TestRouter::ofSeveralOwnersTheNearest()
{
    for (const bool nearestFirst : {false, true}) {
        Router router;
        RouteOptions own = prefixed();
        own.ownTarget = true;
        const auto addNear = [&] { router.add(HttpMethod::Get, "/api/v1", saying("near"), own); };
        if (nearestFirst)
            addNear();
        router.add(HttpMethod::Get, "/api", saying("far"), own);
        if (!nearestFirst)
            addNear();
        router.add(HttpMethod::Get, "/api/v1/x", saying("strict"), prefixed()); // judges no paths
        RouteOptions exact;
        exact.ownTarget = true;
        router.add(HttpMethod::Get, "/api/v1/y", saying("exact"), exact); // has no paths below it
        QCOMPARE(dispatch(router, HttpMethod::Get, "/api/v1/..;/z").body, QByteArray("near"));
        QCOMPARE(dispatch(router, HttpMethod::Head, "/api/v1/..;/z").body, QByteArray("near"));
        QCOMPARE(dispatch(router, HttpMethod::Get, "/api/v1;/z").body, QByteArray("far"));
        QCOMPARE(dispatch(router, HttpMethod::Get, "/api/v1/x/..").body, QByteArray("near"));
        QCOMPARE(dispatch(router, HttpMethod::Get, "/api/v1/y/..").body, QByteArray("near"));
        QCOMPARE(dispatch(router, HttpMethod::Post, "/api/v1/..").status, 400);
        QCOMPARE(dispatch(router, HttpMethod::Get, "/apis/..").status, 400);
    }
}

void TestRouter::refusalsOnly()
{
    Router router;
    router.refuseWith("/own", [](const HttpRequest &, HttpResponse refusal) {
        return textResponse("first", refusal.status);
    });
    router.refuseWith("/own/deep",
                      [](const HttpRequest &, const HttpResponse &) { return textResponse("second", 400); });
    HttpRequest request;
    request.rawTarget = "/own/deep";
    for (const int status : {200, 204, 304, 399})
        QVERIFY(router.refusal(request, emptyResponse(status)).body.isEmpty());
    QCOMPARE(router.refusal(request, emptyResponse(400)).body, QByteArray("first"));
    QCOMPARE(router.refusal(request, emptyResponse(503)).status, 503);
    request.rawTarget = "own";
    QVERIFY(router.refusal(request, emptyResponse(400)).body.isEmpty());
    request.rawTarget.clear(); // nothing of it was read
    QVERIFY(router.refusal(request, emptyResponse(400)).body.isEmpty());
}

void TestRouter::whoIsToldAndWhoIsAsked()
{
    Router router;
    QByteArrayList seen;
    RouteOptions guarded;
    guarded.admit = [](const HttpRequest &request) -> Admission {
        if (request.headers.contains("X-Name"))
            return {std::nullopt, "anna"};
        return {textResponse("who?", 401), {}};
    };
    router.add(HttpMethod::Get, "/a", saying("in"), guarded);
    QCOMPARE(dispatch(router, HttpMethod::Get, "/a").status, 401); // nobody has to watch
    router.watch([&seen](const HttpRequest &request) { seen.append(request.rawTarget); });
    QCOMPARE(dispatch(router, HttpMethod::Get, "/a").body, QByteArray("who?"));
    QCOMPARE(dispatch(router, HttpMethod::Get, "/nowhere").status, 404);
    HttpRequest request;
    request.rawTarget = "/a";
    request.headers.add("X-Name", "anna");
    QByteArray told;
    router.dispatch(request, [&told](const HttpResponse &response) { told = response.body; });
    QCOMPARE(told, QByteArray("in"));
    QCOMPARE(seen, (QByteArrayList{"/a", "/nowhere", "/a"}));
}

// The reader's request serves one after the other.
void TestRouter::nothingOfTheRequestBeforeIsLeft()
{
    Router router;
    router.add(HttpMethod::Get, "/p/{id}", saying("p"));
    router.add(HttpMethod::Get, "/g", saying("g"), prefixed());
    HttpRequest request;
    for (int time = 0; time < 2; ++time) {
        request.rawTarget = "/p/1?a=1";
        QVERIFY(std::holds_alternative<const Router::Route *>(router.resolve(request)));
        QCOMPARE(request.pathParameters.size(), std::size_t(1));
        QCOMPARE(request.query.all().size(), std::size_t(1));
        request.rawTarget = "/g/1/2";
        QVERIFY(std::holds_alternative<const Router::Route *>(router.resolve(request)));
        QCOMPARE(request.prefixRemainder, u"/1/2"_s);
        QCOMPARE(request.route, QByteArray("/g"));
        QVERIFY(request.pathParameters.empty());
        QVERIFY(request.query.all().empty());
        request.rawTarget = "/g";
        QVERIFY(std::holds_alternative<const Router::Route *>(router.resolve(request)));
        QVERIFY(request.prefixRemainder.isEmpty());
    }
}

QTEST_APPLESS_MAIN(TestRouter)
#include "tst_router.moc"
