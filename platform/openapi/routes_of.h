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
/// latest. Pure.
[[nodiscard]] DescribedRoutes routesOf(const Description &description, const Api &api, const ScopeRule &rule,
                                       const QList<Route> &present, const QDateTime &now,
                                       const std::function<QString()> &newId);

} // namespace pc::platform::openapi
