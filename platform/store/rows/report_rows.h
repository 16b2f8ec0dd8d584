// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"
#include "contract/types/page.h"
#include "platform/store/sql/tx.h"

#include <optional>

/// What gateways report: how calls ended, added up, and requests that never came to a decision.
namespace pc::platform::report_rows {

/// The schema step that brought the tables.
inline constexpr int schemaStep = 23;

/// Adds an end to the figures of its partner, route and hour (of the decision, as the other roll-ups have
/// it), by the status that the partner got. A call of nobody and a request of a token are in none of them.
void countEnd(Tx &tx, const CallRecord &call, const CallEnd &end);

/// Requests of one gateway that are kept of each second, by the gateway's own time; and of all in the table.
inline constexpr int mostOfSecond = 20;
inline constexpr qint64 mostLines = 2'000'000;

enum class LineKept { Now, Before, Not };
/// Nothing is changed of a line that is there already.
[[nodiscard]] LineKept addLine(Tx &tx, const GatewayLine &line);
/// Newest first. Nullopt when the cursor is not one of this list.
[[nodiscard]] std::optional<Page<GatewayLine>> list(Tx &tx, const GatewayLineQuery &query);
/// Lines of before `time` go, and of those that came first what is more than mostLines.
void removeBefore(Tx &tx, const QDateTime &time);

} // namespace pc::platform::report_rows
