// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/credential_life_cycle.h"
#include "platform/seed/sample.h"

namespace pc::platform::seed {

using namespace Qt::StringLiterals;

namespace {

/// A generation like any other, but of a verifier that no secret has.
life_cycle::FreshGeneration unusable(const Sample &sample, SampleRandom &random)
{
    life_cycle::FreshGeneration fresh;
    fresh.pepperVersion = sample.pepperVersion;
    for (int i = 0; i < 4; ++i) {
        const quint64 word = random.next();
        fresh.verifier.append(reinterpret_cast<const char *>(&word), 8);
    }
    fresh.lastFour = random.text(4);
    return fresh;
}

struct CredentialPlan
{
    QString name;
    CredentialKind kind;
    Realm realm;
    CredentialState state;
    int expiresInDays; // from the anchor
};

QList<CredentialPlan> plansFor(const SamplePartner &owner, int index)
{
    using State = CredentialState;
    constexpr auto client = CredentialKind::ClientSecret;
    QList<CredentialPlan> plans{
        {u"Sandbox client"_s, client, Realm::Sandbox, State::Active, 150 + index * 5}};
    if (owner.partner.stage == Stage::Sandbox) {
        if (index % 4 == 2)
            plans.append({u"Second developer"_s, CredentialKind::ApiKey, Realm::Sandbox, State::Void, 90});
        if (owner.traffic == Traffic::None && owner.partner.status == PartnerStatus::Active)
            plans.first().state = index % 3 == 1 ? State::Pending : State::Expired;
        return plans;
    }
    plans.append({u"Order sync"_s, client, Realm::Production, State::Active, 120 + index * 6});
    switch (index % 6) {
    case 0:
        plans.append({u"Invoice export"_s, client, Realm::Production, State::Rotating, 210});
        break;
    case 1:
        plans.append({u"Old integration"_s, CredentialKind::ApiKey, Realm::Production, State::Revoked, 40});
        break;
    case 2:
        plans.append({u"Warehouse scanner"_s, CredentialKind::ApiKey, Realm::Production, State::Active, 260});
        break;
    case 3:
        plans.append({u"Reporting job"_s, client, Realm::Production, State::Suspended, 75});
        break;
    case 4:
        plans.append({u"Pilot"_s, client, Realm::Production, State::Expired, -9});
        break;
    default:
        break;
    }
    if (index == 2)
        plans[1].expiresInDays = 6; // the one that expires soon
    if (owner.partner.status == PartnerStatus::Offboarded) {
        for (CredentialPlan &plan : plans)
            plan.state = State::Revoked;
    }
    return plans;
}

CredentialRow inState(CredentialRow row, const Sample &sample, const CredentialPlan &plan,
                      const QDateTime &issuedAt, SampleRandom &random)
{
    namespace cycle = life_cycle;
    const QDateTime &anchor = sample.anchor;
    const auto fresh = unusable(sample, random);
    if (plan.state == CredentialState::Pending)
        return cycle::issued(row, fresh, anchor.addSecs(-240));
    row = cycle::issued(row, fresh, issuedAt);
    if (plan.state == CredentialState::Void)
        return cycle::ticked(row, issuedAt.addSecs(1200)).row;
    row = cycle::acknowledged(row, 1, issuedAt.addSecs(20)).value();
    switch (plan.state) {
    case CredentialState::Rotating: {
        const QDateTime at = anchor.addSecs(-20 * 3600);
        row = cycle::rotated(row, unusable(sample, random), {3 * 86400, {}, false}, at).value();
        return cycle::acknowledged(row, 2, at.addSecs(15)).value();
    }
    case CredentialState::Revoked:
        return cycle::revoked(row, u"sec-1"_s, u"Integration was replaced"_s, anchor.addDays(-25)).value();
    case CredentialState::Suspended:
        return cycle::suspended(row, sample.suspendedSince()).value();
    case CredentialState::Expired:
        return cycle::ticked(row, anchor).row;
    default:
        return row;
    }
}

} // namespace

QList<CredentialRow> makeCredentials(const Sample &sample, const SamplePartner &owner, int index,
                                     SampleRandom &random)
{
    QList<CredentialRow> list;
    for (const CredentialPlan &plan : plansFor(owner, index)) {
        CredentialRow row;
        Credential &value = row.value;
        value.id = u"crd_"_s + random.text(16);
        value.partnerId = owner.partner.id;
        value.partnerName = owner.partner.name;
        value.name = plan.name;
        value.kind = plan.kind;
        value.realm = plan.realm;
        value.scopes = owner.grant.scopes.mid(0, owner.callsPerDay > 3000 ? 4 : 3);
        value.owner = owner.partner.owner;
        value.createdBy = owner.partner.owner;
        value.expiresAt = sample.anchor.addDays(
            plan.state == CredentialState::Expired && plan.expiresInDays > 0 ? -3 : plan.expiresInDays);
        // Never more than a year of life, and issued before anything happens to it.
        const QDateTime wanted = plan.realm == Realm::Sandbox ? owner.partner.createdAt.addDays(3)
                                                              : owner.partner.stageSince.addDays(1);
        const QDateTime earliest = value.expiresAt.addDays(-365);
        const QDateTime latest = std::min(sample.anchor, value.expiresAt).addDays(-40);
        const QDateTime issuedAt = std::min(std::max(wanted, earliest), latest);
        list.append(inState(row, sample, plan, issuedAt, random));
    }
    return list;
}

} // namespace pc::platform::seed
