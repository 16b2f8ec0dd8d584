// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// How those are called whom a person on the host names: short, one spelling, nothing that is not seen. Pure.
namespace pc::rules {

/// An operator's account, e.g. "ann.lee".
[[nodiscard]] bool isAccountName(const QString &name);
/// A gateway, e.g. "edge-1".
[[nodiscard]] bool isGatewayName(const QString &name);

} // namespace pc::rules
