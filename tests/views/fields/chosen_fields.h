// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace pc::test {

/// Why a field has no input that could be filled beyond its limit.
enum class Chosen {
    FromList, ///< of values that the platform or the console knows
    AsForm,   ///< its own fields have rows
    Nowhere,  ///< the console does not offer it: it goes as the platform sent it
};

/// The rows of rules::fieldLimits() that nobody types.
[[nodiscard]] const QHash<QString, Chosen> &chosen();

} // namespace pc::test
