// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/service/partner_endpoints.h"

#include "platform/demo/demo_api.h"
#include "platform/gateway/gateway_service.h"
#include "platform/oauth/oauth_service.h"

namespace pc::platform {

PartnerEndpoints::PartnerEndpoints(const PartnerEndpointDeps &parts, TokenKeys keys)
    : m_parts(parts), m_tokens(std::move(keys), parts.issuer),
      m_gateways(gatewayRegistryFile(parts.dataDirectory), parts.gateways),
      m_authorizer(parts.policy, parts.peppers, parts.counters, m_keyFailures, parts.calls, parts.clock,
                   parts.leaks),
      m_probe(m_authorizer, m_tokens, parts.policy, m_gateways, parts.clock)
{
}

tl::expected<std::unique_ptr<PartnerEndpoints>, QString>
PartnerEndpoints::open(const PartnerEndpointDeps &parts, RandomSource &random)
{
    QString why;
    auto keys = TokenKeys::open(parts.dataDirectory, toDateTime(parts.clock.now().wall), random, &why);
    if (!keys)
        return tl::make_unexpected(why);
    return std::unique_ptr<PartnerEndpoints>(new PartnerEndpoints(parts, std::move(*keys)));
}

void PartnerEndpoints::mountPublic(Router &router, TokenDenials &denials)
{
    mountOAuth(router, std::make_shared<const OAuthService>(OAuthDeps{
                           m_parts.policy, m_parts.peppers, m_tokens, denials, m_liveTokens, m_clientFailures,
                           m_parts.clock, m_parts.brand, m_parts.origin, m_parts.leaks}));
    mountGatewaySocket(router);
    mountDemo(router, std::make_shared<const DemoApi>(
                          DemoDeps{m_authorizer, m_tokens, m_parts.clock, m_parts.brand}));
}

QByteArray PartnerEndpoints::gatewayOf(const PeerCertificate &certificate) const
{
    const auto gateway = m_gateways.proven(certificate);
    return gateway ? gateway->name.toUtf8() : QByteArray();
}

void PartnerEndpoints::mountGatewaySocket(Router &router)
{
    mountGateway(router, std::make_shared<const GatewayService>(
                             GatewayDeps{m_authorizer, m_tokens, m_gateways, m_parts.clock, m_parts.brand}));
}

} // namespace pc::platform
