// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/catalogue.h"

#include <QList>

namespace pc::platform {

/// What a fresh platform starts with: the scopes, routes and plans of the demo partner API. The store takes
/// it over on its first start; afterwards the stored one counts. Ids are stable.
struct DefaultCatalogue
{
    Api api; ///< without times
    QList<Scope> scopes;
    QList<Route> routes;
    QList<Plan> plans; ///< the first is for those who do not choose
};

[[nodiscard]] DefaultCatalogue defaultCatalogue();

} // namespace pc::platform
