// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/explained_checks.h"

#include "platform/admin/calls/catalogue_rules_made.h"
#include "platform/admin/calls/decision_checks.h"
#include "platform/admin/calls/explained.h"
#include "platform/admin/calls/partner_rules_made.h"
#include "platform/core/catalogue/route_catalogue.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;
using C = DecisionCheck;

namespace {

/// What is told of one check, whether it passed or failed.
class CheckFacts
{
public:
    CheckFacts(const CheckSources &sources, bool hasFailed) : m_sources(sources), m_hasFailed(hasFailed) {}
    [[nodiscard]] QList<ExplainedFact> of(DecisionCheck check);

private:
    void ofCredential();
    void ofPartner();
    void ofNetwork();
    void ofRoute();
    void ofScope();
    void ofBody();
    void ofLimits();
    template <typename Value>
    void fact(const QString &name, const Value &value)
    {
        addFact(m_facts, name, value);
    }
    [[nodiscard]] const CallRecord &call() const { return m_sources.call; }

    const CheckSources &m_sources;
    const bool m_hasFailed;
    QList<ExplainedFact> m_facts;
};

/// The state that a reason speaks of; one that passed was in force.
QString stateOf(DecisionReason reason, bool hasFailed)
{
    if (!hasFailed)
        return toText(CredentialState::Active);
    switch (reason) {
    case Reason::CredentialPending:
        return toText(CredentialState::Pending);
    case Reason::CredentialSuspended:
        return toText(CredentialState::Suspended);
    case Reason::CredentialExpired:
        return toText(CredentialState::Expired);
    case Reason::CredentialRevoked:
        return toText(CredentialState::Revoked);
    default:
        return {};
    }
}

void CheckFacts::ofCredential()
{
    if (m_sources.credential) {
        const Credential &credential = m_sources.credential->value;
        fact(facts::credential, credential.name.isEmpty() ? credential.id : credential.name);
        fact(facts::kind, toText(credential.kind));
    } else {
        fact(facts::credential, call().credentialId);
    }
    if (call().partnerId.isEmpty()) // it was only claimed: nothing of it is known to be so
        return;
    if (m_sources.credential) {
        for (const GenerationRow &each : m_sources.credential->generations) {
            if (each.value.number == call().generation)
                fact(facts::lastFour, each.value.lastFour);
        }
    }
    if (call().generation > 0)
        fact(facts::generation, call().generation);
    fact(facts::state, stateOf(call().reason, m_hasFailed));
}

void CheckFacts::ofPartner()
{
    fact(facts::partner, m_sources.partnerName);
    const bool isStage = call().reason == Reason::StageNotAllowed;
    if (!m_hasFailed || isStage)
        fact(facts::status, toText(PartnerStatus::Active));
    else if (call().reason == Reason::PartnerFrozen)
        fact(facts::status, toText(PartnerStatus::Frozen));
    else
        fact(facts::status, toText(PartnerStatus::Offboarded));
    if (m_sources.stage)
        fact(facts::stage, toText(*m_sources.stage));
}

void CheckFacts::ofNetwork()
{
    fact(facts::source, call().source);
    if (!m_hasFailed)
        fact(facts::network, m_sources.networks.holding);
}

void CheckFacts::ofRoute()
{
    const Route *route = routeOf(m_sources.policy, call().routeId);
    fact(facts::route,
         QString(call().method + u' ' + (route == nullptr ? call().path : route->pathTemplate)));
    if (const Api *api = apiOfRoute(m_sources.policy, call().routeId))
        fact(facts::api, api->name);
}

void CheckFacts::ofScope()
{
    const QStringList needed =
        call().isTokenRequest ? call().tokenScopes : neededScopes(m_sources.policy, call());
    for (const QString &scope : needed)
        fact(facts::scope, scope);
}

void CheckFacts::ofBody()
{
    if (call().requestLength)
        fact(facts::length, *call().requestLength);
    fact(facts::contentType, call().contentType);
}

void CheckFacts::ofLimits()
{
    if (!call().limits)
        return;
    const LimitState &limits = *call().limits;
    fact(facts::burst, limits.burst);
    fact(facts::remaining, limits.remaining);
    if (limits.quota > 0) {
        fact(facts::quota, limits.quota);
        fact(facts::quotaUsed, limits.quotaUsed);
    }
    if (limits.freeAt.isValid())
        fact(facts::freeAt, limits.freeAt);
}

QList<ExplainedFact> CheckFacts::of(DecisionCheck check)
{
    switch (check) {
    case C::Gateway:
        fact(facts::gateway, call().gateway);
        break;
    case C::Credential:
        ofCredential();
        break;
    case C::Realm:
        if (call().realm != Realm::Unknown)
            fact(facts::realm, toText(call().realm));
        break;
    case C::Partner:
        ofPartner();
        break;
    case C::Network:
        ofNetwork();
        break;
    case C::Route:
        ofRoute();
        break;
    case C::Scope:
        ofScope();
        break;
    case C::Body:
        ofBody();
        break;
    case C::Limits:
        ofLimits();
        break;
    case C::History:
    case C::Request:
    case C::Audience:
    case C::Resource:
    case C::Unknown:
        break;
    }
    return std::move(m_facts);
}

/// A secret that names another realm than its credential fails before the gateway's realm is asked.
DecisionCheck refusingCheck(const CheckSources &sources)
{
    const DecisionCheck failed = failedCheck(sources.call);
    const bool isOfSecret = failed == C::Realm && sources.call.auditSize > 0 && !sources.rule.cause;
    return isOfSecret ? C::Credential : failed;
}

} // namespace

QList<ExplainedCheck> explainedChecks(const CheckSources &sources)
{
    const DecisionCheck failed = refusingCheck(sources);
    const bool isKnown = failed != C::Unknown || sources.call.reason == Reason::Allowed;
    CheckResult result = isKnown ? CheckResult::Passed : CheckResult::NotRecorded;
    QList<ExplainedCheck> checks;
    for (const DecisionCheck each : checksOf(sources.call.isTokenRequest)) {
        const bool hasFailed = each == failed;
        ExplainedCheck check{each, hasFailed ? CheckResult::Failed : result, {}};
        if (check.result == CheckResult::Passed || hasFailed)
            check.facts = CheckFacts(sources, hasFailed).of(each);
        checks.append(check);
        if (hasFailed)
            result = CheckResult::NotReached;
    }
    return checks;
}

} // namespace pc::platform
