// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/page.h"
#include "contract/types/usage.h"
#include "platform/store/sql/tx.h"

#include <optional>
#include <vector>

namespace pc::platform::call_rows {

/// One raw record. A decision id that is there already is left alone.
void insert(Tx &tx, const CallRecord &call);
[[nodiscard]] std::optional<CallRecord> find(Tx &tx, const QString &id);
/// Newest first. Nullopt when the cursor is not one of this list.
[[nodiscard]] std::optional<Page<CallRecord>> list(Tx &tx, const CallQuery &query);
/// Raw records older than `time` go; roll-ups stay.
int removeBefore(Tx &tx, const QDateTime &time);

/// Records in storing order after `seq`, for the digest that covers them in the audit log.
struct Stored
{
    qint64 seq = 0;
    CallRecord call;
};
/// The newest record's place in that order; 0 = there is none.
[[nodiscard]] qint64 newest(Tx &tx);
[[nodiscard]] std::vector<Stored> after(Tx &tx, qint64 seq, int limit);

} // namespace pc::platform::call_rows
