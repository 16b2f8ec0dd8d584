// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"
#include "contract/types/credential.h"
#include "contract/types/usage.h"
#include "platform/domain/latency_histogram.h"
#include "platform/store/sql/tx.h"

#include <QSet>

#include <vector>

/// What calls leave behind: roll-ups, who used which generation, gaps, and the figures shown beside each
/// partner.
namespace pc::platform::metering_rows {

/// One cell of a roll-up. `bucket` and `at` in seconds.
struct Cell
{
    QString partnerId;
    qint64 bucket = 0;
    qint64 at = 0;
    QString credentialId;
    int generation = 0;
    QString routeId;
    QString scope;
    Outcome outcome = Outcome::Unknown;
    qint64 calls = 0;
    LatencyHistogram latency;
};

inline constexpr qint64 minuteBucket = 60;
inline constexpr qint64 hourBucket = 3600;
inline constexpr qint64 dayBucket = 86400;

/// Stores raw records, adds them to the minute, hour and day roll-ups and to the source table, and moves
/// "last used". Of `counted` no record is kept. Requests of tokens have a record and nothing else: they are
/// no calls. Gives the partners concerned.
QSet<QString> meter(Tx &tx, const std::vector<CallRecord> &calls,
                    const std::vector<CallRecord> &counted = {});
void add(Tx &tx, const Cell &cell);
/// A cell that is known to be new.
void insert(Tx &tx, const Cell &cell);
struct SourceCell
{
    QString partnerId;
    SourceUse use;
    qint64 hour = 0; ///< seconds
};
void addSource(Tx &tx, const QString &credentialId, const SourceCell &cell);

/// Calls that were decided and could not be recorded.
void putGap(Tx &tx, const QDateTime &at, qint64 dropped);

/// Computes the figures of one partner from the roll-ups and stores them beside it.
void refreshStats(Tx &tx, const QString &partnerId, qint64 quotaUsed, qint64 quotaTotal,
                  const QDateTime &now);

} // namespace pc::platform::metering_rows
