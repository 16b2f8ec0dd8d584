// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pc::views {

/// Who may do what needs `permission` (the id of an operation), for somebody who may not: said in these words
/// wherever a permission is missing. Empty, or of a newer service: whom to ask.
[[nodiscard]] QString whoMayText(const QString &permission);

} // namespace pc::views
