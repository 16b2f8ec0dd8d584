// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/strip_zoom.h"

#include <algorithm>
#include <cmath>

namespace pc::views {

namespace {

constexpr int zoomWaitMs = 80; ///< one question for a turn of the wheel
constexpr qint64 shortestRangeMs = 10'000;
constexpr qint64 longestRangeMs = 200LL * 365 * 86'400'000;

} // namespace

StripZoom::StripZoom(QObject *parent) : QObject(parent)
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(zoomWaitMs);
    connect(&m_wait, &QTimer::timeout, this, [this] { Q_EMIT wanted(m_range); });
}

void StripZoom::setCounted(const models::TimeSpan &range)
{
    if (!m_wait.isActive())
        m_range = range;
}

void StripZoom::show(const models::TimeSpan &range)
{
    m_range = range;
    if (!m_wait.isActive())
        m_wait.start();
    Q_EMIT changed();
}

void StripZoom::zoom(double factor, double part)
{
    const qint64 length = m_range.milliseconds().value_or(0);
    if (length <= 0 || !(factor > 0))
        return;
    const double inside = std::clamp(part, 0.0, 1.0);
    const qint64 next = std::clamp(static_cast<qint64>(std::llround(static_cast<double>(length) * factor)),
                                   shortestRangeMs, longestRangeMs);
    const QDateTime from = m_range.from.addMSecs(std::llround(inside * static_cast<double>(length - next)));
    show({from, from.addMSecs(next)});
}

void StripZoom::pan(double part)
{
    const qint64 length = m_range.milliseconds().value_or(0);
    const qint64 by = std::llround(part * static_cast<double>(length));
    if (by != 0)
        show({m_range.from.addMSecs(by), m_range.to.addMSecs(by)});
}

void StripZoom::askForAll()
{
    m_wait.stop();
    Q_EMIT wanted({});
}

} // namespace pc::views
