// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace pc {

struct UsageQuery
{
    QString partnerId;
    QDateTime from; ///< inclusive, UTC
    QDateTime to;   ///< exclusive, UTC
    Bucket bucket = Bucket::Hour;
    Breakdown breakdown = Breakdown::Outcome;
    QString credentialId; ///< optional filter
    bool operator==(const UsageQuery &) const = default;
};

/// One line of a chart: values stand at `from + i × bucket`.
struct UsageLine
{
    QString key; ///< outcome text, route id, credential id, "crd_…#2" for a generation, source address
    QString label;
    QList<qint64> values;
    qint64 total = 0;
    bool operator==(const UsageLine &) const = default;
};

/// At most 600 buckets; the service widens the bucket when the range asks for more, or when calls of the
/// range are not kept in buckets as fine as asked; it says so in `bucket` and `widened`. A bucket without a
/// value was without calls: what is not kept is never zero.
struct UsageSeries
{
    QDateTime from;
    QDateTime to;
    Bucket bucket = Bucket::Unknown;
    Widened widened = Widened::Unknown; ///< why `bucket` is wider than asked; Unknown when it is not
    QDateTime asOf; ///< UTC: the bucket that holds this instant is not over, later ones have not begun; may
                    ///< be invalid
    qint64 uncounted = 0; ///< calls of all partners in the range that could not be recorded
    QList<UsageLine> lines;
    double latencyP50Ms = 0; ///< at decision, over the range; 0 when there were no calls
    double latencyP95Ms = 0;
    double latencyP99Ms = 0;
    bool operator==(const UsageSeries &) const = default;
};

struct QuotaDay
{
    QDate day; ///< in the partner's time zone
    qint64 used = 0;
    qint64 quota = 0;
    qint64 throttled = 0;
    bool operator==(const QuotaDay &) const = default;
};

struct QuotaState
{
    QString partnerId;
    qint64 used = 0;
    qint64 quota = 0; ///< 0 = none
    QDateTime resetsAt;
    std::optional<QDateTime>
        exhaustedAt;      ///< forecast at the pace of the last hour; none when it will not be reached
    QList<QuotaDay> days; ///< the last 30 on which the partner existed, oldest first
    bool operator==(const QuotaState &) const = default;
};

} // namespace pc
