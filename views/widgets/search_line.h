// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/icons.h"

#include <QString>

class QLineEdit;

namespace pc::views {

/// The line of a search or filter: icon before, a button after what was typed that clears it; each of its
/// parts has a name. \p name is the accessible name of the line. The one place that makes clear buttons: Qt
/// leaves them without a name.
[[nodiscard]] QLineEdit *makeSearchLine(const QString &objectName, const QString &placeholder,
                                        const QString &name, Icon which);

} // namespace pc::views
