// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/gateway_checks.h"

#include "platform/core/catalogue/route_catalogue.h"
#include "platform/gateway/identity_headers.h"
#include "platform/gateway/probe_token.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// Part of the signature: 128 bits of it.
constexpr qsizetype tailLength = 22;
constexpr qsizetype longestField = 64; ///< of a name that is told

std::optional<PublicReason> rehearsalOf(QStringView token)
{
    if (token == QStringView(check_tokens::throttled))
        return publicReason(DecisionReason::RateLimited);
    if (token == QStringView(check_tokens::gone))
        return PublicReason{410, "refused", u"The call is refused"_s, {}};
    return std::nullopt;
}

bool holds(const HttpHeaders &headers, const QByteArray &text)
{
    return std::any_of(headers.all().begin(), headers.all().end(),
                       [&text](const HttpHeader &field) { return field.value.contains(text); });
}

} // namespace

GatewayChecks::GatewayChecks(PolicyHolder &policy, const PepperRing &peppers, const AccessTokens &tokens,
                             const GatewayRegistry &gateways, const Clock &clock)
    : m_policy(policy), m_peppers(peppers), m_tokens(tokens), m_gateways(gateways), m_clock(clock)
{
}

bool GatewayChecks::mayCall(const GatewayRule &gateway, const CredentialRule &credential, Instant now) const
{
    const GenerationRule *newest = credential.newestValid(now);
    if (newest == nullptr)
        return false;
    DecisionRequest call;
    call.gateway = GatewayIdentity{gateway.name, gateway.realm};
    call.presented = presented::Token{probeClaims(credential, newest->number, now)};
    call.method = "GET";
    call.rawPath = QString::fromUtf16(probePath).toLatin1();
    return evaluate(*m_policy.current(), m_peppers, call, now).decision.allowed;
}

Policy::CredentialPtr GatewayChecks::credentialFor(const GatewayRule &gateway, const QString &id,
                                                   Instant now) const
{
    const PolicyRef policy = m_policy.current();
    const auto fits = [&](const CredentialRule &each) { return mayCall(gateway, each, now); };
    if (id.isEmpty())
        return policy->findCredential(fits);
    const Policy::CredentialPtr named = policy->credential(id16Of(id));
    return named && fits(*named) ? named : nullptr;
}

tl::expected<GatewayChecks::Begun, QString> GatewayChecks::begin(const QString &gateway,
                                                                 const QString &credentialId)
{
    const std::vector<GatewayRule> gateways = m_gateways.all();
    const auto rule = std::find_if(gateways.begin(), gateways.end(),
                                   [&gateway](const GatewayRule &each) { return each.name == gateway; });
    if (rule == gateways.end())
        return tl::make_unexpected(u"the service trusts no gateway of this name"_s);
    const Instant now = m_clock.now().wall;
    const Policy::CredentialPtr credential = credentialFor(*rule, credentialId, now);
    if (!credential)
        return tl::make_unexpected(
            credentialId.isEmpty()
                ? u"no credential may call through this gateway now; a sandbox partner with one is enough"_s
                : u"%1 may not call through this gateway now"_s.arg(credentialId));

    Begun begun{QString::fromLatin1(newTokenId()), "pcheck" + newTokenId(), credential->id(), {}};
    Check check;
    check.marker = begun.marker;
    check.endsAt = now + AccessTokens::probeLife;
    for (const char16_t *name : {check_tokens::first, check_tokens::second, check_tokens::ended,
                                 check_tokens::gone, check_tokens::throttled}) {
        const TokenClaims claims = probeClaims(*credential, credential->newestValid(now)->number, now);
        QByteArray text = m_tokens.mint(claims);
        const QString token = QString::fromUtf16(name);
        check.tokens.push_back(
            {token, claims.jti, claims.expiresAt, text.right(tailLength), rehearsalOf(token)});
        begun.tokens.push_back({token, Secret::takeFrom(text)});
    }
    const std::lock_guard lock(m_mutex);
    sweep(now);
    if (m_checks.size() >= most)
        m_checks.erase(std::min_element(m_checks.begin(), m_checks.end(), [](const auto &a, const auto &b) {
            return a.second.endsAt < b.second.endsAt;
        }));
    m_checks.emplace(begun.id, std::move(check));
    m_goingOn = static_cast<int>(m_checks.size());
    return begun;
}

void GatewayChecks::sweep(Instant now)
{
    std::erase_if(m_checks, [now](const auto &each) { return each.second.endsAt <= now; });
    m_goingOn = static_cast<int>(m_checks.size());
}

std::optional<QList<CheckSighting>> GatewayChecks::seen(const QString &id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_checks.find(id);
    return found == m_checks.end() ? std::nullopt : std::optional(found->second.seen);
}

bool GatewayChecks::deny(const QString &id, const QString &token)
{
    DeniedToken denied;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_checks.find(id);
        if (found == m_checks.end())
            return false;
        for (const Token &each : found->second.tokens) {
            if (each.name == token)
                denied = {each.jti, each.expiresAt};
        }
    }
    if (denied.jti.isEmpty())
        return false;
    m_policy.publish([denied](const Policy &before) { return before.withDeniedToken(denied); });
    return true;
}

std::optional<GatewayChecks::Call> GatewayChecks::callOf(const HttpHeaders &headers,
                                                         const Presented &presented)
{
    const auto *token = std::get_if<presented::Token>(&presented);
    const Instant now = m_clock.now().wall;
    const std::lock_guard lock(m_mutex);
    sweep(now);
    for (const auto &[id, check] : m_checks) {
        for (const Token &each : check.tokens) {
            if (token != nullptr && token->claims.jti == each.jti)
                return Call{id, each.name, each.rehearsed};
        }
        if (holds(headers, check.marker))
            return Call{id, {}, {}};
    }
    return std::nullopt;
}

void GatewayChecks::asked(const Call &call, CheckSighting sighting)
{
    sighting.token = call.token;
    const std::lock_guard lock(m_mutex);
    const auto found = m_checks.find(call.check);
    if (found != m_checks.end() && found->second.seen.size() < mostSightings)
        found->second.seen.append(std::move(sighting));
}

void GatewayChecks::passed(const HttpRequest &request, const QString &gateway)
{
    const HttpHeaders &headers = request.headers;
    const QString decision = QString::fromLatin1(headers.value("X-Decision-Id").left(longestField));
    const std::lock_guard lock(m_mutex);
    for (auto &[id, check] : m_checks) {
        const auto question =
            std::find_if(check.seen.rbegin(), check.seen.rend(), [&decision](const CheckSighting &each) {
                return !each.passed && !decision.isEmpty() && each.decisionId == decision;
            });
        if ((question == check.seen.rend() && !holds(headers, check.marker)) ||
            check.seen.size() >= mostSightings)
            continue;
        CheckSighting sighting;
        sighting.passed = true;
        sighting.gateway = gateway;
        sighting.decisionId = decision;
        if (question != check.seen.rend())
            sighting.token = question->token;
        for (const QByteArray &name : identityHeaderNames()) {
            if (headers.countWithAliases(name) != 1 || headers.value(name).isEmpty())
                sighting.missing.append(QString::fromLatin1(name));
        }
        for (const HttpHeader &field : headers.all()) {
            const bool isToken =
                std::any_of(check.tokens.begin(), check.tokens.end(),
                            [&field](const Token &token) { return field.value.contains(token.tail); });
            sighting.holdsToken = sighting.holdsToken || isToken;
            if (field.value.contains(check.marker))
                sighting.marked.append(QString::fromLatin1(field.name.left(longestField)));
        }
        check.seen.append(std::move(sighting));
        return;
    }
}

} // namespace pc::platform
