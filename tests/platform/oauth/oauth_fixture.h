// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/authorizer.h"
#include "platform/core/decision/metering.h"
#include "platform/demo/demo_api.h"
#include "platform/gateway/gateway_service.h"
#include "platform/gateway/revocation_probe.h"
#include "platform/oauth/live_tokens.h"
#include "platform/oauth/oauth_service.h"

#include "tests/platform/core/decision/decision_fixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <future>
#include <memory>
#include <mutex>

/// Token endpoint, gateway endpoint and demo API over one policy, called through the router without a
/// network.
namespace testing {

/// Denies at once, as the store's implementation does, and keeps what it was asked for.
class RecordingDenials final : public TokenDenials
{
public:
    explicit RecordingDenials(PolicyHolder &holder) : m_holder(holder) {}

    void deny(const Request &request, std::function<void(bool durable)> done) override
    {
        const qint64 number =
            m_holder.publish([&](const Policy &policy) { return policy.withDeniedToken(request.token); });
        drained = m_holder.oldestHeld() == number;
        asked.push_back(request);
        done(durable);
    }

    [[nodiscard]] bool isLasting(const QByteArray &) const override { return durable; }

    std::vector<Request> asked;
    bool durable = true;
    bool drained = false; ///< whoever asked last stood on no older snapshot: the denial waits for nobody

private:
    PolicyHolder &m_holder;
};

struct Platform
{
    QTemporaryDir dir;
    Fixture fixture;
    std::unique_ptr<PolicyHolder> holder = std::make_unique<PolicyHolder>(fixture.policy);
    ManualClock clock{noon()};
    FailureLimiter failures;
    CallQueue calls;
    LiveTokens live;
    std::unique_ptr<RecordingDenials> denials = std::make_unique<RecordingDenials>(*holder);
    std::unique_ptr<AccessTokens> tokens;
    std::unique_ptr<Authorizer> authorizer;
    RecordedGateways recorded;
    std::unique_ptr<GatewayRegistry> gateways;
    Router router;

    Platform()
    {
        SystemRandom random;
        QString why;
        auto keys = TokenKeys::open(dir.path(), toDateTime(noon()), random, &why);
        Q_ASSERT(keys);
        tokens = std::make_unique<AccessTokens>(std::move(*keys), u"https://platform.example"_s);
        authorizer =
            std::make_unique<Authorizer>(*holder, fixture.peppers, fixture.counters, failures, calls, clock);
        gateways = std::make_unique<GatewayRegistry>(gatewayRegistryFile(dir.path()), recorded);
        const auto service =
            std::make_shared<GatewayService>(GatewayDeps{*authorizer, *tokens, *gateways, clock, "pcx"});
        OAuthDeps deps{*holder, fixture.peppers, *tokens, *denials, live, failures, clock, "pcx"};
        deps.sourceOf = [service](const HttpRequest &request) { return service->sourceOf(request); };
        deps.gatewayOf = [service](const HttpRequest &request) {
            const auto gateway = service->identify(request);
            return gateway ? gateway->name : QString();
        };
        deps.records = &calls;
        mountOAuth(router, std::make_shared<OAuthService>(deps));
        mountGateway(router, service);
        mountDemo(router, std::make_shared<DemoApi>(DemoDeps{*authorizer, *tokens, clock, "pcx"}));
        set(fixture.credential(1, CredentialKind::ClientSecret));
        set(fixture.credential(2, CredentialKind::ApiKey));
        set(fixture.credential(3, CredentialKind::ClientSecret, Realm::Sandbox));
    }

    /// The records of calls since last asked, without those of requests of tokens.
    [[nodiscard]] auto takeCalls()
    {
        auto records = calls.takeNow().records;
        std::erase_if(records, [](const CallRecord &record) { return record.isTokenRequest; });
        return records;
    }

    void set(const CredentialRule &rule)
    {
        holder->publish([&](const Policy &policy) { return policy.withCredential(rule); });
    }
    void set(const PartnerRule &rule)
    {
        holder->publish([&](const Policy &policy) { return policy.withPartner(rule); });
    }

    /// The full text a partner holds.
    [[nodiscard]] static QByteArray text(int n, int generation = 1,
                                         CredentialTextType type = CredentialTextType::ClientSecret,
                                         Realm realm = Realm::Production)
    {
        const auto formatted =
            formatCredential({QByteArray("pcx"), type, realm, id16(n), Fixture::secret(n, generation)});
        Q_ASSERT(formatted);
        return formatted->view().toByteArray();
    }

    [[nodiscard]] static QByteArray clientId(int n) { return "crd_" + id16(n); }

    HttpResponse send(HttpRequest request)
    {
        request.requestId = "req_test";
        request.receivedAt = std::chrono::steady_clock::time_point(clock.now().steady);
        if (request.peerAddress.isEmpty())
            request.peerAddress = "192.0.2.7";
        std::optional<HttpResponse> answer;
        router.dispatch(std::move(request),
                        [&answer](HttpResponse response) { answer = std::move(response); });
        Q_ASSERT(answer);
        return std::move(*answer);
    }

    [[nodiscard]] static HttpRequest form(const QByteArray &path, const QByteArray &body)
    {
        HttpRequest request;
        request.method = HttpMethod::Post;
        request.rawTarget = path;
        request.headers.add("Content-Type", "application/x-www-form-urlencoded");
        request.body = body;
        return request;
    }

    [[nodiscard]] static HttpRequest basic(const QByteArray &path, int n, const QByteArray &body,
                                           int generation = 1)
    {
        HttpRequest request = form(path, body);
        request.headers.add("Authorization",
                            "Basic " + QByteArray(clientId(n) + ':' + text(n, generation)).toBase64());
        return request;
    }

    /// An access token of client `n`.
    QByteArray token(int n, const QByteArray &more = {}, int generation = 1)
    {
        const HttpResponse response =
            send(basic("/oauth2/token", n, "grant_type=client_credentials" + more, generation));
        return json(response).value("access_token"_L1).toString().toLatin1();
    }

    [[nodiscard]] static QJsonObject json(const HttpResponse &response)
    {
        return QJsonDocument::fromJson(response.body).object();
    }

    [[nodiscard]] static HttpRequest get(const QByteArray &target, const HttpHeaders &headers = {})
    {
        HttpRequest request;
        request.method = HttpMethod::Get;
        request.rawTarget = target;
        request.headers = headers;
        return request;
    }

    /// A question as nginx asks it, through a Unix socket.
    [[nodiscard]] static HttpRequest nginx(const QByteArray &method, const QByteArray &uri,
                                           const HttpHeaders &more = {})
    {
        HttpRequest request = get("/gateway/v1/authorize", more);
        request.headers.add("X-Original-Method", method);
        request.headers.add("X-Original-URI", uri);
        request.headers.add("X-Original-For", "198.51.100.4");
        request.listener = ListenerKind::UnixSocket;
        return request;
    }

    [[nodiscard]] static HttpRequest forward(const QByteArray &method, const QByteArray &uri,
                                             const HttpHeaders &more = {})
    {
        HttpRequest request = get("/gateway/v1/authorize", more);
        request.headers.add("X-Forwarded-Method", method);
        request.headers.add("X-Forwarded-Uri", uri);
        request.headers.add("X-Forwarded-For", "198.51.100.4");
        request.listener = ListenerKind::UnixSocket;
        return request;
    }

    [[nodiscard]] static HttpRequest envoy(const QByteArray &method, const QByteArray &uri,
                                           const HttpHeaders &more = {})
    {
        HttpRequest request = get("/gateway/v1/envoy" + uri, more);
        request.method = methodFromName(method);
        request.rawMethod = method;
        request.headers.add("X-Original-For", "198.51.100.4");
        request.headers.add("X-Forwarded-For", "192.0.2.1"); // which Envoy itself adds, and nobody reads
        request.headers.add("X-Forwarded-Proto", "https");
        request.listener = ListenerKind::UnixSocket;
        return request;
    }
};

} // namespace testing
