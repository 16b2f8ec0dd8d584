// SPDX-License-Identifier: GPL-3.0-or-later
// What a question may not hold, and how each refusal is told and recorded.
#include "tests/platform/oauth/oauth_fixture.h"

#include "platform/gateway/identity_headers.h"

#include <QFile>
#include <QTest>

using namespace testing;

namespace {

HttpHeaders bearer(const QByteArray &token)
{
    return {{"Authorization", "Bearer " + token}};
}

using Ask = HttpRequest (*)(const QByteArray &, const QByteArray &, const HttpHeaders &);
constexpr std::array dialects{&Platform::nginx, &Platform::forward, &Platform::envoy};

/// The status that the partner gets in the end.
int trueStatus(const HttpResponse &response)
{
    return response.headers.contains("X-Authz-Status") ? response.headers.value("X-Authz-Status").toInt()
                                                       : response.status;
}

/// One of nginx's shipped snippets, each run of white space as one blank; empty when there is none.
QByteArray snippet(const char *name)
{
    QFile file(QStringLiteral(PC_SOURCE_DIR "/installer/gateway/nginx/partner-gateway-%1.conf")
                   .arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll().simplified() : QByteArray();
}

HttpResponse unreadable(const Platform &platform, HttpRequest question, int status)
{
    question.requestId = "req_test";
    return platform.router.refusal(question,
                                   problemResponse(question, status, "x", u"something is wrong with it"_s));
}

} // namespace

class TestGatewayRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Every protected name under every spelling that some framework folds to it, in each dialect.
    void noSpellingOfAProtectedNamePasses()
    {
        Platform platform;
        const QByteArray token = platform.token(1);
        const QByteArray marks = "!#$%&'*+-.^_`|~";
        int tried = 0;
        for (const QByteArray &name : protectedHeaderNames()) {
            QByteArrayList spellings{name, name.toLower(), name.toUpper()};
            for (const char mark : marks) {
                spellings.append(QByteArray(name).replace('-', mark));
                QByteArray mixed = name; // the first dash only
                mixed[mixed.indexOf('-')] = mark;
                spellings.append(mixed.toLower());
            }
            for (const QByteArray &spelling : spellings) {
                for (const Ask ask : dialects) {
                    HttpHeaders headers = bearer(token);
                    headers.add(spelling, "evil");
                    const HttpResponse response = platform.send(ask("GET", "/api/v1/orders", headers));
                    QVERIFY2(trueStatus(response) == 400, spelling.constData());
                    ++tried;
                }
            }
        }
        QVERIFY(tried > 1000);
        (void)platform.calls.takeNow();
    }

    // nginx sends the client's fields along as they are. A line that sets one of these names would hide a
    // second field.
    void nginxHidesNoProtectedNameFromTheQuestion()
    {
        const QByteArray text = snippet("authorize");
        const qsizetype from = text.indexOf("location = /_partner/authorize {");
        const qsizetype to = text.indexOf("location @partner_refused");
        QVERIFY(from >= 0 && to > from);
        const QByteArray question = text.sliced(from, to - from);
        QVERIFY(question.contains("proxy_set_header X-Original-Method $request_method;"));
        QVERIFY(!question.contains("proxy_pass_request_headers"));
        for (const QByteArray &name : protectedHeaderNames() + QByteArrayList{"Authorization", "X-Api-Key"}) {
            const QByteArray line = "proxy_set_header " + name.toLower() + ' ';
            QVERIFY2(!question.toLower().contains(line), line.constData());
        }
    }

    // Whatever was decided: none of these names goes on to the API but as the gateway says it.
    void everyProtectedNameEndsAtTheGateway()
    {
        const QByteArray nginx = snippet("protect");
        QFile file(QStringLiteral(PC_SOURCE_DIR "/installer/gateway/caddy/Caddyfile"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray caddy = file.readAll().simplified();
        QFile yaml(QStringLiteral(PC_SOURCE_DIR "/installer/gateway/envoy/envoy.yaml"));
        QVERIFY(yaml.open(QIODevice::ReadOnly));
        const QByteArray envoy = yaml.readAll().simplified();
        const qsizetype told = envoy.indexOf("allowed_upstream_headers:");
        const QByteArray toUpstream =
            envoy.sliced(told, envoy.indexOf("allowed_client_headers_on_success:") - told);
        for (const QByteArray &name : protectedHeaderNames() + QByteArrayList{"Authorization", "X-Api-Key"}) {
            const bool isIdentity = identityHeaderNames().contains(name);
            // What stays while calls are observed, and never otherwise.
            const bool isKept = name == "Authorization" || name == "X-Api-Key";
            const QByteArray set = "proxy_set_header " + name +
                                   (isIdentity ? " $partner_"
                                    : isKept   ? " $partner_kept_"
                                               : " \"\";");
            QVERIFY2(nginx.contains(set), set.constData());
            QByteArray request = "request_header " + name + " {";
            if (!isIdentity)
                request = (isKept ? "request_header @partner_ends -" : "request_header -") + name + ' ';
            QVERIFY2(caddy.contains(request), request.constData());
            const QByteArray kept = "{ exact: " + name.toLower() + " }";
            QCOMPARE(toUpstream.contains(kept),
                     isIdentity || name == "X-Authz-Keeps"); // and is removed there
            const QByteArray removed = "- remove: " + name.toLower() + ' ';
            QCOMPARE(envoy.contains(removed), !isIdentity);
        }
    }

    // The headers of the question itself, and the credential's: a second one under another spelling.
    void noSpellingOfAQuestionHeaderPasses()
    {
        Platform platform;
        const QByteArray token = platform.token(1);
        const QByteArrayList both{"X-Request-Id", "Authorization", "X-Api-Key", "X-Forwarded-Host",
                                  "X-Forwarded-Proto"};
        const QByteArrayList own{"X-Original-Method",  "X-Original-URI",  "X-Original-For",
                                 "X-Forwarded-Method", "X-Forwarded-Uri", "X-Original-Host"};
        for (std::size_t i = 0; i < dialects.size(); ++i) {
            const bool isEnvoy = dialects[i] == &Platform::envoy;
            for (const QByteArray &name :
                 both + own + QByteArrayList{isEnvoy ? "Client-Cert" : "X-Forwarded-For"}) {
                for (const char mark : QByteArray("._~!")) {
                    HttpHeaders headers = bearer(token);
                    headers.add("X-Request-Id", "gw-1");
                    QByteArray spelling = name;
                    spelling.replace('-', mark);
                    headers.add(spelling, "/api/v1/orders");
                    const int status =
                        trueStatus(platform.send(dialects[i]("GET", "/api/v1/orders", headers)));
                    QVERIFY2(status == 400 || status == 401, spelling.constData());
                }
            }
        }
    }

    // Decided by method and path; what the query holds is the API's business.
    void theQueryDoesNotMatter()
    {
        Platform platform;
        const HttpHeaders good = bearer(platform.token(1));
        for (const QByteArray query : {"?", "?a=1&", "?q=%E4", "?%", "??", "?a=%00", "?a;b", "?../..;/x",
                                       "?#x", "?&&=", "?q=%2e%2e%2f"}) {
            for (const Ask ask : dialects) {
                QCOMPARE(platform.send(ask("GET", "/api/v1/orders" + query, good)).status, 200);
                HttpRequest asked = ask("GET", "/api/v1/orders", good);
                asked.rawTarget += query; // a gateway that leaves it on the question's own address
                QCOMPARE(platform.send(asked).status, 200);
            }
        }
        const QByteArray target = "https://api.example/api/v1/orders?x=1";
        QCOMPARE(platform.send(Platform::forward("GET", target, good)).status, 200);
        for (const CallRecord &record : platform.takeCalls())
            QCOMPARE(record.path, u"/api/v1/orders"_s);
    }

    void noSecondReadingOfAPathPasses_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"/api/v1/orders/..;/status",
                                 "/api/v1/orders;x=1",
                                 "/api/v1/;/orders",
                                 "/api/v1/orders%3bx",
                                 "/api/v1/orders%3B",
                                 "/api/v1/x/..%3b/orders",
                                 "/api/v1\\orders",
                                 "/api/v1/%5corders",
                                 "/api/v1/%2e%2e/v1/orders",
                                 "/api/v1/%2e/orders",
                                 "/api/v1/orders%2e",
                                 "/api/v1/orders%00",
                                 "/api/v1/orders%00.json",
                                 "/api/v1/%c0%ae%c0%ae/orders",
                                 "/api/v1/orders.",
                                 "/api/v1/orders../",
                                 "/api/v1/orders..",
                                 "/api/v1//orders",
                                 "//api/v1/orders",
                                 "/api/v1/orders#/x",
                                 "/api/v1/orders%23",
                                 "/api/v1/orders%20",
                                 "/api/v1/orders%0d%0ax",
                                 "/api/v1/orders%ef%bc%8fx",
                                 "/api/v1/orders%e2%80%8b",
                                 "api/v1/orders",
                                 "*",
                                 "",
                                 "https://h@x/api/v1/orders",
                                 "ftp://x/api/v1/orders",
                                 "https:/api/v1/orders"})
            QTest::newRow(path) << QByteArray(path);
    }

    void noSecondReadingOfAPathPasses()
    {
        QFETCH(QByteArray, path);
        Platform platform;
        const HttpHeaders good = bearer(platform.token(1));
        std::size_t asked = 0;
        for (const Ask ask : dialects) {
            if (ask == &Platform::envoy && !path.startsWith('/'))
                continue; // what Envoy puts behind its prefix has a slash
            ++asked;
            const HttpResponse response = platform.send(ask("GET", path, good));
            QVERIFY(trueStatus(response) == 400 || trueStatus(response) == 403);
            QVERIFY(response.headers.value("X-Decision-Id").startsWith("dec_"));
        }
        const auto records = platform.takeCalls();
        QCOMPARE(records.size(), asked); // refused, and recorded all the same
        for (const CallRecord &record : records)
            QCOMPARE(record.outcome, Outcome::Refused);
        // The demo API is the same decision, with a record, too.
        if (path.startsWith("/api/v1/")) {
            const HttpResponse direct = platform.send(Platform::get(path, good));
            QVERIFY(direct.status == 400 || direct.status == 403);
            QVERIFY(direct.headers.value("X-Decision-Id").startsWith("dec_"));
            QCOMPARE(platform.takeCalls().size(), std::size_t(1));
        }
    }

    // A header that is too large for us is a refusal of its own: waiting does not help, and nginx can say so.
    void tooLargeAHeaderIs431()
    {
        Platform platform;
        for (const Ask ask : dialects) {
            const HttpResponse response = unreadable(platform, ask("GET", "/api/v1/orders", {}), 431);
            const bool nginx = ask == &Platform::nginx;
            QCOMPARE(response.status, nginx ? 403 : 431);
            QCOMPARE(response.headers.value("X-Authz-Status"), QByteArray("431"));
            QVERIFY(!response.headers.contains("Retry-After"));
            const auto records = platform.takeCalls();
            QCOMPARE(records.size(), std::size_t(1));
            QCOMPARE(records[0].status, 431);
            QCOMPARE(records[0].reason, DecisionReason::HeaderTooLarge);
            QCOMPARE(records[0].path, u"/api/v1/orders"_s);
            QCOMPARE(records[0].id.toLatin1(), response.headers.value("X-Decision-Id"));
            if (nginx)
                QCOMPARE(response.headers.value("X-Authz-Code"), QByteArray("header_too_large"));
        }
        HttpRequest bare = Platform::get("/gateway/v1/authorize"); // nothing of the question arrived
        bare.listener = ListenerKind::UnixSocket;
        QCOMPARE(unreadable(platform, bare, 431).status, 431);
        QCOMPARE(unreadable(platform, bare, 400).status, 400);
        QCOMPARE(platform.takeCalls().size(), std::size_t(2));
        QCOMPARE(unreadable(platform, bare, 503).status, 503); // no decision is no refusal
        HttpRequest stranger = Platform::forward("GET", "/api/v1/orders", {});
        stranger.listener = ListenerKind::Tcp;
        QCOMPARE(Platform::json(unreadable(platform, stranger, 431)).value("code"_L1).toString(),
                 u"gateway_untrusted"_s);
        QVERIFY(platform.takeCalls().empty());
    }

    // What a gateway tells of a body before anybody reads it, in each dialect; the route takes 64 KiB.
    void theLengthOfABodyIsTheGatewaysWord()
    {
        Platform platform;
        CredentialRule writer = platform.fixture.credential(4);
        writer.scopes = {u"orders:write"_s};
        platform.set(writer);
        const HttpHeaders key{{"X-Api-Key", Platform::text(4, 1, CredentialTextType::ApiKey)}};
        const auto with = [&key](const HttpHeaders &more) {
            HttpHeaders headers = key;
            for (const HttpHeader &field : more.all())
                headers.add(field.name, field.value);
            return headers;
        };
        struct Case
        {
            HttpHeaders more;
            int status;
            QByteArray code;
        };
        const Case cases[]{
            {HttpHeaders(), 200, {}},
            {{{"X-Original-Length", "65536"}}, 200, {}},
            {{{"X-Original-Length", "65537"}}, 413, "body_too_large"},
            {{{"X-Original-Length", ""}}, 411, "length_required"},
            {{{"X-Original-Length", "unknown"}}, 411, "length_required"},
            {{{"X-Original-Length", "held"}}, 200, {}},
            {{{"X-Original-Length", "held"}, {"Content-Type", "application/json"}}, 411, "length_required"},
            {{{"X-Original-Length", "5"}, {"X-Original-Length", "5"}}, 400, "request_not_canonical"},
            {{{"X-Original-Length", "5"}, {"X_Original_Length", "6"}}, 400, "request_not_canonical"},
            {{{"x.original.length", "5"}}, 400, "request_not_canonical"}};
        for (const Ask ask : dialects) {
            for (const auto &[more, status, code] : cases) {
                const HttpResponse response = platform.send(ask("POST", "/api/v1/orders", with(more)));
                QCOMPARE(trueStatus(response), status);
                const bool isHeld = status == 200 && more.value("X-Original-Length") == "held";
                QCOMPARE(response.headers.value("X-Original-Length"), QByteArray(isHeld ? "0" : ""));
                if (status != 200 && ask == &Platform::nginx)
                    QCOMPARE(response.headers.value("X-Authz-Code"), code);
                else if (status != 200)
                    QCOMPARE(Platform::json(response).value("code"_L1).toString().toLatin1(), code);
            }
        }
    }

    // nginx asks for the body of a refusal: by the code, and by the status where the code is of another
    // release.
    void everyStatusBecomesTheTrueAnswer_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<int>("status");
        QTest::newRow("limit") << QByteArray("rate_limited") << QByteArray("429") << 429;
        QTest::newRow("quota") << QByteArray("quota_exceeded") << QByteArray("429") << 429;
        QTest::newRow("busy") << QByteArray("overloaded") << QByteArray("429") << 429;
        QTest::newRow("header") << QByteArray("header_too_large") << QByteArray("431") << 431;
        QTest::newRow("canonical") << QByteArray("request_not_canonical") << QByteArray("400") << 400;
        QTest::newRow("later release") << QByteArray("version_retired") << QByteArray("410") << 410;
        QTest::newRow("code wins") << QByteArray("scope_missing") << QByteArray("429") << 403;
        QTest::newRow("no refusal") << QByteArray("made_up") << QByteArray("200") << 403;
        QTest::newRow("below") << QByteArray("made_up") << QByteArray("399") << 403;
        QTest::newRow("above") << QByteArray("made_up") << QByteArray("500") << 403;
        QTest::newRow("no number") << QByteArray("made_up") << QByteArray("x") << 403;
        QTest::newRow("nothing") << QByteArray() << QByteArray() << 403;
    }

    void everyStatusBecomesTheTrueAnswer()
    {
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, sent);
        QFETCH(int, status);
        Platform platform;
        HttpRequest ask =
            Platform::get("/gateway/v1/problem", {{"X-Authz-Code", code}, {"X-Authz-Status", sent}});
        ask.listener = ListenerKind::UnixSocket;
        const HttpResponse response = platform.send(ask);
        QCOMPARE(response.status, status);
        QCOMPARE(Platform::json(response).value("status"_L1).toInt(), status);
        QVERIFY(!response.headers.contains("Retry-After"));
        QCOMPARE(response.headers.value("Content-Type"), QByteArray("application/problem+json"));
        ask.headers.add("X-Authz-Answer", "200"); // of a gateway that gives the status itself
        QCOMPARE(platform.send(ask).status, 200);
        QCOMPARE(platform.send(ask).body, response.body);
    }

    // What nginx hands back is cut, and a wait that is none is not told.
    void boundsOfAProblem()
    {
        Platform platform;
        const auto ask = [&platform](const HttpHeaders &headers) {
            HttpRequest request = Platform::get("/gateway/v1/problem", headers);
            request.listener = ListenerKind::UnixSocket;
            return platform.send(request);
        };
        for (const int size : {64, 65}) {
            const HttpResponse response =
                ask({{"X-Authz-Code", "rate_limited"}, {"X-Authz-Decision-Id", QByteArray(size, 'd')}});
            QCOMPARE(Platform::json(response).value("decision_id"_L1).toString().size(), 64);
        }
        for (const int size : {256, 257}) {
            const HttpResponse response =
                ask({{"X-Authz-Code", "scope_missing"}, {"X-Authz-Scope", QByteArray(size, 's')}});
            QCOMPARE(Platform::json(response).value("scope"_L1).toString().size(), 256);
        }
        for (const QByteArray wait : {"0", "-1", "x", "", "1.5", "99999999999999999999"}) {
            const HttpResponse response =
                ask({{"X-Authz-Code", "rate_limited"}, {"X-Authz-Retry-After", wait}});
            QVERIFY2(!response.headers.contains("Retry-After"), wait.constData());
            QVERIFY(!Platform::json(response).contains("retry_after"_L1));
        }
        QCOMPARE(ask({{"X-Authz-Code", "rate_limited"}, {"X-Authz-Retry-After", "1"}})
                     .headers.value("Retry-After"),
                 QByteArray("1"));
    }

    // Each bound of a question's parts, on both sides.
    void boundsOfTheParts()
    {
        Platform platform;
        const HttpHeaders good = bearer(platform.token(1));
        const auto status = [&](const QByteArray &method, const QByteArray &source, const QByteArray &id) {
            HttpRequest request = Platform::forward(method, "/api/v1/orders", good);
            request.headers.set("X-Forwarded-For", source);
            request.headers.set("X-Request-Id", id);
            return platform.send(request).status;
        };
        const QByteArray here = "198.51.100.4";
        QCOMPARE(status("GET", here, "a"), 200);
        for (const QByteArray &method :
             {QByteArray("PUT"), QByteArray("OPTIONS"), QByteArray("PROPFIND"), QByteArray("VERSION-CONTROL"),
              QByteArray("A"), QByteArray(32, 'A')}) // a method, of no route
            QCOMPARE(status(method, here, "a"), 403);
        for (const QByteArray &method : {QByteArray(), QByteArray("get"), QByteArray("GET1"),
                                         QByteArray("-GET"), QByteArray(" GET"), QByteArray(33, 'A')})
            QCOMPARE(status(method, here, "a"), 400);
        QCOMPARE(status("GET", QByteArray(45, '1'), "a"), 200); // the longest text of an IPv6 address
        QCOMPARE(status("GET", QByteArray(46, '1'), "a"), 400);
        QCOMPARE(status("GET", "", "a"), 400);
        QCOMPARE(status("GET", "fe80::1%eth0", "a"), 400);
        (void)platform.calls.takeNow();
        // A request id of the gateway's is kept when it is usable, else ours stands in its place.
        for (const auto &[id, kept] :
             {std::pair(QByteArray(64, 'a'), true), std::pair(QByteArray(65, 'a'), false),
              std::pair(QByteArray("a.b-c_D9"), true), std::pair(QByteArray(""), false),
              std::pair(QByteArray("a b"), false), std::pair(QByteArray("a/b"), false)}) {
            QCOMPARE(status("GET", here, id), 200);
            const auto records = platform.takeCalls();
            QCOMPARE(records.size(), std::size_t(1));
            QCOMPARE(records[0].requestId, QString::fromLatin1(kept ? id : QByteArray("req_test")));
        }
    }
};

QTEST_APPLESS_MAIN(TestGatewayRefusals)
#include "tst_gateway_refusals.moc"
