// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/strip_choice.h"

#include <algorithm>
#include <cmath>

namespace pc::views {

using models::TimeSpan;

void StripChoice::setBars(const TimeHistogram &histogram)
{
    const bool same = histogram.from == m_from && histogram.bucketMs == m_bucketMs && histogram.to == m_to;
    m_from = histogram.from;
    m_to = histogram.to;
    m_bucketMs = histogram.bucketMs;
    m_count = m_bucketMs > 0 ? std::max(histogram.matching.size(), histogram.all.size()) : 0;
    if (!same)
        clear();
}

void StripChoice::clear()
{
    m_span.reset();
    m_anchor = -1;
    m_head = -1;
}

qsizetype StripChoice::barAt(const QDateTime &instant) const
{
    if (!hasBars() || !instant.isValid())
        return -1;
    const qint64 past = m_from.msecsTo(instant);
    return std::clamp<qsizetype>(past < 0 ? 0 : past / m_bucketMs, 0, m_count - 1);
}

QDateTime StripChoice::edge(qsizetype bar) const
{
    return std::min(m_from.addMSecs(bar * m_bucketMs), m_to);
}

TimeSpan StripChoice::barsSpan(qsizetype one, qsizetype other) const
{
    return {edge(std::min(one, other)), edge(std::max(one, other) + 1)};
}

void StripChoice::begin(qsizetype bar)
{
    m_anchor = bar;
    extendTo(bar);
}

void StripChoice::extendTo(qsizetype bar)
{
    if (!hasBars() || m_anchor < 0 || bar < 0)
        return;
    m_head = bar;
    m_span = barsSpan(m_anchor, m_head);
}

void StripChoice::moveEnd(const TimeSpan &span, End end, const QDateTime &instant)
{
    if (!hasBars() || !instant.isValid())
        return;
    const auto nearest = static_cast<qsizetype>(
        std::llround(static_cast<double>(m_from.msecsTo(instant)) / static_cast<double>(m_bucketMs)));
    const QDateTime moved = edge(std::clamp<qsizetype>(nearest, 0, m_count));
    const QDateTime fixed = end == End::From ? span.to : span.from;
    TimeSpan made = end == End::From ? TimeSpan{moved, fixed} : TimeSpan{fixed, moved};
    if (made.isBounded() && made.from > made.to)
        std::swap(made.from, made.to);
    if (made.isEmpty()) { // never less than a bar
        const qsizetype bar = barAt(fixed);
        made = barsSpan(bar, bar);
    }
    m_span = made;
    m_head = barAt(moved);
    m_anchor = -1; // the keyboard takes it up anew
}

void StripChoice::take(const TimeSpan &current)
{
    if (m_anchor >= 0 && m_head >= 0)
        return;
    const TimeSpan span = m_span.value_or(current);
    if (span.isAll()) {
        m_anchor = m_count;
        m_head = m_count;
        return;
    }
    m_anchor = span.from.isValid() ? barAt(span.from) : 0;
    m_head = span.to.isValid() ? barAt(span.to.addMSecs(-1)) : m_count - 1;
}

void StripChoice::shift(const TimeSpan &current, qsizetype bars)
{
    if (!hasBars())
        return;
    take(current);
    if (m_anchor == m_count) { // nothing was chosen
        m_anchor = m_count - 1;
        m_head = m_anchor;
        if (bars == -1 || bars == 1)
            bars = 0;
    }
    const qsizetype first = std::min(m_anchor, m_head);
    const qsizetype last = std::max(m_anchor, m_head);
    const qsizetype step = std::clamp(bars, -first, m_count - 1 - last);
    m_anchor += step;
    m_head += step;
    m_span = barsSpan(m_anchor, m_head);
}

void StripChoice::resize(const TimeSpan &current, qsizetype bars)
{
    if (!hasBars())
        return;
    take(current);
    m_anchor = std::min(m_anchor, m_count - 1);
    m_head = std::clamp<qsizetype>(std::min(m_head, m_count - 1) + bars, 0, m_count - 1);
    m_span = barsSpan(m_anchor, m_head);
}

} // namespace pc::views
