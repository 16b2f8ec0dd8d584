// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/access_trials.h"

#include "contract/codec/time_text.h"
#include "contract/rules/limits.h"
#include "contract/rules/networks.h"
#include "platform/admin/calls/partner_rules_made.h"
#include "platform/admin/calls/resource_needs.h"
#include "platform/core/decision/record_fields.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

/// In one act what the grant lacks; a token that is asked for afterwards has it, too.
void scopeTrials(TrialList &trials)
{
    if (!trials.partner || !trials.credential)
        return;
    PartnerRule partner = *trials.partner;
    CredentialRule credential = *trials.credential;
    AskedChange change = trials.change;
    QList<Remedy> remedies;
    const bool hasToken = !trials.call.isTokenRequest && !trials.call.tokenDigest.isEmpty();
    const QStringList needed =
        trials.call.isTokenRequest ? trials.call.tokenScopes : neededScopes(trials.policy, trials.call);
    if (needed.contains(unknownScope))
        return trials.addSure(remedy(RemedyKind::FixRequest));
    for (const QString &scope : needed) {
        const bool isGranted = partner.scopes.contains(scope);
        const bool isHeld = credential.scopes.contains(scope);
        const bool isInToken = !hasToken || (trials.call.tokenScopes + change.moreScopes).contains(scope);
        if (!isGranted) {
            partner.scopes.append(scope);
            remedies.append(remedy(RemedyKind::GrantScope, Op::GrantEdit, partner.id, scope));
        }
        if (!isHeld) { // it was issued so, and stays so
            credential.scopes.append(scope);
            remedies.append(remedy(RemedyKind::CredentialScope, Op::CredentialIssue, partner.id, scope));
        }
        if (!isInToken) {
            change.moreScopes.append(scope);
            if (isGranted && isHeld)
                remedies.append(remedy(RemedyKind::AskForScope, scope));
        }
    }
    if (remedies.isEmpty())
        return;
    const QByteArray id16 = credential.id16;
    const QString partnerId = partner.id;
    trials.add(remedies,
               trials.policy.withPartnerOverlay(partnerId, std::make_shared<PartnerRule>(std::move(partner)))
                   .withCredentialOverlay(id16, std::make_shared<CredentialRule>(std::move(credential))),
               change);
}

void resourceTrials(TrialList &trials)
{
    if (!trials.partner)
        return;
    const QStringList lacked = lackedResources(trials.policy, trials.call, trials.partner->resources);
    PartnerRule partner = *trials.partner;
    QList<Remedy> remedies;
    for (const QString &each : lacked) {
        for (ResourceRule &rule : partner.resources) {
            if (rule.parameter == each.section(u'=', 0, 0))
                rule.values.append(each.section(u'=', 1));
        }
        remedies.append(remedy(RemedyKind::GrantResource, Op::GrantEdit, partner.id, each));
    }
    if (!remedies.isEmpty())
        trials.add(remedies,
                   trials.policy.withPartnerOverlay(partner.id, std::make_shared<PartnerRule>(partner)),
                   trials.change);
}

/// Wherever it is left out: the list of the realm, and that of the credential.
void networkTrials(TrialList &trials)
{
    if (!trials.partner || !trials.credential || trials.call.source.isEmpty())
        return;
    PartnerRule partner = *trials.partner;
    NetworkRules rules = partner.facts.networks;
    const NetworkEntry entry{trials.call.source, {}, {}, {}};
    QList<NetworkEntry> &list = trials.credential->realm == Realm::Sandbox ? rules.sandbox : rules.production;
    if (!list.isEmpty() || trials.credential->realm != Realm::Sandbox)
        list.append(entry);
    for (CredentialNetworks &each : rules.credentials) {
        if (each.credentialId == trials.call.credentialId)
            each.entries.append(entry);
    }
    partner.networks = {networkRuleOf(rules)};
    trials.withPartner(remedy(RemedyKind::AllowNetwork, Op::NetworksEdit, partner.id, trials.call.source),
                       partner);
}

void stageTrials(TrialList &trials)
{
    if (!trials.partner)
        return;
    for (const Stage next : {Stage::Limited, Stage::Production}) {
        if (static_cast<int>(next) <= static_cast<int>(trials.partner->stage))
            continue;
        PartnerRule partner = *trials.partner;
        partner.stage = next;
        trials.withPartner(remedy(RemedyKind::Promote, Op::PartnerPromote, partner.id, toText(next)),
                           partner);
    }
}

void limitsTrials(TrialList &trials)
{
    if (trials.call.isTokenRequest)
        return;
    if (trials.answer.limits && trials.answer.limits->outcome != LimitVerdict::Outcome::Allowed)
        trials.addSure(remedy(RemedyKind::WaitForLimit,
                              timeToText(limitStateOf(*trials.answer.limits, trials.today.now.wall).freeAt)));
    if (!trials.partner)
        return;
    PartnerRule partner = *trials.partner;
    // By so much that what was counted at the lower limit is nothing: how much is enough is the operator's.
    const auto raised = [](Limits limits) {
        constexpr int much = 1000;
        limits.rate *= much;
        limits.dailyQuota *= much;
        return limits;
    };
    partner.limits = {raised(partner.limits.sandbox), raised(partner.limits.limited),
                      raised(partner.limits.production)};
    if (partner.limitOverride)
        partner.limitOverride->limits = raised(partner.limitOverride->limits);
    trials.withPartner(remedy(RemedyKind::RaiseLimit, Op::GrantEdit, partner.id), partner);
}

} // namespace pc::platform
