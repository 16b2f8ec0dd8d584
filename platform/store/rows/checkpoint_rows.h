// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/tx.h"

#include <functional>
#include <optional>

namespace pc::platform {

struct CheckpointRow
{
    qint64 size = 0;
    QByteArray root;
    QDateTime at;
    QByteArray note; ///< signed (contract/crypto/checkpoint.h)
};

namespace checkpoint_rows {

/// One per size: a second checkpoint of the same size is not stored.
void put(Tx &tx, const CheckpointRow &row);
[[nodiscard]] std::optional<CheckpointRow> latest(Tx &tx);
[[nodiscard]] QList<CheckpointRow> all(Tx &tx);
/// Of these sizes, both included, smallest first.
[[nodiscard]] QList<CheckpointRow> between(Tx &tx, qint64 least, qint64 most);
/// Removes the others.
void keepOnly(Tx &tx, const std::function<bool(const CheckpointRow &)> &keep);

} // namespace checkpoint_rows
} // namespace pc::platform
