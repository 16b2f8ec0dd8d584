// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/catalogue.h"
#include "platform/openapi/description.h"

#include <QDateTime>

#include <functional>

namespace pc::platform::openapi {

/// What a description makes of the routes of an API.
struct DescribedRoutes
{
    QList<Route> routes; ///< in the order of the description
    QList<LeftOut> leftOut;
};

/// The routes that `description` gives to `api`, below its base path: a path of the description stands below
/// that instead of the described one, and below the described one when the API has none. What is described of
/// a route that is there already (same method, same shape of path) keeps its id, stages, size limit and
/// dates; `newId` names the others. A route that the description calls deprecated is so since `now` at the
/// latest. A call is allowed in one way: what the description says of others is named as left out, once for
/// all calls of which it says the same. Pure.
[[nodiscard]] DescribedRoutes routesOf(const Description &description, const Api &api, const ScopeRule &rule,
                                       const QList<Route> &present, const QDateTime &now,
                                       const std::function<QString()> &newId);

/// A described path as the API has it: below its base path instead of the described one.
[[nodiscard]] QString pathBelow(const Api &api, const QString &describedBase, const QString &path);
/// By what two routes are the same: method, and the path without the names of its parameters.
[[nodiscard]] QString shapeOf(const QString &method, const QString &path);

} // namespace pc::platform::openapi
