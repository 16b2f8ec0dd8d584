// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/location.h"

#include <QString>

namespace pc::views::places {

/// Under which the page of the campaign is registered.
inline const QString importedKeys = QStringLiteral("imported-keys");

[[nodiscard]] inline Location importedKeysPage()
{
    return {{}, importedKeys, {}, {}};
}

} // namespace pc::views::places
