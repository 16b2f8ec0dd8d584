// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/usage.h"

#include <QDateTime>
#include <QList>
#include <QLocale>
#include <QString>

#include <optional>

namespace pc::views {

/// How a line is drawn; colour, dash and word always go together.
enum class LineLook { Served, Throttled, Errors };

struct ChartLine
{
    QString label;
    LineLook look = LineLook::Served;
    QList<double> values; ///< one per bucket that has begun
    bool filled = false;
};

/// What a chart shows: buckets of one width from `from` on. At most 600 buckets (the service sees to it).
struct ChartData
{
    QString name;   ///< accessible name and CSV file name part
    QDateTime from; ///< UTC
    qint64 bucketSeconds = 3600;
    QList<ChartLine> lines;
    int running = -1;  ///< the bucket that is not over yet: its values are "so far"; -1: all are complete
    double limit = -1; ///< dashed horizontal line; negative: none
    QString limitLabel;

    [[nodiscard]] int buckets() const;
    [[nodiscard]] QDateTime bucketStart(int index) const { return from.addSecs(bucketSeconds * index); }
    [[nodiscard]] double maximum() const; ///< of the lines, without the limit
    [[nodiscard]] bool isRunning(int index) const { return index >= 0 && index == running; }
    /// "Fri 21 Nov, 01:00 UTC", without the time for whole days; says "so far" of the running one.
    [[nodiscard]] QString bucketText(int index, const QLocale &locale) const;
    /// One bucket as a sentence, for screen readers: "Fri 21 Nov, 01:00 UTC: Served 777, Throttled 127,
    /// Errors 35".
    [[nodiscard]] QString bucketSentence(int index, const QLocale &locale) const;
};

/// Served, throttled and errors (refused, client and server errors together: the partner list counts the same
/// way), with the daily quota spread evenly over the day as limit line (the quota itself when a bucket is a
/// day).
[[nodiscard]] ChartData callsChart(const UsageSeries &series, const std::optional<Limits> &limits);
/// Counted calls per day against the quota in force at the end.
[[nodiscard]] ChartData quotaChart(const QuotaState &quota);

} // namespace pc::views
