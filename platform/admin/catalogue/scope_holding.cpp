// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/catalogue/scope_holding.h"

#include "contract/rules/act_refusal.h"
#include "contract/rules/fold.h"
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/partner_rows.h"
#include "platform/store/sql/keyset.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostConflicts = 200;

bool isInForce(const CredentialRule &credential, Instant now)
{
    return pc::rules::isLiving(credential.state) && now < credential.expiresAt;
}

/// Partners that hold the scope, by their folded names.
struct Holder
{
    QString key;
    QString name;
    Policy::PartnerPtr rule;

    bool operator<(const Holder &other) const
    {
        return key != other.key ? key < other.key : rule->id < other.rule->id;
    }
};

std::vector<Holder> holdersOf(const Policy &policy, Tx &tx, const QString &scope)
{
    std::vector<Holder> holders;
    policy.forEachPartner([&](const PartnerRule &partner) {
        if (partner.scopes.contains(scope))
            holders.push_back({{}, {}, policy.partner(partner.id)});
    });
    const QHash<QString, QString> names =
        holders.empty() ? QHash<QString, QString>() : partner_rows::names(tx);
    for (Holder &each : holders) {
        each.name = names.value(each.rule->id);
        each.key = pc::rules::fold(each.name);
    }
    std::sort(holders.begin(), holders.end());
    return holders;
}

/// Credentials in force of a partner that have the scope.
QList<ScopeCaller> credentialsWith(Tx &tx, const QString &partnerId, const QString &scope, Instant now)
{
    QList<ScopeCaller> list;
    for (const CredentialRow &row : credential_rows::ofPartner(tx, partnerId)) {
        const Credential &value = row.value;
        if (pc::rules::isLiving(value.state) && now < instantOf(value.expiresAt) &&
            value.scopes.contains(scope))
            list.append({value.id, value.name, 0});
    }
    return list;
}

} // namespace

HoldingFault holdingFault(const Scope &scope, const PartnerRule &partner)
{
    return {!pc::rules::allowedByBasis(scope, partner.facts.lawfulBasis),
            pc::rules::uncoveredCategories(scope, partner.facts.dataCategories)};
}

QList<ScopeFigures> scopeFigures(const AdminCall &call, Tx &tx)
{
    const PolicyRef policy = call.context.policy.current();
    QList<ScopeFigures> list;
    QHash<QString, qsizetype> places;
    for (const Scope &each : policy->scopes()) {
        places.insert(each.name, list.size());
        list.append({.scope = each.name, .lastUsedAt = {}});
    }
    const auto at = [&](const QString &scope) -> ScopeFigures * {
        const auto place = places.constFind(scope);
        return place == places.constEnd() ? nullptr : &list[*place];
    };
    for (const Route &route : policy->catalogue().routes()) {
        for (const QString &scope : QStringList(route.scope) + route.alsoScopes) {
            if (ScopeFigures *figures = at(scope))
                ++figures->routes;
        }
    }
    policy->forEachPartner([&](const PartnerRule &partner) {
        for (const QString &scope : partner.scopes) {
            ScopeFigures *figures = at(scope);
            if (figures == nullptr)
                continue;
            ++figures->holders;
            const Scope &known = policy->scopes().at(places.value(scope));
            figures->conflicts += holdingFault(known, partner).isNone() ? 0 : 1;
        }
    });
    const Instant now = instantOf(call.now);
    policy->forEachCredential([&](const CredentialRule &credential) {
        if (!isInForce(credential, now))
            return;
        for (const QString &scope : credential.scopes) {
            if (ScopeFigures *figures = at(scope))
                ++figures->credentials;
        }
    });
    for (ScopeFigures &each : list) {
        const ScopeTotal total = call.context.usage.scopeTotal(tx, each.scope, call.now);
        each.users30d = total.partners30d;
        each.calls30d = total.calls30d;
        each.lastUsedAt = total.lastDay;
    }
    return list;
}

std::optional<Page<ScopeHolder>> scopeHolders(const AdminCall &call, Tx &tx, const Scope &scope, int limit,
                                              const QString &cursor)
{
    const PolicyRef policy = call.context.policy.current();
    const std::vector<Holder> holders = holdersOf(*policy, tx, scope.name);
    const QString order = u"scope_holders"_s;
    auto next = holders.begin();
    if (!cursor.isEmpty()) {
        const auto place = KeysetCursor::decode(cursor, order, false);
        if (!place)
            return {};
        const auto after = std::pair(place->key.toString(), place->tie.toString());
        next = std::find_if(holders.begin(), holders.end(), [&after](const Holder &each) {
            return std::pair(each.key, each.rule->id) > after;
        });
    }
    Page<ScopeHolder> page;
    page.count = static_cast<qint64>(holders.size());
    QStringList ids;
    QHash<QString, qsizetype> places;
    for (; next != holders.end() && page.items.size() < limit; ++next) {
        const PartnerRule &rule = *next->rule;
        ScopeHolder holder;
        holder.partnerId = rule.id;
        holder.name = next->name;
        holder.stage = rule.stage;
        holder.status = rule.status;
        const auto grant = catalogue_rows::grant(tx, rule.id);
        holder.grantVersion = grant ? grant->version : rule.facts.grantVersion;
        holder.grantUpdatedAt = grant ? grant->updatedAt : call.now;
        holder.credentials = credentialsWith(tx, rule.id, scope.name, instantOf(call.now));
        const HoldingFault fault = holdingFault(scope, rule);
        holder.basis = !fault.basis;
        holder.uncovered = fault.categories;
        places.insert(rule.id, page.items.size());
        ids.append(rule.id);
        page.items.append(holder);
    }
    if (next != holders.end()) {
        const Holder &last = *std::prev(next);
        page.nextCursor = KeysetCursor{order, last.key, last.rule->id}.encode();
    }
    for (const ScopeCalls &each : call.context.usage.scopeCalls(tx, scope.name, ids, call.now)) {
        ScopeHolder &holder = page.items[places.value(each.partnerId)];
        holder.calls30d += each.calls30d;
        if (!holder.lastUsedAt || *holder.lastUsedAt < each.lastDay)
            holder.lastUsedAt = each.lastDay;
        for (ScopeCaller &caller : holder.credentials) {
            if (caller.credentialId == each.credentialId)
                caller.calls30d += each.calls30d;
        }
    }
    for (ScopeHolder &each : page.items)
        std::stable_sort(each.credentials.begin(), each.credentials.end(),
                         [](const ScopeCaller &a, const ScopeCaller &b) { return a.calls30d > b.calls30d; });
    return page;
}

ScopeEffect scopeEffect(const AdminCall &call, Tx &tx, const Scope &before, const Scope &after)
{
    const PolicyRef policy = call.context.policy.current();
    ScopeEffect effect;
    effect.scope = after;
    const std::vector<Holder> holders = holdersOf(*policy, tx, before.name);
    effect.holders = static_cast<int>(holders.size());
    QList<ScopeMisfit> old;
    for (const Holder &each : holders) {
        const HoldingFault fault = holdingFault(after, *each.rule);
        if (fault.isNone())
            continue;
        const HoldingFault known = holdingFault(before, *each.rule);
        QStringList opened = fault.categories;
        opened.removeIf([&known](const QString &category) { return known.categories.contains(category); });
        const bool isNew = (fault.basis && !known.basis) || !opened.isEmpty();
        ++effect.conflictCount;
        effect.newConflicts += isNew ? 1 : 0;
        (isNew ? effect.conflicts : old)
            .append({each.rule->id, each.name, each.rule->stage, fault.basis, fault.categories, isNew});
    }
    effect.conflicts = (effect.conflicts + old).mid(0, mostConflicts);
    return effect;
}

ScopeBonds scopeBonds(const Policy &policy, const QString &scope, const QDateTime &now)
{
    ScopeBonds bonds;
    policy.forEachPartner(
        [&](const PartnerRule &partner) { bonds.partners += partner.scopes.contains(scope) ? 1 : 0; });
    policy.forEachCredential([&, at = instantOf(now)](const CredentialRule &credential) {
        // What is suspended may come back.
        const bool mayLive = credential.state == CredentialState::Suspended ||
                             credential.state == CredentialState::Pending ||
                             pc::rules::isLiving(credential.state);
        bonds.credentials +=
            mayLive && at < credential.expiresAt && credential.scopes.contains(scope) ? 1 : 0;
    });
    for (const Route &route : policy.catalogue().routes())
        bonds.routes += route.scope == scope || route.alsoScopes.contains(scope) ? 1 : 0;
    return bonds;
}

} // namespace pc::platform
