// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace pc::platform::openapi {

/// What a scalar without quotes stands for, as JSON has it: null, true, false or a number, by the core schema
/// of YAML (1.2.2, section 10.3.2); what JSON itself has stays as it is. Nothing for a text, and for what
/// JSON has no number for: infinities, not a number, what no double holds, and more than 64 bits in base 8
/// or 16. Pure.
[[nodiscard]] std::optional<QString> plainAsJson(QStringView text);

} // namespace pc::platform::openapi
