// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"
#include "contract/types/page.h"
#include "contract/types/usage.h"
#include "platform/store/sql/tx.h"

#include <optional>
#include <vector>

namespace pc::platform::call_rows {

/// Rows of a part of the table: the index by request id has a piece for each (schema step "requests by
/// part").
inline constexpr int partSize = 4096;

/// Raw records, counted by the job's node in this order. A decision id that is there already is left alone.
void insert(Tx &tx, const std::vector<CallRecord> &calls);
void insert(Tx &tx, const CallRecord &call);
/// How a call ended, in the place of what was reported of it before. False: there is no such record (yet).
[[nodiscard]] bool putEnd(Tx &tx, const QString &id, const CallEnd &end);
[[nodiscard]] std::optional<CallRecord> find(Tx &tx, const QString &id);
/// Newest first. Nullopt when the cursor is not one of this list.
[[nodiscard]] std::optional<Page<CallRecord>> list(Tx &tx, const CallQuery &query);
/// Raw records older than `time` go; roll-ups stay.
int removeBefore(Tx &tx, const QDateTime &time);

/// For the digest that covers them in the audit log.
struct Stored
{
    qint64 nodeSeq = 0;
    CallRecord call;
};
/// Records of one node in the order in which it counted them, from behind `nodeSeq`: without their end, which
/// may be reported before or after a leaf covers them.
[[nodiscard]] std::vector<Stored> after(Tx &tx, qint64 node, qint64 nodeSeq, int limit);

} // namespace pc::platform::call_rows
