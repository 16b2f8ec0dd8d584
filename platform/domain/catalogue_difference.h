// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/catalogue.h"

#include <QSet>

namespace pc::platform::domain {

/// What lies between two lists of routes of one API, which are the same where their ids are: gone ones first,
/// then changed and new ones, each in the order of its list. `calls30d` is left 0.
[[nodiscard]] QList<RouteChange> routeChanges(const QList<Route> &before, const QList<Route> &after);

/// The scopes that some route needs.
[[nodiscard]] QSet<QString> scopesNeeded(const QList<Route> &routes);

/// The numbers of it. `known`: the scopes that the catalogue has.
[[nodiscard]] RevisionCounts revisionCounts(const QList<RouteChange> &changes, const QList<Route> &before,
                                            const QList<Route> &after, const QSet<QString> &known);

/// Scopes that a call of this route needs and did not need before; all of them when there was no such route.
[[nodiscard]] QStringList newlyNeeded(const Route &after, const Route *before);

} // namespace pc::platform::domain
