// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time/time_span.h"
#include "views/style/type_scale.h"

#include <QRectF>
#include <QSize>

namespace pc::views {

/// Where the parts of a time strip lie, from top to bottom: a line of words, marks where a page has them,
/// bars, the bar of the rows on screen, the labels of the axis. Time runs left to right in every language.
/// Pure.
class StripGeometry final
{
public:
    StripGeometry() = default;
    StripGeometry(const QSize &size, const TypeScale &type, bool hasMarks, const models::TimeSpan &range);

    /// Kept free at both sides: handles and the ring of the focus stand over the ends.
    static constexpr int overhang = 5;
    [[nodiscard]] static int height(const TypeScale &type, bool hasMarks);

    [[nodiscard]] QRectF caption() const { return m_caption; }
    [[nodiscard]] QRectF marks() const { return m_marks; } ///< empty without them
    [[nodiscard]] QRectF bars() const { return m_bars; }
    [[nodiscard]] QRectF track() const { return m_track; } ///< where the bar of the rows on screen runs
    [[nodiscard]] QRectF labels() const { return m_labels; }
    /// The shown part of time; bounded.
    [[nodiscard]] const models::TimeSpan &range() const { return m_range; }

    /// Not clamped: what lies beside the range lies beside the bars.
    [[nodiscard]] double xOf(const QDateTime &time) const;
    /// Clamped to the range; invalid without one.
    [[nodiscard]] QDateTime timeAt(double x) const;
    /// The ends of a span as they are drawn: open ones, and those beyond, at the end of the bars.
    [[nodiscard]] QRectF spanRect(const models::TimeSpan &span) const;

private:
    models::TimeSpan m_range;
    QRectF m_caption;
    QRectF m_marks;
    QRectF m_bars;
    QRectF m_track;
    QRectF m_labels;
};

} // namespace pc::views
