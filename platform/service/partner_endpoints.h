// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/authorizer.h"
#include "platform/core/decision/first_uses.h"
#include "platform/core/decision/legacy_reader.h"
#include "platform/gateway/gateway_checks.h"
#include "platform/gateway/gateway_registry.h"
#include "platform/gateway/revocation_probe.h"
#include "platform/http/router.h"
#include "platform/oauth/access_tokens.h"
#include "platform/oauth/live_tokens.h"
#include "platform/oauth/token_denials.h"

#include <tl/expected.hpp>

#include <memory>

namespace pc::platform {

class GatewayService;
class ReportQueue;

/// What the partners' half of the service stands on; everything outlives it.
struct PartnerEndpointDeps
{
    PolicyHolder &policy;
    const PepperRing &peppers;
    Counters &counters;
    RecordSink &calls;
    const Clock &clock;
    QString dataDirectory;
    QString issuer; ///< absolute https URL without a trailing slash
    QString origin; ///< where partners reach the endpoints; the same form
    QByteArray brand;
    const RecordedGateways &gateways;
    LeakWatch *leaks = nullptr;               ///< may be missing
    const LegacyHmacKeys *hmacKeys = nullptr; ///< of other systems; may be missing
    FirstUses::Sink rehashed = {};            ///< takes what imported keys are found by since their first use
    /// OAuthDeps::named
    std::function<void(const QByteArray &id16, Instant at, const QByteArray &source)> named = {};
    ReportQueue *reports = nullptr; ///< where what gateways report goes; may be missing
};

/// Everything that partners and gateways talk to: tokens, decisions, the demo API. Made once by the
/// composition root, which mounts it and hands live tokens and the probe to the operators' half.
class PartnerEndpoints
{
public:
    /// Opens or makes the token keys. The error is a plain sentence.
    [[nodiscard]] static tl::expected<std::unique_ptr<PartnerEndpoints>, QString>
    open(const PartnerEndpointDeps &deps, RandomSource &random);

    /// Over TLS: token endpoint, gateway endpoint (client certificates) and demo API. `denials` outlives the
    /// router's use.
    void mountPublic(Router &router, TokenDenials &denials);
    /// On a Unix socket for gateways: the gateway endpoint only.
    void mountGatewaySocket(Router &router);

    /// The name of the gateway that this certificate belongs to; empty for anybody else's.
    [[nodiscard]] QByteArray gatewayOf(const PeerCertificate &certificate) const;
    [[nodiscard]] const LiveTokens &liveTokens() const { return m_liveTokens; }
    [[nodiscard]] RevocationProbe &probe() { return m_probe; }
    [[nodiscard]] GatewayChecks &checks() { return m_checks; }
    [[nodiscard]] Authorizer &authorizer() { return m_authorizer; }
    /// Answers who waits for a slow proof. After the server stopped, before what `rehashed` tells it to ends.
    void stop() { m_firstUses.stop(); }

private:
    PartnerEndpoints(const PartnerEndpointDeps &deps, TokenKeys keys);
    [[nodiscard]] std::shared_ptr<const GatewayService> gatewayService();

    PartnerEndpointDeps m_deps;
    AccessTokens m_tokens;
    FailureLimiter m_keyFailures;    // of API keys
    FailureLimiter m_clientFailures; // of OAuth clients
    LiveTokens m_liveTokens;
    GatewayRegistry m_gateways;
    const LegacyHmacKeys m_noHmacKeys;
    LegacyReader m_legacy;
    Authorizer m_authorizer;
    FirstUses m_firstUses;
    RevocationProbe m_probe;
    GatewayChecks m_checks;
};

} // namespace pc::platform
