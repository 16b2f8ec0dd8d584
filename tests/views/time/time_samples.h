// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/time_histogram.h"
#include "models/time/time_span.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTest>

namespace pc::test {

/// An instant of Friday, 27 November 2026, UTC.
inline QDateTime friday(int hour, int minute = 0, int second = 0)
{
    return QDateTime({2026, 11, 27}, {hour, minute, second}, Qt::UTC);
}

/// Calls of three hours by the minute, 11:40 to 14:40: 100 each, 7 of them refused from 14:00 to 14:09.
inline TimeHistogram callsByMinute()
{
    TimeHistogram made;
    made.from = friday(11, 40);
    made.bucketMs = 60'000;
    made.to = friday(14, 40);
    for (QDateTime at = made.from; at < made.to; at = at.addSecs(60)) {
        const bool refused = at >= friday(14) && at < friday(14, 10);
        made.all.append(100);
        made.refused.append(refused ? 7 : 0);
        made.matching.append(refused ? 7 : 0);
    }
    return made;
}

/// Events of 100 days, 10 more each day.
inline TimeHistogram eventsByDay()
{
    TimeHistogram made;
    made.from = QDateTime({2026, 8, 20}, {0, 0}, Qt::UTC);
    made.bucketMs = 86'400'000;
    for (int i = 0; i < 100; ++i)
        made.matching.append(1000 + 10 * i);
    made.to = made.startOf(made.matching.size());
    return made;
}

/// Every warning but those of the platform without a screen fails the test.
inline void failOnPaintWarnings()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
}

} // namespace pc::test
