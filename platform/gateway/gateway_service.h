// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/authorizer.h"
#include "platform/core/decision/first_uses.h"
#include "platform/core/decision/legacy_reader.h"
#include "platform/gateway/authz_request.h"
#include "platform/gateway/gateway_checks.h"
#include "platform/gateway/gateway_registry.h"
#include "platform/gateway/report_queue.h"
#include "platform/http/router.h"

#include <memory>
#include <optional>

namespace pc::platform {

/// What the endpoint stands on; everything outlives the router it is mounted on.
struct GatewayDeps
{
    Authorizer &authorizer;
    const TokenReader &tokens;
    const GatewayRegistry &gateways;
    const Clock &clock;
    QByteArray brand;
    const LegacyReader *legacy = nullptr; ///< may be missing, as the next
    FirstUses *firstUses = nullptr;
    GatewayChecks *checks = nullptr;
    ReportQueue *reports = nullptr; ///< missing: gateways cannot report
};

/// The decision endpoint for gateways. Stateless but for its dependencies; thread-safe.
class GatewayService
{
public:
    /// A question that waited longer than this in our own queue is turned away uncounted: the gateway has
    /// given up by then, and a call must not be counted that nobody answers.
    static constexpr std::chrono::milliseconds deadline{120};

    explicit GatewayService(const GatewayDeps &deps);

    /// Who asks: the registered gateway with this client certificate, or somebody who may open the socket for
    /// gateways. The one judgement of it; nothing: nobody who may ask.
    [[nodiscard]] std::optional<GatewayIdentity> identify(const HttpRequest &request) const;
    /// From where a request to another endpoint comes: the peer, unless that is a proven gateway, then what
    /// it says; empty when it says nothing.
    [[nodiscard]] QByteArray sourceOf(const HttpRequest &request) const;

    /// `/gateway/v1/authorize`, and every address below `/gateway/v1/envoy`: 200 without a body and with
    /// every identity header, or the refusal in the gateway's dialect.
    [[nodiscard]] HttpResponse authorize(const HttpRequest &request, const GatewayIdentity &gateway) const;
    /// The same, later where an imported key must be proved first.
    void authorize(const HttpRequest &request, const GatewayIdentity &gateway,
                   const Responder &respond) const;
    /// The same for a question that could not be read, with the problem that was found: of a header that is
    /// too large, or malformed. It is a call, too, so it is recorded and gets a decision id.
    [[nodiscard]] HttpResponse unreadable(const HttpRequest &request, HttpResponse problem) const;
    /// `/gateway/v1/problem`: the body of a refusal for gateways that cannot pass it on (nginx). Told by
    /// X-Authz-Status, X-Authz-Code, X-Authz-Scope, X-Authz-Retry-After, X-Authz-Decision-Id, X-Request-Id,
    /// and of what ended X-Authz-Link and X-Authz-Detail. Its own status is the true one, or 200 where the
    /// gateway asks for that (X-Authz-Answer: 200).
    [[nodiscard]] HttpResponse problem(const HttpRequest &request, const GatewayIdentity &gateway) const;
    /// `/gateway/v1/probed`: 204; what a gateway answers for the probe route after the decision allowed it.
    [[nodiscard]] HttpResponse probed(const HttpRequest &request, const GatewayIdentity &gateway) const;
    /// Before the body of a report is read: a place for it, or 429.
    [[nodiscard]] Admission admitReport(const HttpRequest &request) const;
    /// `POST /gateway/v1/ended`: lines of the gateway's access log (readAccessLine()). 200 with ReportCounts
    /// once what could be taken of them is stored.
    void ended(const HttpRequest &request, const Responder &respond) const;

    [[nodiscard]] bool takesReports() const { return m_deps.reports != nullptr; }

private:
    [[nodiscard]] CallFacts factsOf(const HttpRequest &request, const AuthzRequest &question,
                                    const GatewayIdentity &gateway) const;
    [[nodiscard]] std::optional<HttpResponse> turnedAway(const HttpRequest &request,
                                                         const AuthzRequest &question) const;
    [[nodiscard]] HttpResponse answered(const AuthzRequest &question, CallFacts facts) const;
    [[nodiscard]] HttpResponse answeredInCheck(const AuthzRequest &question, CallFacts facts,
                                               const GatewayChecks::Call &call) const;
    [[nodiscard]] std::optional<GatewayChecks::Call> checkOf(const HttpRequest &request,
                                                             const CallFacts &facts) const;
    [[nodiscard]] HttpResponse refusal(const AuthzRequest &question, const Authorized &answer) const;

    GatewayDeps m_deps;
};

/// On the public router (client certificates) and on the routers of Unix sockets (file permissions).
void mountGateway(Router &router, std::shared_ptr<const GatewayService> service);

} // namespace pc::platform
