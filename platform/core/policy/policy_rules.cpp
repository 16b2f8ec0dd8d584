// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/policy/policy_rules.h"

#include "contract/rules/legacy_keys.h"
#include "contract/rules/time_zones.h"
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/store/rows/api_rows.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/network_rows.h"
#include "platform/store/rows/observation_rows.h"
#include "platform/store/rows/partner_rows.h"
#include "platform/store/rows/version_rows.h"

#include <QHash>

namespace pc::platform {

PartnerRule ruleOf(const Partner &partner, const Grant &grant, const Plan &plan, const NetworkRules &networks)
{
    PartnerRule rule;
    rule.id = partner.id;
    rule.stage = partner.stage;
    rule.status = partner.status;
    const QTimeZone zone = pc::rules::timeZoneOf(partner.timeZone);
    rule.timeZone = zone.isValid() ? zone : QTimeZone::utc();
    rule.scopes = grant.scopes;
    rule.resources = grant.resources;
    rule.limits = pc::rules::limitsOf(plan);
    rule.limitOverride = grant.limitOverride;
    rule.networks = {networkRuleOf(networks)};
    EditFacts &facts = rule.facts;
    facts.version = partner.version;
    facts.grantVersion = grant.version;
    facts.planId = partner.planId;
    facts.slug = partner.slug;
    facts.owner = partner.owner;
    facts.lawfulBasis = partner.lawfulBasis;
    facts.dataCategories = partner.dataCategories;
    facts.networks = networks;
    for (const Contact &contact : partner.contacts) {
        if (contact.verifiedAt && contact.phone.isEmpty())
            facts.unnumbered.append(contact);
    }
    return rule;
}

CredentialRule ruleOf(const CredentialRow &credential)
{
    CredentialRule rule;
    rule.id16 = id16Of(credential.value.id);
    rule.partnerId = credential.value.partnerId;
    rule.kind = credential.value.kind;
    rule.realm = credential.value.realm;
    rule.state = credential.value.state;
    rule.scopes = credential.value.scopes;
    rule.expiresAt = instantOf(credential.value.expiresAt);
    rule.version = credential.value.version;
    if (rule.kind == CredentialKind::LegacyClientId)
        rule.clientId = credential.value.legacyClientId.toLatin1();
    if (credential.legacy && credential.value.legacy) {
        const LegacyFacts &facts = *credential.value.legacy;
        const auto header = pc::rules::readKeyHeader(facts.header);
        LegacyRule legacy;
        legacy.header = header ? header->key() : QByteArray();
        legacy.scheme = facts.rehashedAt ? KeyScheme::Sha256 : facts.scheme;
        legacy.hmacKey = facts.hmacKey.toLatin1();
        legacy.lookup = credential.legacy->lookup;
        legacy.pepperVersion = credential.legacy->pepperVersion;
        legacy.prefixLength = credential.legacy->prefixLength;
        legacy.box = credential.legacy->box;
        rule.legacy = legacy;
    }
    for (const GenerationRow &generation : credential.generations) {
        GenerationRule entry;
        entry.number = generation.value.number;
        entry.state = generation.value.state;
        entry.verifier = generation.verifier;
        entry.pepperVersion = generation.pepperVersion;
        entry.acknowledged = generation.value.acknowledgedAt.has_value();
        if (generation.value.graceUntil)
            entry.graceUntil = instantOf(*generation.value.graceUntil);
        if (entry.state == GenerationState::Pending && generation.voidAt)
            entry.pending =
                PendingFacts{generation.ackVerifier, instantOf(*generation.voidAt), generation.graceSeconds};
        rule.generations.push_back(entry);
    }
    return rule;
}

QList<ObservationRule> observationRulesOf(const QList<Observation> &observations)
{
    QList<ObservationRule> rules;
    for (const Observation &each : observations) {
        if (!each.endedAt)
            rules.append({each.id, each.kind, each.target, each.pathPrefix, instantOf(each.until)});
    }
    return rules;
}

Policy loadPolicy(Tx &tx, QString *why)
{
    QHash<QString, Plan> plans;
    for (const Plan &plan : catalogue_rows::plans(tx))
        plans.insert(plan.id, plan);
    QHash<QString, Grant> grants;
    for (const Grant &grant : catalogue_rows::grants(tx))
        grants.insert(grant.partnerId, grant);
    QHash<QString, NetworkRules> networks;
    for (const NetworkRules &rules : network_rows::all(tx))
        networks.insert(rules.partnerId, rules);
    std::vector<PartnerRule> partners;
    for (const Partner &partner : partner_rows::all(tx)) {
        const Grant grant = grants.value(partner.id);
        partners.push_back(ruleOf(partner, grant, plans.value(grant.planId), networks.value(partner.id)));
    }
    std::vector<CredentialRule> credentials;
    for (const CredentialRow &credential : credential_rows::all(tx))
        credentials.push_back(ruleOf(credential));
    const auto catalogue =
        RouteCatalogue::compile(api_rows::all(tx), catalogue_rows::routes(tx), why, version_rows::all(tx));
    if (!catalogue)
        throw SqlFailure({StoreError::Kind::Corrupt, *why});
    QHash<QString, pc::rules::StageLimits> limits;
    for (const Plan &plan : std::as_const(plans))
        limits.insert(plan.id, pc::rules::limitsOf(plan));
    return Policy(partners, credentials, denied_token_rows::all(tx), catalogue)
        .withPlanLimits(limits)
        .withScopes(catalogue_rows::scopes(tx))
        .withObservations(observationRulesOf(observation_rows::open(tx)))
        .withAuditSize(static_cast<qint64>(audit_log::frontier(tx).size()));
}

} // namespace pc::platform
