// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/time/span_around.h"

#include <algorithm>

namespace pc::models {

namespace {

constexpr qint64 dayMs = 24 * 3600 * 1000LL;

} // namespace

TimeSpan spanAround(const TimeSpan &span, const QDateTime &now)
{
    if (!span.from.isValid())
        return {};
    const QDateTime end = span.to.isValid() ? span.to : std::max(now, span.from.addSecs(1));
    const qint64 length = std::max<qint64>(1000, span.from.msecsTo(end));
    const qint64 margin = length < dayMs ? length * 9 / 2 : length;
    TimeSpan around{span.from.addMSecs(-margin), end.addMSecs(margin)};
    if (around.to > now) {
        // What is missing after it is shown before it.
        const QDateTime last = std::max(now, end);
        around.from = around.from.addMSecs(-last.msecsTo(around.to) / 2);
        around.to = last;
    }
    return around;
}

} // namespace pc::models
