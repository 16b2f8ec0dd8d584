// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/admin/api/write_outcome.h"
#include "platform/store/sql/tx.h"

namespace pc::platform {

/// The routes of one API, as they are decided by.
[[nodiscard]] QList<Route> routesInForce(const Policy &policy, const QString &apiId);

/// The same routes below another base path.
[[nodiscard]] QList<Route> movedRoutes(QList<Route> routes, const QString &from, const QString &to);

/// The catalogue with this API and these routes of it instead of what there is; an API that it does not have
/// yet comes last, and versions move with its base path. CatalogueConflict when there would be two routes for
/// one call.
[[nodiscard]] AdminExpected<std::shared_ptr<const RouteCatalogue>>
catalogueWith(const Policy &policy, const Api &api, const QList<Route> &routes);
/// The same routes with these versions of all APIs.
[[nodiscard]] AdminExpected<std::shared_ptr<const RouteCatalogue>>
catalogueWithVersions(const Policy &policy, const QList<ApiVersion> &versions);
/// Without an API, its routes and its versions.
[[nodiscard]] std::shared_ptr<const RouteCatalogue> catalogueWithout(const Policy &policy,
                                                                     const QString &apiId);

/// What people call an API; its id when it is not there.
[[nodiscard]] QString nameOfApi(const Policy &policy, const QString &apiId);

/// The first scope of these routes that another API has; empty when there is none.
[[nodiscard]] QString foreignScope(const Policy &policy, const QString &apiId, const QList<Route> &routes);

/// Stores the routes of an API in place of those it has, and those of its scopes that are new. Gives what is
/// decided by then.
[[nodiscard]] CatalogueRule storeRoutes(Tx &tx, const Policy &policy, const Api &api,
                                        const QList<Route> &routes, const QMap<QString, QString> &scopeTexts,
                                        std::shared_ptr<const RouteCatalogue> catalogue);

} // namespace pc::platform
