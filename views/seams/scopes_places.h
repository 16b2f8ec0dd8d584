// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/location.h"

#include <QString>

namespace pc::views::places {

/// Under which the page of scopes and plans is registered.
inline const QString scopes = QStringLiteral("scopes");
inline const QString scopesTab = QStringLiteral("scopes");
inline const QString plansTab = QStringLiteral("plans");

/// `tab`: scopesTab or plansTab; `id`: the scope or the plan that is chosen; empty: the one that was, or the
/// first.
[[nodiscard]] inline Location scopesPage(const QString &tab = {}, const QString &id = {})
{
    Location place{{}, scopes, {}, {}};
    if (!tab.isEmpty())
        place.args.append(tab);
    if (!tab.isEmpty() && !id.isEmpty())
        place.args.append(id);
    return place;
}

} // namespace pc::views::places
