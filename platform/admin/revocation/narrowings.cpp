// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/revocation/narrowings.h"

#include <QSet>

#include <algorithm>

namespace pc::platform::narrowings {

namespace {

QStringList inBoth(const QStringList &a, const QStringList &b)
{
    const QSet<QString> ofB(b.begin(), b.end());
    QStringList both;
    std::copy_if(a.begin(), a.end(), std::back_inserter(both),
                 [&ofB](const QString &each) { return ofB.contains(each); });
    return both;
}

/// 0 is "none" for a quota.
Limits smaller(const Limits &a, const Limits &b)
{
    Limits limits;
    limits.rate = std::min(a.rate, b.rate);
    limits.burst = std::min(a.burst, b.burst);
    limits.dailyQuota = a.dailyQuota == 0   ? b.dailyQuota
                        : b.dailyQuota == 0 ? a.dailyQuota
                                            : std::min(a.dailyQuota, b.dailyQuota);
    return limits;
}

/// A rule restricts: every restriction of either side holds.
QList<ResourceRule> restrictedByBoth(const QList<ResourceRule> &a, const QList<ResourceRule> &b)
{
    QList<ResourceRule> rules = a;
    for (const ResourceRule &other : b) {
        const auto same = std::find_if(rules.begin(), rules.end(), [&other](const ResourceRule &rule) {
            return rule.parameter == other.parameter;
        });
        if (same == rules.end())
            rules.append(other);
        else
            same->values = inBoth(same->values, other.values);
    }
    return rules;
}

/// Leaves of the partner's limits what `wanted` has too. Overrides are settled at this instant: a narrowing
/// lasts as long as one write.
void narrowLimits(PartnerRule &rule, const PartnerRule &wanted, Instant now)
{
    const Limits sandbox = smaller(rule.limitsAt(Realm::Sandbox, now), wanted.limitsAt(Realm::Sandbox, now));
    const Limits production =
        smaller(rule.limitsAt(Realm::Production, now), wanted.limitsAt(Realm::Production, now));
    if (sandbox == rule.limitsAt(Realm::Sandbox, now) && production == rule.limitsAt(Realm::Production, now))
        return;
    rule.limitOverride.reset();
    rule.sandboxLimits = sandbox;
    rule.limitedLimits = production;
    rule.productionLimits = production;
}

void setPlan(PartnerRule &rule, const PlanLimits &plan)
{
    rule.sandboxLimits = plan.sandbox;
    rule.limitedLimits = plan.limited;
    rule.productionLimits = plan.production;
}

} // namespace

Narrowing of(const JournalEntry &entry)
{
    Narrowing narrowing;
    switch (entry.kind) {
    case JournalEntry::Kind::Freeze:
        narrowing.partnerId = entry.id;
        narrowing.partner = [](PartnerRule &rule) {
            if (rule.status != PartnerStatus::Active)
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
            if (rule.state != CredentialState::Revoked)
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
            if (rule.state != CredentialState::Active && rule.state != CredentialState::Rotating)
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

Narrowing ofGrant(const QString &partnerId, const GrantEdit &wanted, const std::optional<PlanLimits> &plan,
                  Instant now)
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
            setPlan(after, *plan);
        after.limitOverride = wanted.limitOverride;
        narrowLimits(rule, after, now);
        rule.scopes = inBoth(rule.scopes, wanted.scopes);
        rule.resources = restrictedByBoth(rule.resources, wanted.resources);
    };
    return narrowing;
}

Narrowing ofPlan(const QString &partnerId, const QString &planId, const PlanLimits &plan, Instant now)
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
        setPlan(after, plan);
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
