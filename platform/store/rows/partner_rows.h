// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/page.h"
#include "contract/types/partner.h"
#include "platform/store/sql/tx.h"

#include <optional>

namespace pc::platform::partner_rows {

/// `summary` is stored beside, not in, the partner: insert and update leave it alone.
void insert(Tx &tx, const Partner &partner);
void update(Tx &tx, const Partner &partner);
[[nodiscard]] std::optional<Partner> find(Tx &tx, const QString &id, const QDateTime &now);
[[nodiscard]] bool slugTaken(Tx &tx, const QString &slug, const QString &exceptId);
[[nodiscard]] QList<Partner> all(Tx &tx);

/// Nullopt when the cursor does not belong to this query; `now` is what expiry is measured by.
[[nodiscard]] std::optional<Page<Partner>> list(Tx &tx, const PartnerQuery &query, const QDateTime &now);
/// Sort orders that list() takes, without the leading "-".
[[nodiscard]] QStringList sortOrders();

} // namespace pc::platform::partner_rows
