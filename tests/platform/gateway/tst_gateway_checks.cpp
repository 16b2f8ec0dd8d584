// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/gateway_checks.h"
#include "platform/gateway/gateway_service.h"
#include "platform/gateway/identity_headers.h"
#include "tests/platform/oauth/oauth_fixture.h"

#include <QTest>

using namespace testing;

namespace {

/// A gateway endpoint that knows of checks, and one registered gateway.
struct CheckedPlatform : Platform
{
    std::unique_ptr<GatewayChecks> checks;
    Router asked;

    CheckedPlatform()
    {
        GatewayRule rule{u"edge"_s,          QByteArray(32, 'a'),     {}, {}, {},
                         toDateTime(noon()), toDateTime(noon() + 24h)};
        if (!GatewayRegistry::add(gatewayRegistryFile(dir.path()), rule))
            qFatal("cannot register");
        recorded.add(rule);
        checks = std::make_unique<GatewayChecks>(*holder, fixture.peppers, *tokens, *gateways, clock);
        mountGateway(asked,
                     std::make_shared<GatewayService>(GatewayDeps{*authorizer, *tokens, *gateways, clock,
                                                                  "pcx", nullptr, nullptr, checks.get()}));
    }

    HttpResponse ask(HttpRequest request)
    {
        request.requestId = "req_test";
        request.receivedAt = std::chrono::steady_clock::time_point(clock.now().steady);
        std::optional<HttpResponse> answer;
        asked.dispatch(std::move(request),
                       [&answer](HttpResponse response) { answer = std::move(response); });
        Q_ASSERT(answer);
        return std::move(*answer);
    }

    static QByteArray text(const GatewayChecks::Begun &begun, const char16_t *name)
    {
        for (const GatewayChecks::NamedToken &each : begun.tokens) {
            if (each.name == QStringView(name))
                return each.text.view().toByteArray();
        }
        qFatal("no such token");
    }

    static HttpHeaders bearer(const QByteArray &token) { return {{"Authorization", "Bearer " + token}}; }

    static HttpRequest sentOn(const HttpHeaders &headers)
    {
        HttpRequest request = get("/gateway/v1/probed", headers);
        request.listener = ListenerKind::UnixSocket;
        return request;
    }
};

HttpHeaders identityOf(const HttpResponse &answer)
{
    HttpHeaders headers;
    for (const QByteArray &name : identityHeaderNames())
        headers.add(name, answer.headers.value(name));
    return headers;
}

} // namespace

/// What the service does in a check of a gateway.
class TestGatewayChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensAreGoodForTheProbeRouteOnly()
    {
        CheckedPlatform platform;
        QVERIFY(!platform.checks->isGoingOn());
        const auto begun = platform.checks->begin(u"edge"_s, {});
        QVERIFY(begun);
        QVERIFY(platform.checks->isGoingOn());
        QCOMPARE(begun->tokens.size(), std::size_t(5));
        const HttpHeaders first = CheckedPlatform::bearer(CheckedPlatform::text(*begun, check_tokens::first));
        QCOMPARE(platform.ask(Platform::forward("GET", "/api/v1/probe", first)).status, 200);
        QCOMPARE(platform.ask(Platform::forward("GET", "/api/v1/orders", first)).status, 403);
        const auto seen = *platform.checks->seen(begun->id);
        QCOMPARE(seen.size(), 2);
        QCOMPARE(seen[0].token, u"first"_s);
        QCOMPARE(seen[0].gateway, u"local socket"_s);
        QCOMPARE(seen[0].path, u"/api/v1/probe"_s);
        QCOMPARE(seen[0].source, u"198.51.100.4"_s);
        QVERIFY(!seen[0].lengthTold);
        QCOMPARE(seen[0].status, 200);
        QCOMPARE(seen[1].status, 403);
        // Refused before its token is read.
        HttpHeaders forged = first;
        forged.add("X-Partner-Id", "prt_1");
        QCOMPARE(platform.ask(Platform::forward("GET", "/api/v1/probe", forged)).status, 400);
        // Nobody's calls, and nobody's limits.
        QVERIFY(platform.takeCalls().empty());
    }

    void somebodyMustBeAbleToCall()
    {
        CheckedPlatform platform;
        QVERIFY(platform.checks->begin(u"other"_s, {}).error().contains(u"trusts no gateway"_s));
        QCOMPARE(platform.checks->begin(u"edge"_s, u"crd_"_s + QString::fromLatin1(id16(2)))->credentialId,
                 u"crd_"_s + QString::fromLatin1(id16(2)));
        QVERIFY(!platform.checks->begin(u"edge"_s, u"crd_none"_s));
        PartnerRule frozen = Fixture::partner();
        frozen.status = PartnerStatus::Frozen;
        platform.set(frozen);
        QVERIFY(platform.checks->begin(u"edge"_s, {}).error().contains(u"no credential may call"_s));
    }

    void refusalsAreRehearsedAndNothingIsOpened()
    {
        CheckedPlatform platform;
        const auto begun = platform.checks->begin(u"edge"_s, {});
        const HttpHeaders throttled =
            CheckedPlatform::bearer(CheckedPlatform::text(*begun, check_tokens::throttled));
        const HttpHeaders gone = CheckedPlatform::bearer(CheckedPlatform::text(*begun, check_tokens::gone));
        HttpResponse answer = platform.ask(Platform::forward("GET", "/api/v1/probe", throttled));
        QCOMPARE(answer.status, 429);
        QVERIFY(answer.headers.value("Retry-After").toInt() > 0);
        QCOMPARE(platform.ask(Platform::forward("GET", "/api/v1/probe", gone)).status, 410);
        answer = platform.ask(Platform::nginx("GET", "/api/v1/probe", gone));
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.headers.value("X-Authz-Status"), QByteArray("410"));
        // What is refused anyway is refused for its own reason.
        QCOMPARE(platform.ask(Platform::forward("GET", "/api/v1/orders", gone)).status, 403);
    }

    void aDeniedTokenIsRefusedByTheNextDecision()
    {
        CheckedPlatform platform;
        const auto begun = platform.checks->begin(u"edge"_s, {});
        const HttpHeaders ended = CheckedPlatform::bearer(CheckedPlatform::text(*begun, check_tokens::ended));
        QCOMPARE(platform.ask(Platform::forward("GET", "/api/v1/probe", ended)).status, 200);
        QVERIFY(platform.checks->deny(begun->id, u"ended"_s));
        QCOMPARE(platform.ask(Platform::forward("GET", "/api/v1/probe", ended)).status, 401);
        QVERIFY(!platform.checks->deny(begun->id, u"other"_s));
        QVERIFY(!platform.checks->deny(u"none"_s, u"ended"_s));
    }

    void whatIsSentOnIsTold()
    {
        CheckedPlatform platform;
        const auto begun = platform.checks->begin(u"edge"_s, {});
        const QByteArray token = CheckedPlatform::text(*begun, check_tokens::first);
        const HttpResponse answer =
            platform.ask(Platform::forward("GET", "/api/v1/probe", CheckedPlatform::bearer(token)));
        HttpHeaders good = identityOf(answer);
        good.add("User-Agent", "check/" + begun->marker);
        QCOMPARE(platform.ask(CheckedPlatform::sentOn(good)).status, 204);
        CheckSighting seen = platform.checks->seen(begun->id)->constLast();
        QVERIFY(seen.passed);
        QCOMPARE(seen.token, u"first"_s);
        QVERIFY(!seen.holdsToken);
        QCOMPARE(seen.missing, QStringList());
        QCOMPARE(seen.marked, QStringList{u"User-Agent"_s});

        HttpHeaders bad = good;
        bad.remove("X-Scopes");
        bad.add("X_Realm", "prd");
        bad.add("X-Rewrite-URL", "/api/v1/" + begun->marker);
        bad.add("Authorization", "Bearer " + token);
        (void)platform.ask(CheckedPlatform::sentOn(bad));
        seen = platform.checks->seen(begun->id)->constLast();
        QVERIFY(seen.holdsToken);
        QCOMPARE(seen.missing, (QStringList{u"X-Realm"_s, u"X-Scopes"_s}));
        QCOMPARE(seen.marked, (QStringList{u"User-Agent"_s, u"X-Rewrite-URL"_s}));
        // What is no check's is not looked at.
        const qsizetype before = platform.checks->seen(begun->id)->size();
        (void)platform.ask(CheckedPlatform::sentOn({{"X-Decision-Id", "dec_other"}}));
        (void)platform.ask(Platform::forward("GET", "/api/v1/probe"));
        QCOMPARE(platform.checks->seen(begun->id)->size(), before);
        // By its marker a call is known that shows no token.
        (void)platform.ask(Platform::forward("GET", "/api/v1/probe", {{"User-Agent", begun->marker}}));
        QCOMPARE(platform.checks->seen(begun->id)->constLast().token, QString());
        QCOMPARE(platform.checks->seen(begun->id)->constLast().status, 401);
    }

    void checksEnd()
    {
        CheckedPlatform platform;
        QStringList ids;
        for (std::size_t n = 0; n <= GatewayChecks::most; ++n) {
            ids.append(platform.checks->begin(u"edge"_s, {})->id);
            platform.clock.advance(1s);
        }
        QVERIFY(!platform.checks->seen(ids.first())); // the oldest made room
        QVERIFY(platform.checks->seen(ids.last()));
        platform.clock.advance(AccessTokens::probeLife);
        QVERIFY(platform.checks->isGoingOn());
        (void)platform.ask(Platform::forward("GET", "/api/v1/probe"));
        QVERIFY(!platform.checks->isGoingOn()); // and from here on calls cost nothing more
        QVERIFY(!platform.checks->seen(ids.last()));
    }
};

QTEST_APPLESS_MAIN(TestGatewayChecks)
#include "tst_gateway_checks.moc"
