// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/page.h"
#include "contract/types/partner.h"
#include "platform/store/rows/partner_index.h"

#include <QHash>

#include <optional>

namespace pc::platform::partner_rows {

/// `summary` is stored beside, not in, the partner: insert and update leave it alone.
void insert(Tx &tx, const Partner &partner);
void update(Tx &tx, const Partner &partner);
[[nodiscard]] std::optional<Partner> find(Tx &tx, const QString &id, const QDateTime &now);
/// Of the partner with this short name; empty for none.
[[nodiscard]] QString idOf(Tx &tx, const QString &slug);
/// Of the one that another system calls so; empty for none. Of several systems there may be several names.
[[nodiscard]] QString idOfReference(Tx &tx, const QString &reference);
void addReference(Tx &tx, const QString &reference, const QString &partnerId);
[[nodiscard]] bool slugTaken(Tx &tx, const QString &slug, const QString &exceptId);
[[nodiscard]] QList<Partner> all(Tx &tx);
/// Of all partners, by id.
[[nodiscard]] QHash<QString, QString> names(Tx &tx);
/// Whose figures of the last day may be others than those that are stored: who called within it, who was
/// never looked at, who was edited since `editedAfter`; and of the others a sixtieth, another for each
/// `turn`: so a limit that ends by itself is seen within 60 of them.
[[nodiscard]] QStringList withMovingFigures(Tx &tx, const QDateTime &editedAfter, qint64 turn);

/// Counted, whatever is asked. Nullopt when the cursor does not belong to this query; `now` is what expiry is
/// measured by.
[[nodiscard]] std::optional<Page<Partner>> list(Tx &tx, PartnerIndex &index, const PartnerQuery &query,
                                                const QDateTime &now);

} // namespace pc::platform::partner_rows
