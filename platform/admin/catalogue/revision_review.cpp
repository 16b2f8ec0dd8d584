// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/catalogue/revision_review.h"

#include "platform/admin/catalogue/catalogue_change.h"
#include "platform/domain/catalogue_difference.h"
#include "platform/store/rows/partner_rows.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostScopes = 500;
constexpr qsizetype mostBroken = 200;
constexpr qsizetype mostRoutes = 20;

QHash<QString, qsizetype> placesOf(const QList<Route> &routes)
{
    QHash<QString, qsizetype> places;
    places.reserve(routes.size());
    for (qsizetype i = 0; i < routes.size(); ++i)
        places.insert(routes.at(i).id, i);
    return places;
}

const Route *routeAt(const QList<Route> &routes, qsizetype place)
{
    return place < 0 ? nullptr : &routes.at(place);
}

QString contactOf(const Partner &partner)
{
    const auto found = std::find_if(partner.contacts.begin(), partner.contacts.end(),
                                    [](const Contact &each) { return each.kind == ContactKind::Technical; });
    return found == partner.contacts.end() ? QString() : found->email;
}

} // namespace

RevisionEffect::RevisionEffect(AdminContext &context, Tx &tx, const QString &apiId, QList<Route> after,
                               const QDateTime &now)
    : m_policy(context.policy.current()), m_apiId(apiId), m_before(routesInForce(*m_policy, apiId)),
      m_after(std::move(after)), m_beforeAt(placesOf(m_before)), m_afterAt(placesOf(m_after)),
      m_changes(domain::routeChanges(m_before, m_after))
{
    for (const Scope &each : m_policy->scopes())
        m_known.insert(each.name);
    QStringList touched;
    QHash<QString, RouteChange *> byRoute;
    for (RouteChange &each : m_changes) {
        if (each.kind == RouteChangeKind::New)
            continue;
        touched.append(each.routeId);
        byRoute.insert(each.routeId, &each);
    }
    for (const RouteUse &use : context.usage.routeUse(tx, touched, now)) {
        byRoute.value(use.routeId)->calls30d += use.calls30d;
        count(use);
    }
}

/// Whether the caller would be refused, by what it may do today.
void RevisionEffect::count(const RouteUse &use)
{
    const Route *before = routeAt(m_before, m_beforeAt.value(use.routeId, -1));
    const Route *after = routeAt(m_after, m_afterAt.value(use.routeId, -1));
    QStringList missing;
    if (after != nullptr) {
        const Policy::PartnerPtr partner = m_policy->partner(use.partnerId);
        const Policy::CredentialPtr credential = m_policy->credential(id16Of(use.credentialId));
        for (const QString &scope : domain::newlyNeeded(*after, before)) {
            if (!partner || !credential || !partner->scopes.contains(scope) ||
                !credential->scopes.contains(scope))
                missing.append(scope);
        }
        if (missing.isEmpty())
            return;
    }
    Breach &breach = m_breaches[use.partnerId];
    breach.calls += use.calls30d;
    breach.lastDay = breach.lastDay.isValid() ? std::max(breach.lastDay, use.lastDay) : use.lastDay;
    const QString route = before->method + u' ' + before->pathTemplate;
    if (!breach.routes.contains(route))
        breach.routes.append(route);
    for (const QString &scope : std::as_const(missing)) {
        if (!breach.missing.contains(scope))
            breach.missing.append(scope);
    }
}

/// Name of the API that has the scope, when it is another one.
QString RevisionEffect::otherApiOf(const QString &scope) const
{
    const QString owner = m_policy->apiOfScope(scope);
    if (owner.isEmpty() || owner == m_apiId)
        return {};
    return nameOfApi(*m_policy, owner);
}

RevisionCounts RevisionEffect::counts() const
{
    return domain::revisionCounts(m_changes, m_before, m_after, m_known);
}

QList<ScopeNeed> RevisionEffect::scopes() const
{
    QMap<QString, int> routes; // by name
    for (const QString &scope : domain::scopesNeeded(m_before))
        routes.insert(scope, 0);
    for (const Route &each : m_after) {
        ++routes[each.scope];
        for (const QString &scope : each.alsoScopes)
            ++routes[scope];
    }
    QList<ScopeNeed> needs;
    for (auto each = routes.cbegin(); each != routes.cend(); ++each)
        needs.append({each.key(), each.value(), !m_known.contains(each.key()),
                      each.value() > 0 ? otherApiOf(each.key()) : QString()});
    // What is to be looked at first is not left out for those that come before it by name.
    std::stable_partition(needs.begin(), needs.end(), [](const ScopeNeed &each) { return each.routes == 0; });
    std::stable_partition(needs.begin(), needs.end(),
                          [](const ScopeNeed &each) { return !each.takenBy.isEmpty(); });
    return needs.mid(0, mostScopes);
}

QList<BrokenPartner> RevisionEffect::broken(Tx &tx, const QDateTime &now) const
{
    QList<BrokenPartner> all;
    for (auto each = m_breaches.cbegin(); each != m_breaches.cend(); ++each) {
        const Breach &breach = each.value();
        BrokenPartner partner;
        partner.partnerId = each.key();
        partner.calls30d = breach.calls;
        partner.lastCallAt = breach.lastDay;
        partner.routes = breach.routes;
        partner.missingScopes = breach.missing;
        std::sort(partner.routes.begin(), partner.routes.end());
        std::sort(partner.missingScopes.begin(), partner.missingScopes.end());
        partner.routes = partner.routes.mid(0, mostRoutes);
        all.append(partner);
    }
    std::sort(all.begin(), all.end(), [](const BrokenPartner &a, const BrokenPartner &b) {
        return a.calls30d != b.calls30d ? a.calls30d > b.calls30d : a.partnerId < b.partnerId;
    });
    QList<BrokenPartner> shown = all.mid(0, mostBroken);
    for (BrokenPartner &each : shown) {
        const auto partner = partner_rows::find(tx, each.partnerId, now);
        each.name = partner ? partner->name : QString();
        each.contact = partner ? contactOf(*partner) : QString();
    }
    return shown;
}

int RevisionEffect::idleGrants() const
{
    const QSet<QString> idle = domain::scopesNeeded(m_before) - domain::scopesNeeded(m_after);
    int held = 0;
    if (idle.isEmpty())
        return held;
    m_policy->forEachPartner([&](const PartnerRule &partner) {
        held += std::any_of(partner.scopes.begin(), partner.scopes.end(),
                            [&idle](const QString &scope) { return idle.contains(scope); });
    });
    return held;
}

} // namespace pc::platform
