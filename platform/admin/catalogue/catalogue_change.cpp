// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/catalogue/catalogue_change.h"

#include "contract/rules/api_rules.h"
#include "contract/rules/text_rule.h"
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/domain/catalogue_difference.h"
#include "platform/store/rows/catalogue_rows.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// A scope that nobody has described yet: its name, and what the description says of it.
Scope newScope(const QString &name, const QString &apiId, const QMap<QString, QString> &texts)
{
    Scope scope;
    scope.name = name;
    scope.apiId = apiId;
    scope.title = name;
    for (auto each = texts.cbegin(); each != texts.cend(); ++each) {
        if (name.endsWith(each.key())) // a prefix may stand before it
            scope.sentence = pc::rules::plainLine(each.value(), 500);
    }
    return scope;
}

} // namespace

QList<Route> routesInForce(const Policy &policy, const QString &apiId)
{
    QList<Route> routes;
    for (const Route &each : policy.catalogue().routes()) {
        if (each.apiId == apiId)
            routes.append(each);
    }
    return routes;
}

QList<Route> movedRoutes(QList<Route> routes, const QString &from, const QString &to)
{
    for (Route &each : routes)
        each.pathTemplate = pc::rules::moved(each.pathTemplate, from, to);
    return routes;
}

AdminExpected<std::shared_ptr<const RouteCatalogue>> catalogueWith(const Policy &policy, const Api &api,
                                                                   const QList<Route> &routes)
{
    QList<Api> apis = policy.catalogue().apis();
    const auto same =
        std::find_if(apis.begin(), apis.end(), [&api](const Api &each) { return each.id == api.id; });
    QList<ApiVersion> versions = policy.catalogue().versions();
    if (same == apis.end()) {
        apis.append(api);
    } else {
        for (ApiVersion &each : versions) {
            if (each.apiId == api.id)
                each.pathPrefix = pc::rules::moved(each.pathPrefix, same->basePath, api.basePath);
        }
        *same = api;
    }
    QList<Route> all = routes;
    for (const Route &each : policy.catalogue().routes()) {
        if (each.apiId != api.id)
            all.append(each);
    }
    QString why;
    auto catalogue = RouteCatalogue::compile(apis, all, &why, versions);
    if (!catalogue)
        return refuse(ProblemCode::CatalogueConflict, u"The catalogue cannot have both"_s, why);
    return catalogue;
}

AdminExpected<std::shared_ptr<const RouteCatalogue>> catalogueWithVersions(const Policy &policy,
                                                                           const QList<ApiVersion> &versions)
{
    QString why;
    auto catalogue =
        RouteCatalogue::compile(policy.catalogue().apis(), policy.catalogue().routes(), &why, versions);
    if (!catalogue)
        return refuse(ProblemCode::CatalogueConflict, u"The catalogue cannot have both"_s, why);
    return catalogue;
}

std::shared_ptr<const RouteCatalogue> catalogueWithout(const Policy &policy, const QString &apiId)
{
    QList<Api> apis = policy.catalogue().apis();
    apis.removeIf([&apiId](const Api &each) { return each.id == apiId; });
    QList<Route> routes = policy.catalogue().routes();
    routes.removeIf([&apiId](const Route &each) { return each.apiId == apiId; });
    QList<ApiVersion> versions = policy.catalogue().versions();
    versions.removeIf([&apiId](const ApiVersion &each) { return each.apiId == apiId; });
    QString why; // what is less than a catalogue is one
    return RouteCatalogue::compile(apis, routes, &why, versions);
}

QString nameOfApi(const Policy &policy, const QString &apiId)
{
    const QList<Api> &apis = policy.catalogue().apis();
    const auto found =
        std::find_if(apis.begin(), apis.end(), [&apiId](const Api &each) { return each.id == apiId; });
    return found == apis.end() ? apiId : found->name;
}

QString foreignScope(const Policy &policy, const QString &apiId, const QList<Route> &routes)
{
    QStringList needed = domain::scopesNeeded(routes).values();
    std::sort(needed.begin(), needed.end());
    for (const QString &scope : std::as_const(needed)) {
        const QString owner = policy.apiOfScope(scope);
        if (!owner.isEmpty() && owner != apiId)
            return scope;
    }
    return {};
}

CatalogueRule storeRoutes(Tx &tx, const Policy &policy, const Api &api, const QList<Route> &routes,
                          const QMap<QString, QString> &scopeTexts,
                          std::shared_ptr<const RouteCatalogue> catalogue)
{
    catalogue_rows::removeRoutes(tx, api.id);
    for (const Route &each : routes)
        catalogue_rows::put(tx, each);
    QStringList needed = domain::scopesNeeded(routes).values();
    std::sort(needed.begin(), needed.end());
    CatalogueRule rule{std::move(catalogue), policy.scopes()};
    for (const QString &name : std::as_const(needed)) {
        if (!policy.apiOfScope(name).isEmpty())
            continue;
        const Scope scope = newScope(name, api.id, scopeTexts);
        catalogue_rows::put(tx, scope);
        rule.scopes.append(scope);
    }
    std::sort(rule.scopes.begin(), rule.scopes.end(),
              [](const Scope &a, const Scope &b) { return a.name < b.name; });
    return rule;
}

} // namespace pc::platform
