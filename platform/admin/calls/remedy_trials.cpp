// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/remedy_trials.h"

#include "contract/rules/api_rules.h"
#include "platform/admin/calls/access_trials.h"
#include "platform/admin/calls/catalogue_rules_made.h"
#include "platform/admin/calls/credential_trials.h"
#include "platform/core/catalogue/route_catalogue.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;
using R = DecisionReason;

namespace {

/// A call that the route takes as it is, and a route that takes the call.
void bodyTrials(TrialList &trials)
{
    const Route *route = routeOf(trials.policy, trials.call.routeId);
    if (route == nullptr)
        return;
    AskedChange change = trials.change;
    BodyFacts fits;
    fits.told = BodyFacts::Told::Length;
    fits.length = route->bodyLimit;
    fits.type = route->contentTypes.value(0).toLatin1();
    change.body = fits;
    trials.add({remedy(RemedyKind::FixRequest)}, trials.policy, change);
    trials.add({remedy(RemedyKind::WidenBody, Op::RevisionPropose, route->apiId)}, trials.policy, change);
}

void versionTrials(TrialList &trials)
{
    QString successor;
    for (const ApiVersion &each : trials.policy.catalogue().versions()) {
        if (pc::rules::isBelow(each.pathPrefix, trials.call.path))
            successor = each.successorUrl;
    }
    trials.addSure(remedy(RemedyKind::UseOtherRoute, successor));
}

/// With a scope that the caller has: any other would be missing next.
void routeTrials(TrialList &trials)
{
    for (const Api &api : trials.policy.catalogue().apis()) {
        const bool isOfApi =
            pc::rules::isBelow(api.basePath, trials.call.path) && trials.partner && trials.credential;
        const auto held = [&](const QString &scope) {
            return trials.policy.apiOfScope(scope) == api.id && trials.partner->scopes.contains(scope) &&
                   (trials.call.tokenDigest.isEmpty() || trials.call.tokenScopes.contains(scope));
        };
        const auto scope =
            isOfApi ? std::find_if(trials.credential->scopes.begin(), trials.credential->scopes.end(), held)
                    : QStringList::const_iterator();
        if (!isOfApi || scope == trials.credential->scopes.end())
            continue;
        Route added;
        added.id = u"rte_added"_s;
        added.apiId = api.id;
        added.method = trials.call.method;
        added.pathTemplate = trials.call.path;
        added.scope = *scope;
        QString why;
        const auto catalogue = RouteCatalogue::compile(trials.policy.catalogue().apis(),
                                                       trials.policy.catalogue().routes() + QList{added},
                                                       &why, trials.policy.catalogue().versions());
        if (catalogue)
            trials.add({remedy(RemedyKind::AddRoute, Op::RevisionPropose, api.id,
                               QString(trials.call.method + u' ' + trials.call.path))},
                       trials.policy.withCatalogue(catalogue), trials.change);
    }
}

} // namespace

std::vector<Trial> trialsFor(const AskedAgain &asked, const AskedAgain::Answer &answer, const Policy &policy,
                             const AskedChange &change)
{
    TrialList trials(asked, answer, policy, change);
    AskedChange otherGateway = change;
    otherGateway.isOtherGateway = true;
    switch (trials.answer.reason) {
    case R::MissingCredential:
    case R::MalformedCredential:
    case R::UnknownCredential:
        trials.addSure(remedy(RemedyKind::SendCredential));
        break;
    case R::MultipleCredentials:
        trials.addSure(remedy(RemedyKind::SendOneCredential));
        break;
    case R::KeyCheckBusy:
        trials.addSure(remedy(RemedyKind::WaitForLimit));
        break;
    case R::CredentialPending:
        pendingTrials(trials);
        break;
    case R::CredentialSuspended:
        suspendedTrials(trials);
        break;
    case R::CredentialExpired:
    case R::CredentialRevoked:
        endedTrials(trials);
        break;
    case R::TokenExpired:
    case R::TokenRevoked:
    case R::TokenInvalid:
    case R::WrongAudience:
        newTokenTrials(trials);
        break;
    case R::WrongRealm:
        trials.add({remedy(RemedyKind::UseOtherRealm, toText(trials.call.realm))}, trials.policy,
                   otherGateway);
        break;
    case R::PartnerFrozen:
        if (trials.partner) {
            PartnerRule partner = *trials.partner;
            partner.status = PartnerStatus::Active;
            trials.withPartner(remedy(RemedyKind::Unfreeze, Op::PartnerUnfreeze, partner.id), partner);
        }
        break;
    case R::StageNotAllowed:
        stageTrials(trials);
        break;
    case R::UnknownRoute:
        routeTrials(trials);
        break;
    case R::MissingScope:
        scopeTrials(trials);
        break;
    case R::ResourceNotGranted:
        resourceTrials(trials);
        break;
    case R::RateLimited:
    case R::QuotaExceeded:
        limitsTrials(trials);
        break;
    case R::GatewayUntrusted:
        trials.add({remedy(RemedyKind::RegisterGateway, trials.call.gateway)}, trials.policy, otherGateway);
        break;
    case R::HistoryNotAccepted:
        trials.add({remedy(RemedyKind::AcceptHistory)}, trials.policy.withDecisions(true), trials.change);
        break;
    case R::BadRequest:
    case R::HeaderTooLarge:
        trials.addSure(remedy(RemedyKind::FixRequest));
        break;
    case R::NetworkNotAllowed:
        networkTrials(trials);
        break;
    case R::LengthRequired:
    case R::BodyTooLarge:
    case R::ContentTypeNotAllowed:
        bodyTrials(trials);
        break;
    case R::VersionEnded:
        versionTrials(trials);
        break;
    case R::PartnerOffboarded:
    case R::Allowed:
    case R::Unknown:
        break;
    }
    return trials.take();
}

} // namespace pc::platform
