// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/location.h"

#include <QString>

namespace pc::views::places {

/// Under which the page of the APIs is registered.
inline const QString catalogue = QStringLiteral("catalogue");

/// `apiId`: the one that is chosen; empty: the one that was, or the first. `tab`: "routes", "versions",
/// "revisions", "facts".
[[nodiscard]] inline Location cataloguePage(const QString &apiId = {}, const QString &tab = {})
{
    Location place{{}, catalogue, {}, {}};
    if (!apiId.isEmpty())
        place.args.append(apiId);
    if (!apiId.isEmpty() && !tab.isEmpty())
        place.args.append(tab);
    return place;
}

} // namespace pc::views::places
