// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"
#include "platform/store/sql/tx.h"

/// A call record as a row of the table `calls`.
namespace pc::platform::call_columns {

/// What a SELECT asks for; read() and the others are of its rows.
[[nodiscard]] const QString &selected();
[[nodiscard]] CallRecord read(const Statement &row);
/// Place in the table's own order.
[[nodiscard]] qint64 seq(const Statement &row);
/// Place in the order in which its node counted it; 0: sealed by a release that knew no nodes.
[[nodiscard]] qint64 nodeSeq(const Statement &row);

/// Takes values of bind(); leaves a row of the same decision alone.
[[nodiscard]] const QString &insertOrKeep();
/// All of a record but its end (call_rows::putEnd).
void bind(Statement &row, const CallRecord &call, qint64 node, qint64 nodeSeq);

} // namespace pc::platform::call_columns
