// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/service/partner_endpoints.h"

#include "platform/demo/demo_api.h"
#include "platform/gateway/gateway_service.h"
#include "platform/oauth/oauth_service.h"

namespace pc::platform {

PartnerEndpoints::PartnerEndpoints(const PartnerEndpointDeps &deps, TokenKeys keys)
    : m_deps(deps), m_tokens(std::move(keys), deps.issuer),
      m_gateways(gatewayRegistryFile(deps.dataDirectory), deps.gateways),
      m_legacy(deps.policy, deps.peppers, deps.hmacKeys != nullptr ? *deps.hmacKeys : m_noHmacKeys),
      m_authorizer(deps.policy, deps.peppers, deps.counters, m_keyFailures, deps.calls, deps.clock,
                   deps.leaks),
      m_firstUses(deps.policy, deps.peppers, m_keyFailures, deps.clock),
      m_probe(m_authorizer, m_tokens, deps.policy, m_gateways, deps.clock),
      m_checks(deps.policy, deps.peppers, m_tokens, m_gateways, deps.clock)
{
    m_firstUses.setSink(deps.rehashed);
}

tl::expected<std::unique_ptr<PartnerEndpoints>, QString>
PartnerEndpoints::open(const PartnerEndpointDeps &deps, RandomSource &random)
{
    QString why;
    auto keys = TokenKeys::open(deps.dataDirectory, toDateTime(deps.clock.now().wall), random, &why);
    if (!keys)
        return tl::make_unexpected(why);
    return std::unique_ptr<PartnerEndpoints>(new PartnerEndpoints(deps, std::move(*keys)));
}

void PartnerEndpoints::mountPublic(Router &router, TokenDenials &denials)
{
    const auto sourceOf = [gateways = gatewayService()](const HttpRequest &request) {
        return gateways->sourceOf(request);
    };
    const auto gatewayOf = [gateways = gatewayService()](const HttpRequest &request) {
        const auto gateway = gateways->identify(request);
        return gateway ? gateway->name : QString();
    };
    mountOAuth(router, std::make_shared<const OAuthService>(
                           OAuthDeps{m_deps.policy, m_deps.peppers, m_tokens, denials, m_liveTokens,
                                     m_clientFailures, m_deps.clock, m_deps.brand, m_deps.origin,
                                     m_deps.leaks, sourceOf, m_deps.named, gatewayOf, &m_deps.calls}));
    mountGatewaySocket(router);
    mountDemo(router, std::make_shared<const DemoApi>(DemoDeps{m_authorizer, m_tokens, m_deps.clock,
                                                               m_deps.brand, &m_legacy, &m_firstUses}));
}

QByteArray PartnerEndpoints::gatewayOf(const PeerCertificate &certificate) const
{
    const auto gateway = m_gateways.proven(certificate);
    return gateway ? gateway->name.toUtf8() : QByteArray();
}

std::shared_ptr<const GatewayService> PartnerEndpoints::gatewayService()
{
    return std::make_shared<const GatewayService>(GatewayDeps{m_authorizer, m_tokens, m_gateways,
                                                              m_deps.clock, m_deps.brand, &m_legacy,
                                                              &m_firstUses, &m_checks, m_deps.reports});
}

void PartnerEndpoints::mountGatewaySocket(Router &router)
{
    mountGateway(router, gatewayService());
}

} // namespace pc::platform
