// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/catalogue/version_callers.h"

#include "contract/rules/version_life.h"
#include "platform/admin/catalogue/catalogue_change.h"
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/store/rows/partner_rows.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostCallersTold = 200;
constexpr qsizetype mostRoutesTold = 50; // of one caller
constexpr qsizetype mostCredentialsTold = 20;

/// What came from one partner.
struct Came
{
    qint64 calls7d = 0;
    qint64 calls30d = 0;
    QDateTime lastDay;
    QHash<QString, VersionRouteUse> routes;
    QHash<QString, VersionCredentialUse> credentials;
    QHash<QString, QDateTime> lastDays; ///< by route
};

template <typename Use>
QList<Use> mostCalledFirst(const QHash<QString, Use> &uses, QString Use::*name, qsizetype most)
{
    QList<Use> list = uses.values();
    std::sort(list.begin(), list.end(), [name](const Use &a, const Use &b) {
        return a.calls30d != b.calls30d ? a.calls30d > b.calls30d : a.*name < b.*name;
    });
    return list.mid(0, most);
}

/// Whom one tells that an interface ends: who works on it, before who signed for it.
QList<Contact> technicalFirst(QList<Contact> contacts)
{
    std::stable_partition(contacts.begin(), contacts.end(),
                          [](const Contact &each) { return each.kind == ContactKind::Technical; });
    return contacts;
}

QHash<QString, Came> cameTo(AdminContext &context, Tx &tx, const QHash<QString, Route> &routes,
                            const QDateTime &now)
{
    QHash<QString, Came> callers;
    for (const RouteCalls &each : context.usage.routeCalls(tx, routes.keys(), now)) {
        Came &came = callers[each.partnerId];
        came.calls7d += each.calls7d;
        came.calls30d += each.calls30d;
        came.lastDay = came.lastDay.isValid() ? std::max(came.lastDay, each.lastDay) : each.lastDay;
        const Route route = routes.value(each.routeId);
        VersionRouteUse &use = came.routes[each.routeId];
        use.routeId = each.routeId;
        use.what = route.method + u' ' + route.pathTemplate;
        use.calls7d += each.calls7d;
        use.calls30d += each.calls30d;
        QDateTime &last = came.lastDays[each.routeId];
        last = last.isValid() ? std::max(last, each.lastDay) : each.lastDay;
        VersionCredentialUse &credential = came.credentials[each.credentialId];
        credential.credentialId = each.credentialId;
        credential.name = each.credentialName;
        credential.calls30d += each.calls30d;
    }
    return callers;
}

} // namespace

QList<ApiVersion> counted(AdminContext &context, Tx &tx, QList<ApiVersion> versions, const QDateTime &now)
{
    if (versions.isEmpty())
        return versions;
    const PolicyRef policy = context.policy.current();
    QHash<QString, qsizetype> places; // of a route: which version
    for (const Route &route : routesInForce(*policy, versions.constFirst().apiId)) {
        if (const ApiVersion *version = pc::rules::versionOf(versions, route))
            places.insert(route.id, version - versions.constData());
    }
    for (const qsizetype place : std::as_const(places))
        ++versions[place].routes;
    QList<QSet<QString>> partners(versions.size());
    for (const RouteCalls &each : context.usage.routeCalls(tx, places.keys(), now)) {
        const qsizetype place = places.value(each.routeId);
        partners[place].insert(each.partnerId);
        versions[place].calls30d += each.calls30d;
    }
    for (qsizetype i = 0; i < versions.size(); ++i)
        versions[i].partners30d = static_cast<int>(partners.at(i).size());
    return versions;
}

VersionUse useOf(AdminContext &context, Tx &tx, const ApiVersion &version, const QDateTime &now)
{
    VersionUse use;
    use.version = counted(context, tx, {version}, now).constFirst();
    const PolicyRef policy = context.policy.current();
    QHash<QString, Route> routes;
    for (const Route &route : routesInForce(*policy, version.apiId)) {
        if (pc::rules::isOf(version, route))
            routes.insert(route.id, route);
    }
    const QHash<QString, Came> callers = cameTo(context, tx, routes, now);
    QStringList ids = callers.keys();
    std::sort(ids.begin(), ids.end(), [&callers](const QString &a, const QString &b) {
        const qint64 callsOfA = callers.constFind(a)->calls30d;
        const qint64 callsOfB = callers.constFind(b)->calls30d;
        return callsOfA != callsOfB ? callsOfA > callsOfB : a < b;
    });
    use.moreCallers = static_cast<int>(std::max<qsizetype>(0, ids.size() - mostCallersTold));
    for (const QString &id : ids.mid(0, mostCallersTold)) {
        const Came &came = *callers.constFind(id);
        VersionCaller caller;
        caller.partnerId = id;
        caller.calls7d = came.calls7d;
        caller.calls30d = came.calls30d;
        QStringList lastRoutes;
        for (auto each = came.lastDays.cbegin(); each != came.lastDays.cend(); ++each) {
            if (each.value() == came.lastDay)
                lastRoutes.append(each.key());
        }
        caller.lastCallAt = context.usage.lastCallHour(tx, id, lastRoutes, came.lastDay);
        caller.routes = mostCalledFirst(came.routes, &VersionRouteUse::what, mostRoutesTold);
        caller.credentials =
            mostCalledFirst(came.credentials, &VersionCredentialUse::credentialId, mostCredentialsTold);
        if (const auto partner = partner_rows::find(tx, id, now)) {
            caller.name = partner->name;
            caller.contacts = technicalFirst(partner->contacts);
        }
        use.callers.append(caller);
    }
    return use;
}

} // namespace pc::platform
