// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/time_histogram.h"
#include "models/time/time_span.h"

#include <optional>

namespace pc::views {

/// A span that is being chosen by bars, by pointer or keyboard; it snaps to their edges. Pure.
class StripChoice final
{
public:
    void setBars(const TimeHistogram &histogram);
    [[nodiscard]] bool hasBars() const { return m_count > 0; }
    [[nodiscard]] qsizetype barCount() const { return m_count; }
    /// The bar that holds an instant, the nearest one for those outside; -1 without bars.
    [[nodiscard]] qsizetype barAt(const QDateTime &instant) const;
    /// From the beginning of one bar to the end of another, in either order.
    [[nodiscard]] models::TimeSpan barsSpan(qsizetype one, qsizetype other) const;

    /// What is chosen for now; none after clear().
    [[nodiscard]] const std::optional<models::TimeSpan> &span() const { return m_span; }
    /// The bar at the end that moves; -1 for none.
    [[nodiscard]] qsizetype head() const { return m_head; }
    void clear();

    /// A drag from one bar to another.
    void begin(qsizetype bar);
    void extendTo(qsizetype bar);
    /// One end of a span is moved to the edge of a bar that is nearest to an instant, past the other end too;
    /// that one stays exactly where it is.
    enum class End { From, To };
    void moveEnd(const models::TimeSpan &span, End end, const QDateTime &instant);

    /// The keyboard: the whole span goes by bars (to the first or last one at most) or its moving end does.
    /// Without a bounded span it begins with one bar, the last.
    void shift(const models::TimeSpan &current, qsizetype bars);
    void resize(const models::TimeSpan &current, qsizetype bars);

private:
    void take(const models::TimeSpan &current);
    [[nodiscard]] QDateTime edge(qsizetype bar) const;

    QDateTime m_from;
    QDateTime m_to;
    qint64 m_bucketMs = 0;
    qsizetype m_count = 0;
    std::optional<models::TimeSpan> m_span;
    qsizetype m_anchor = -1;
    qsizetype m_head = -1;
};

} // namespace pc::views
