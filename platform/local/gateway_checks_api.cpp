// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/gateway_checks_api.h"

#include "platform/local/gateway_check_messages.h"
#include "platform/local/local_calls.h"
#include "platform/local/local_request.h"
#include "platform/store/history/history_anchor.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

QString noSuchCheck()
{
    return u"there is no such check any more"_s;
}

} // namespace

void GatewayChecksApi::setAddresses(const QString &url, const QString &caFile)
{
    m_url = url;
    m_caFile = caFile;
}

void GatewayChecksApi::mount(Router &router)
{
    mountLocalCall(router, LocalCall::BeginGatewayCheck,
                   [this](const HttpRequest &request, const Responder &respond) { begin(request, respond); });
    mountLocalCall(router, LocalCall::ShowGatewayCheck,
                   [this](const HttpRequest &request, const Responder &respond) { seen(request, respond); });
    mountLocalCall(router, LocalCall::DenyCheckToken,
                   [this](const HttpRequest &request, const Responder &respond) { deny(request, respond); });
}

void GatewayChecksApi::begin(const HttpRequest &request, const Responder &respond)
{
    const auto start = localMessage<GatewayCheckStart>(request);
    if (!start)
        return refuseLocally(request, respond, start.error());
    if (m_checks == nullptr)
        return refuseLocally(request, respond, u"this service cannot check gateways"_s);
    if (!m_context.history.isAccepted())
        return refuseLocally(request, respond, notAcceptedText(m_context.history.verdict().why));
    auto begun = m_checks->begin(start->gateway, start->credentialId);
    if (!begun)
        return refuseLocally(request, respond, begun.error());
    GatewayCheckBegun answer{begun->id, QString::fromLatin1(begun->marker), begun->credentialId, {}, m_url,
                             m_caFile};
    for (const GatewayChecks::NamedToken &token : begun->tokens)
        answer.tokens.append({token.name, QString::fromLatin1(token.text.view())});
    respond(jsonResponse(jsonBytes(answer)));
}

void GatewayChecksApi::seen(const HttpRequest &request, const Responder &respond)
{
    const auto named = localMessage<NamedGatewayCheck>(request);
    if (!named)
        return refuseLocally(request, respond, named.error());
    const auto found = m_checks != nullptr ? m_checks->seen(named->id) : std::nullopt;
    if (!found)
        return refuseLocally(request, respond, noSuchCheck());
    respond(jsonResponse(jsonBytes(GatewayCheckSeen{*found})));
}

void GatewayChecksApi::deny(const HttpRequest &request, const Responder &respond)
{
    const auto denial = localMessage<CheckTokenDenial>(request);
    if (!denial)
        return refuseLocally(request, respond, denial.error());
    if (m_checks == nullptr || !m_checks->deny(denial->id, denial->token))
        return refuseLocally(request, respond, noSuchCheck());
    respond(emptyResponse());
}

} // namespace pc::platform
