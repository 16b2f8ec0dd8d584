// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/asked_again.h"

#include "contract/rules/credential_kinds.h"
#include "contract/rules/observation.h"
#include "platform/admin/calls/catalogue_rules_made.h"
#include "platform/admin/calls/explained.h"
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/core/decision/authenticate.h"
#include "platform/core/decision/decision_reasons.h"
#include "platform/core/decision/observe.h"
#include "platform/core/decision/record_fields.h"
#include "platform/oauth/token_access.h"
#include "platform/oauth/token_target.h"

#include <QUrl>

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;
using R = DecisionReason;

namespace {

/// Of a record's path (RecordSink): a longer one was cut.
constexpr qsizetype longestPath = 512;

std::optional<pc::rules::Address> addressIn(const QString &source)
{
    const QByteArray text = source.toLatin1();
    return pc::rules::addressOf({text.constData(), static_cast<std::size_t>(text.size())});
}

/// What was shown in the place of a credential, of a call that did not get far enough for it to be named.
std::optional<Presented> shownAs(DecisionReason reason)
{
    switch (reason) {
    case R::MissingCredential:
        return presented::Nothing{};
    case R::MultipleCredentials:
        return presented::Multiple{};
    case R::MalformedCredential:
        return presented::Malformed{};
    case R::TokenInvalid:
        return presented::BadToken{};
    default:
        return std::nullopt;
    }
}

/// Of the token itself: nobody's rule makes an old one new.
bool isOfToken(DecisionReason reason)
{
    return reason == R::TokenExpired || reason == R::TokenRevoked || reason == R::TokenInvalid;
}

bool isCut(const QString &path)
{
    return path.size() >= longestPath || path.contains(u"[redacted]"_s) || path.contains(u"[key]"_s);
}

DecisionReason reasonOf(const LimitVerdict &limits)
{
    switch (limits.outcome) {
    case LimitVerdict::Outcome::Allowed:
        return R::Allowed;
    case LimitVerdict::Outcome::RateLimited:
        return R::RateLimited;
    case LimitVerdict::Outcome::QuotaExceeded:
        return R::QuotaExceeded;
    }
    return R::Unknown;
}

} // namespace

std::optional<GatewayIdentity> AskedAgain::gateway(const AskedChange &change) const
{
    if (change.isOtherGateway || m_call.gateway.isEmpty())
        return GatewayIdentity{m_call.gateway};
    return m_today.gateway(m_call.gateway);
}

/// That of the route's API; of a call without one, or whose route is gone, any that some API has.
std::vector<QByteArray> AskedAgain::hosts(const Policy &policy) const
{
    if (const Api *api = apiOfRoute(policy, m_call.routeId))
        return {api->host.toLatin1()};
    std::vector<QByteArray> hosts{QByteArray()};
    for (const Api &api : policy.catalogue().apis()) {
        const QByteArray host = api.host.toLatin1();
        if (std::find(hosts.begin(), hosts.end(), host) == hosts.end())
            hosts.push_back(host);
    }
    return hosts;
}

/// Where no length was recorded, the call said none, or its gateway tells none.
std::vector<BodyFacts> AskedAgain::bodies(const AskedChange &change) const
{
    if (change.body)
        return {*change.body};
    BodyFacts body;
    body.type = m_call.contentType.toLatin1();
    if (m_call.requestLength) {
        body.told = BodyFacts::Told::Length;
        body.length = *m_call.requestLength;
        return {body};
    }
    std::vector<BodyFacts> all;
    for (const auto told : {BodyFacts::Told::Nothing, BodyFacts::Told::NoLength, BodyFacts::Told::Held}) {
        body.told = told;
        all.push_back(body);
    }
    return all;
}

Presented AskedAgain::presented(const Policy &policy, const AskedChange &change) const
{
    if (m_call.partnerId.isEmpty()) {
        if (auto shown = shownAs(m_call.reason))
            return std::move(*shown);
    }
    presented::Assumed assumed;
    assumed.id16 = id16Of(m_call.credentialId);
    assumed.generation = change.generation.value_or(m_call.generation);
    if (!m_call.tokenDigest.isEmpty())
        assumed.scopes = m_call.tokenScopes + change.moreScopes;
    else if (const auto credential = policy.credential(assumed.id16))
        assumed.scopes = credential->scopes;
    return assumed;
}

QByteArray AskedAgain::rawPath() const
{
    // One with more than one reading was recorded as it was sent.
    if (m_call.reason == R::BadRequest)
        return m_call.path.toUtf8();
    return QUrl::toPercentEncoding(m_call.path, "/");
}

/// What would have to be known, and is not.
QStringList AskedAgain::lacking(const Policy &policy) const
{
    QStringList names;
    const bool isNamed = !m_call.partnerId.isEmpty() || shownAs(m_call.reason);
    const bool isKnownNot = !m_call.credentialId.isEmpty() && !policy.credential(id16Of(m_call.credentialId));
    if (!isNamed && m_call.reason != R::BadRequest && !isKnownNot)
        names.append(facts::credential); // a secret is never recorded
    if (isCut(m_call.path))
        names.append(facts::route);
    return names;
}

/// What comes before anything that is recorded, and what no policy has a say in.
std::optional<AskedAgain::Answer> AskedAgain::fixed(const Policy &policy, const AskedChange &change) const
{
    if (m_call.reason == R::Unknown)
        return Answer{};
    if (!gateway(change))
        return Answer{R::GatewayUntrusted};
    if (!policy.decides())
        return Answer{R::HistoryNotAccepted};
    if (m_call.reason == R::HeaderTooLarge)
        return Answer{R::HeaderTooLarge};
    if (isOfToken(m_call.reason) && !m_call.partnerId.isEmpty() && !change.isNewToken)
        return Answer{m_call.reason};
    return std::nullopt;
}

AskedAgain::Answer AskedAgain::ask(const Policy &policy, const AskedChange &change) const
{
    if (m_call.isTokenRequest)
        return askForToken(policy, change);
    if (auto answer = fixed(policy, change))
        return std::move(*answer);
    if (const QStringList names = lacking(policy); !names.isEmpty())
        return {R::Unknown, false, names};
    std::optional<Answer> all;
    for (const QByteArray &host : hosts(policy)) {
        for (const BodyFacts &body : bodies(change)) {
            DecisionRequest request;
            request.gateway = gateway(change);
            request.headersAcceptable = m_call.reason != R::BadRequest || !m_call.partnerId.isEmpty();
            request.presented = presented(policy, change);
            request.host = host;
            request.method = m_call.method.toLatin1();
            request.rawPath = rawPath();
            request.source = addressIn(m_call.source);
            request.body = body;
            const Evaluation evaluation = evaluate(policy, m_today.peppers, request, m_today.now.wall);
            Answer one{evaluation.decision.reason};
            if (evaluation.counts) {
                one.limits = m_today.counters.peek(*evaluation.counts, m_today.now);
                one.reason = reasonOf(*one.limits);
            }
            one.isObserved = one.reason != R::Allowed && pc::rules::passesObserved(one.reason) &&
                             observationOf(policy, request, evaluation.decision, m_today.now.wall) != nullptr;
            if (all && all->reason != one.reason)
                return {R::Unknown, false, {m_call.routeId.isEmpty() ? facts::host : facts::length}};
            all = one;
        }
    }
    if (all->reason == R::Allowed && m_call.reason == R::WrongRealm && !change.isOtherGateway)
        return {R::Unknown, false, {facts::realm}}; // of the gateway then, or of the secret's own text
    // Of what only a token tells, and records do not.
    if (all->reason == R::Allowed && !change.isNewToken) {
        if (m_call.reason == R::WrongAudience)
            return {R::Unknown, false, {facts::audience}};
        const auto credential = policy.credential(id16Of(m_call.credentialId));
        const bool isOlder = m_call.auditSize == 0 && m_call.tokenDigest.isEmpty();
        if (isOlder && credential &&
            pc::rules::traitsOf(credential->kind).authentication != pc::rules::Authentication::EveryCall)
            return {R::Unknown, false, {facts::tokenScopes}};
    }
    return *all;
}

/// In the order of the token endpoint (oauth/oauth_service.h). How often a client asks is not counted here.
AskedAgain::Answer AskedAgain::askForToken(const Policy &policy, const AskedChange &change) const
{
    if (m_call.reason == R::Unknown)
        return {};
    if (m_call.reason == R::BadRequest && m_call.partnerId.isEmpty())
        return {R::BadRequest}; // its form comes before anything else
    if (!policy.decides())
        return {R::HistoryNotAccepted};
    const auto credential = policy.credential(id16Of(m_call.credentialId));
    if (m_call.partnerId.isEmpty()) {
        if (shownAs(m_call.reason))
            return {m_call.reason};
        return credential ? Answer{R::Unknown, false, {facts::credential}} : Answer{R::UnknownCredential};
    }
    if (!credential)
        return {R::UnknownCredential};
    const DecisionReason state = judgeGeneration(
        *credential, credential->generation(change.generation.value_or(m_call.generation)), m_today.now.wall);
    if (state != R::Allowed)
        return {state};
    const Access access = tokenAccessOf(policy, *credential, addressIn(m_call.source), m_today.now.wall);
    if (access.reason != R::Allowed)
        return {access.reason};
    switch (m_call.reason) {
    case R::BadRequest:
        return {R::BadRequest};
    case R::WrongAudience:
        return {R::Unknown, false, {facts::audience}};
    case R::MissingScope:
        if (m_call.tokenScopes.isEmpty() || m_call.tokenScopes.contains(unknownScope))
            return {R::Unknown, false, {facts::tokenScopes}};
        break;
    default:
        break;
    }
    TokenWish wish;
    if (!m_call.tokenScopes.isEmpty())
        wish.scopes = m_call.tokenScopes;
    return {targetOf(policy, access.scopes, wish, {}) ? R::Allowed : R::MissingScope};
}

VerdictToday AskedAgain::verdict(const Answer &answer) const
{
    VerdictToday today;
    today.at = toDateTime(m_today.now.wall);
    for (const QString &name : answer.lacking)
        addFact(today.facts, facts::notRecorded, name);
    if (answer.reason == R::Unknown)
        return today;
    today.reason = answer.reason;
    today.outcome = answer.reason == R::Allowed              ? Outcome::Served
                    : answer.isObserved                      ? Outcome::Observed
                    : reasonRow(answer.reason).status == 429 ? Outcome::Throttled
                                                             : Outcome::Refused;
    if (!answer.limits)
        return today;
    const LimitState limits = limitStateOf(*answer.limits, m_today.now.wall);
    addFact(today.facts, facts::burst, limits.burst);
    addFact(today.facts, facts::remaining, limits.remaining);
    if (limits.quota > 0) {
        addFact(today.facts, facts::quota, limits.quota);
        addFact(today.facts, facts::quotaUsed, limits.quotaUsed);
    }
    if (limits.freeAt.isValid())
        addFact(today.facts, facts::freeAt, limits.freeAt);
    return today;
}

} // namespace pc::platform
