// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace pc::models {

/// Roles that all item models here share. DisplayRole is text by QLocale; AccessibleTextRole a sentence for
/// screen readers.
enum ItemRole {
    ValueRole =
        Qt::UserRole + 1, ///< raw value: number, QDateTime (UTC), QStringList, or an enumeration as int
    IdRole,               ///< the object's id, in every column
    FirstOwnRole = Qt::UserRole + 100
};

} // namespace pc::models
