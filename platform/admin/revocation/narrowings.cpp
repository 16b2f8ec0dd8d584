// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/revocation/narrowings.h"

#include "contract/rules/act_refusal.h"
#include "contract/rules/grants.h"
#include "contract/rules/networks.h"
#include "platform/admin/revocation/foreseen.h"

#include <algorithm>

namespace pc::platform::narrowings {

namespace {

/// Leaves of the partner's limits what `wanted` has too. Overrides are settled at this instant: a narrowing
/// lasts as long as one write.
void narrowLimits(PartnerRule &rule, const PartnerRule &wanted, Instant now)
{
    const Limits sandbox =
        pc::rules::intersection(rule.limitsAt(Realm::Sandbox, now), wanted.limitsAt(Realm::Sandbox, now));
    const Limits production = pc::rules::intersection(rule.limitsAt(Realm::Production, now),
                                                      wanted.limitsAt(Realm::Production, now));
    if (sandbox == rule.limitsAt(Realm::Sandbox, now) && production == rule.limitsAt(Realm::Production, now))
        return;
    rule.limitOverride.reset();
    rule.limits = {sandbox, production, production};
}

} // namespace

Narrowing of(const JournalEntry &entry)
{
    Narrowing narrowing;
    switch (entry.kind) {
    case JournalEntry::Kind::Freeze:
        narrowing.partnerId = entry.id;
        narrowing.partner = [](PartnerRule &rule) {
            if (!foreseen::mayFreeze(rule))
                return;
            rule.status = PartnerStatus::Frozen;
            ++rule.facts.version;
        };
        return narrowing;
    case JournalEntry::Kind::Operator:
    case JournalEntry::Kind::Session:
    case JournalEntry::Kind::Gateway:
    case JournalEntry::Kind::Token:
        return narrowing;
    case JournalEntry::Kind::Credential:
        narrowing.credential = [](CredentialRule &rule) {
            if (foreseen::mayRevoke(rule))
                ++rule.version;
            rule.state = CredentialState::Revoked;
            for (GenerationRule &generation : rule.generations) {
                if (generation.state != GenerationState::Ended && generation.state != GenerationState::Void)
                    generation.state = GenerationState::Revoked;
            }
        };
        break;
    case JournalEntry::Kind::Suspend:
        narrowing.credential = [](CredentialRule &rule) {
            if (pc::rules::refusalOf(Op::CredentialSuspend, {.state = rule.state}))
                return;
            rule.state = CredentialState::Suspended;
            ++rule.version;
        };
        break;
    case JournalEntry::Kind::Generation:
        narrowing.credential = [number = entry.generation](CredentialRule &rule) {
            for (GenerationRule &generation : rule.generations) {
                const bool ends = generation.state == GenerationState::Grace ||
                                  generation.state == GenerationState::Active; // by an acknowledgement
                if (generation.number != number || !ends)
                    continue;
                generation.state = GenerationState::Ended;
                ++rule.version;
            }
        };
        break;
    }
    narrowing.id16 = id16Of(entry.id);
    return narrowing;
}

Narrowing ofGrant(const QString &partnerId, const GrantEdit &wanted,
                  const std::optional<pc::rules::StageLimits> &plan, Instant now)
{
    Narrowing narrowing;
    narrowing.partnerId = partnerId;
    narrowing.partner = [wanted, plan, now](PartnerRule &rule) {
        const bool otherPlan = wanted.planId != rule.facts.planId;
        const bool edits = otherPlan || rule.scopes != wanted.scopes || rule.resources != wanted.resources ||
                           rule.limitOverride != wanted.limitOverride;
        rule.facts.grantVersion += edits ? 1 : 0;
        rule.facts.version += otherPlan ? 1 : 0;
        rule.facts.planId = wanted.planId;
        PartnerRule after = rule;
        if (plan)
            after.limits = *plan;
        after.limitOverride = wanted.limitOverride;
        narrowLimits(rule, after, now);
        rule.scopes = pc::rules::inBoth(rule.scopes, wanted.scopes);
        rule.resources = pc::rules::restrictedByBoth(rule.resources, wanted.resources);
    };
    return narrowing;
}

Narrowing ofNetworks(const QString &partnerId, const NetworkRulesEdit &wanted, Instant now)
{
    Narrowing narrowing;
    narrowing.partnerId = partnerId;
    narrowing.partner = [wanted, now](PartnerRule &rule) {
        NetworkRules after = pc::rules::edited(rule.facts.networks, wanted);
        if (after == rule.facts.networks)
            return;
        const NetworkRule besides = networkRuleOf(after);
        rule.facts.networks = after;
        ++rule.facts.networks.version;
        const bool isWider =
            std::any_of(rule.networks.begin(), rule.networks.end(),
                        [&](const NetworkRule &each) { return each.isWithin(besides, now); });
        if (!isWider)
            rule.networks.append(besides);
    };
    return narrowing;
}

Narrowing ofPlan(const QString &partnerId, const QString &planId, const pc::rules::StageLimits &plan,
                 Instant now)
{
    Narrowing narrowing;
    narrowing.partnerId = partnerId;
    narrowing.partner = [planId, plan, now](PartnerRule &rule) {
        if (rule.facts.planId != planId) {
            ++rule.facts.version;
            ++rule.facts.grantVersion;
            rule.facts.planId = planId;
        }
        PartnerRule after = rule;
        after.limits = plan;
        narrowLimits(rule, after, now);
    };
    return narrowing;
}

Narrowing ofOlderGeneration(const QByteArray &id16)
{
    Narrowing narrowing;
    narrowing.id16 = id16;
    narrowing.credential = [](CredentialRule &rule) {
        for (GenerationRule &generation : rule.generations) {
            if (generation.state == GenerationState::Grace)
                generation.state = GenerationState::Ended;
        }
        ++rule.version;
    };
    return narrowing;
}

Narrowing ofNearerGrace(const QByteArray &id16, Instant until)
{
    Narrowing narrowing;
    narrowing.id16 = id16;
    narrowing.credential = [until](CredentialRule &rule) {
        for (GenerationRule &generation : rule.generations) {
            if (generation.graceUntil && generation.state == GenerationState::Grace)
                generation.graceUntil = std::min(*generation.graceUntil, until);
        }
        ++rule.version;
    };
    return narrowing;
}

} // namespace pc::platform::narrowings
