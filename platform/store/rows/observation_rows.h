// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/observation.h"
#include "platform/store/sql/tx.h"

#include <limits>
#include <optional>
#include <vector>

/// Observations, and what was counted under them.
namespace pc::platform::observation_rows {

/// The schema step that brought the tables.
inline constexpr int schemaStep = 17;

void put(Tx &tx, const Observation &observation);
[[nodiscard]] std::optional<Observation> find(Tx &tx, const QString &id);
/// Those that were not ended, the oldest first.
[[nodiscard]] QList<Observation> open(Tx &tx);
/// Of those that were ended the newest `most`, newest first.
[[nodiscard]] QList<Observation> ended(Tx &tx, int most);

/// Calls of one kind in one hour.
struct Counted
{
    QString observationId;
    qint64 hour = 0;                                 ///< its beginning, seconds
    DecisionReason reason = DecisionReason::Unknown; ///< Allowed: it would have passed anyway
    QString partnerId;
    QString what;
    QString scope;
    QString fingerprint;
    QString source;
    QString userAgent;
    qint64 calls = 0;
};

/// Adds to what was counted; beyond the budget of an hour, or that of the observation (ObservedBudget), what
/// is of a new kind is added up by reason and partner.
void add(Tx &tx, const std::vector<Counted> &counted);

/// Hours that begin at or after the first and before the second, in seconds.
struct Hours
{
    qint64 from = 0;
    qint64 before = std::numeric_limits<qint64>::max();
};

/// Without the observation itself, its name, the time and the names of partners.
[[nodiscard]] ObservationReport report(Tx &tx, const QString &observationId, Hours hours);
/// How many calls came under it, and how many of them would have been refused.
struct Sums
{
    qint64 calls = 0;
    qint64 refused = 0;
};
[[nodiscard]] Sums sums(Tx &tx, const QString &observationId, Hours hours);
/// Some of what was counted under observations that ended before `time` goes; whether there may be more.
[[nodiscard]] bool forgetSomeBefore(Tx &tx, const QDateTime &time);

} // namespace pc::platform::observation_rows
