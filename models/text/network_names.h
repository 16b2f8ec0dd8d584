// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/networks.h"

#include <QString>

/// Lines of allow-lists in words.
namespace pc::models {

/// What is said of a line. `list`: the one it is in.
[[nodiscard]] QString remarkText(const rules::NetworkRemark &remark, const QList<NetworkEntry> &list);
/// When it is in force: "until 3 May 2026 12:00 UTC"; empty: always.
[[nodiscard]] QString windowText(const NetworkEntry &entry);
/// Network, note and window in one.
[[nodiscard]] QString entryText(const NetworkEntry &entry);
[[nodiscard]] QString waiverText(const NetworkWaiver &waiver);

} // namespace pc::models
