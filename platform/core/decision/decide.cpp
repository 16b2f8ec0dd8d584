// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/decision/decide.h"

#include "platform/core/catalogue/route_catalogue.h"
#include "platform/core/decision/authenticate.h"
#include "platform/core/decision/decision_reasons.h"
#include "platform/core/policy/access.h"
#include "platform/uri/canonical_path.h"

#include <algorithm>

namespace pc::platform {
namespace {

Evaluation refused(Decision decision, DecisionReason reason)
{
    decision.allowed = false;
    decision.reason = reason;
    return {std::move(decision), {}};
}

Decision allowed(Decision decision)
{
    decision.allowed = true;
    decision.reason = DecisionReason::Allowed;
    return decision;
}

bool resourcesGranted(const PartnerRule &partner, const RouteCatalogue::Match &match)
{
    for (const ResourceRule &rule : partner.resources) {
        for (const auto &parameter : match.parameters) {
            if (parameter.first == rule.parameter && !rule.values.contains(parameter.second))
                return false;
        }
    }
    return true;
}

/// Those of this API: the others are nobody's business there.
QStringList scopesOf(const Policy &policy, const QStringList &scopes, const Api *api)
{
    if (api == nullptr || policy.catalogue().apis().size() < 2)
        return scopes;
    QStringList own;
    for (const QString &scope : scopes) {
        if (policy.apiOfScope(scope) == api->id)
            own.append(scope);
    }
    return own;
}

bool hasScopes(const QStringList &held, const Route &route)
{
    return held.contains(route.scope) &&
           std::all_of(route.alsoScopes.begin(), route.alsoScopes.end(),
                       [&held](const QString &scope) { return held.contains(scope); });
}

Decision withRoute(Decision decision, const RouteCatalogue::Match &match)
{
    const Route &route = *match.route;
    decision.routeId = route.id;
    decision.routeScope = route.scope;
    decision.deprecatedAt = route.deprecatedAt;
    decision.sunsetAt = route.sunsetAt;
    decision.notice = match.notice;
    return decision;
}

DecisionReason reasonOf(LimitVerdict::Outcome outcome)
{
    switch (outcome) {
    case LimitVerdict::Outcome::Allowed:
        return DecisionReason::Allowed;
    case LimitVerdict::Outcome::RateLimited:
        return DecisionReason::RateLimited;
    case LimitVerdict::Outcome::QuotaExceeded:
        return DecisionReason::QuotaExceeded;
    }
    return DecisionReason::Unknown;
}

} // namespace

Evaluation evaluate(const Policy &policy, const PepperRing &peppers, const DecisionRequest &request,
                    Instant now)
{
    Decision decision;
    decision.snapshot = policy.number();
    decision.auditSize = policy.auditSize();
    if (!request.gateway)
        return refused(decision, DecisionReason::GatewayUntrusted);
    if (!policy.decides())
        return refused(decision, DecisionReason::HistoryNotAccepted);
    if (!request.headersAcceptable)
        return refused(decision, DecisionReason::BadRequest);

    const Identity identity = authenticate(policy, peppers, request, now);
    decision.id16 = identity.id16;
    decision.generation = identity.generation;
    decision.probe = identity.probe;
    if (identity.credential) {
        decision.partnerId = identity.credential->partnerId;
        decision.realm = identity.credential->realm;
    }
    const std::optional<QString> path = canonicalPath(request.rawPath);
    decision.path = path.value_or(QString());
    if (identity.reason != DecisionReason::Allowed)
        return refused(decision, identity.reason);
    const CredentialRule &credential = *identity.credential;
    if (request.gateway->realm && *request.gateway->realm != credential.realm)
        return refused(decision, DecisionReason::WrongRealm);

    const Access access = accessOf(policy, credential, identity.scopes);
    if (access.reason != DecisionReason::Allowed)
        return refused(decision, access.reason);
    const PartnerRule &partner = *access.partner;
    // A probe is the service's own, through a gateway: it comes from no network of the partner's.
    if (!identity.probe && !partner.allowsFrom(request.source, credential.realm, credential.id16, now))
        return refused(decision, DecisionReason::NetworkNotAllowed);

    if (!path)
        return refused(decision, DecisionReason::BadRequest);
    const auto match = policy.catalogue().match(QString::fromLatin1(request.host),
                                                QString::fromLatin1(request.method), *path);
    if (!match)
        return refused(decision, DecisionReason::UnknownRoute);
    decision = withRoute(decision, *match);
    if (decision.sunsetAt && instantOf(*decision.sunsetAt) <= now)
        return refused(decision, DecisionReason::VersionEnded);
    const QList<Stage> &stages = match->route->stages;
    if (!stages.isEmpty() && !stages.contains(partner.stageIn(credential.realm)))
        return refused(decision, DecisionReason::StageNotAllowed);

    const DecisionReason body = judgeBody(request.body, *match->route, request.method);
    decision.withoutBody = isWithoutBody(request.body, *match->route, request.method);
    if (identity.probe) {
        // A probe token is good for the probe route and nothing else, and moves no counter: it must answer at
        // the limit, too.
        if (decision.routeScope != QStringView(probeScope))
            return refused(decision, DecisionReason::MissingScope);
        if (body != DecisionReason::Allowed)
            return refused(decision, body);
        decision.scopes = identity.scopes;
        return {allowed(std::move(decision)), {}};
    }

    if (identity.audience && match->api != nullptr && *identity.audience != match->api->audience)
        return refused(decision, DecisionReason::WrongAudience);
    decision.scopes = scopesOf(policy, access.scopes, match->api);
    if (!hasScopes(decision.scopes, *match->route))
        return refused(decision, DecisionReason::MissingScope);
    if (!resourcesGranted(partner, *match))
        return refused(decision, DecisionReason::ResourceNotGranted);
    if (body != DecisionReason::Allowed)
        return refused(decision, body);

    return {allowed(std::move(decision)),
            LimitSubject{partner.id, credential.realm, partner.limitsAt(credential.realm, now),
                         partner.timeZone}};
}

Decision decide(const Policy &policy, const PepperRing &peppers, const DecisionRequest &request,
                Counters &counters, Moment now)
{
    Evaluation evaluation = evaluate(policy, peppers, request, now.wall);
    Decision &decision = evaluation.decision;
    if (evaluation.counts) {
        decision.limits = counters.take(*evaluation.counts, now);
        decision.reason = reasonOf(decision.limits->outcome);
        decision.allowed = decision.reason == DecisionReason::Allowed;
    }
    return std::move(decision);
}

int Decision::status() const
{
    return reasonRow(reason).status;
}

Outcome Decision::outcome() const
{
    if (allowed)
        return Outcome::Served;
    if (passes())
        return Outcome::Observed;
    return status() == 429 ? Outcome::Throttled : Outcome::Refused;
}

} // namespace pc::platform
