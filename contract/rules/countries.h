// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace pc::rules {

/// Codes of ISO 3166-1 alpha-2, capital letters, sorted.
[[nodiscard]] const QStringList &countryCodes();
/// Exactly one of them: "DE" is, "de", "Germany" and "ZZ" are not.
[[nodiscard]] bool isCountryCode(const QString &code);

} // namespace pc::rules
