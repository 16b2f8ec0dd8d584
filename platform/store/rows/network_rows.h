// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/networks.h"
#include "platform/store/sql/tx.h"

/// From where partners may call. A partner without a row is one whose rules nobody edited yet.
namespace pc::platform::network_rows {

/// The schema step that brought the table.
inline constexpr int schemaStep = 16;

/// Of version 0 when there is no row.
[[nodiscard]] NetworkRules find(Tx &tx, const QString &partnerId);
[[nodiscard]] QList<NetworkRules> all(Tx &tx);
void put(Tx &tx, const NetworkRules &rules);

} // namespace pc::platform::network_rows
