// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// How those are called whom a person on the host names: short, one spelling, nothing that is not seen. Pure.
namespace pc::rules {

/// An operator's account, e.g. "ann.lee".
[[nodiscard]] bool isAccountName(const QString &name);
/// Code points of the name by which an operator is shown; it is one line of text (text_rule.h).
inline constexpr int longestDisplayName = 80;
/// A gateway, e.g. "edge-1".
[[nodiscard]] bool isGatewayName(const QString &name);

} // namespace pc::rules
