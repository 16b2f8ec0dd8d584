// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/time_histogram.h"
#include "models/time/time_ticks.h"
#include "views/style/theme.h"
#include "views/time/strip_colors.h"
#include "views/time/strip_geometry.h"

#include <QPixmap>

class QPainter;

namespace pc::views {

/// The part of a time strip that does not move with the pointer: bars, axis, what was not counted and since
/// when single rows are kept. Kept as two pixmaps, as the bars are and as they are while chosen; a selection
/// is a part of the second one.
class StripLayer final
{
public:
    void setHistogram(const TimeHistogram &histogram);
    [[nodiscard]] const TimeHistogram &histogram() const { return m_histogram; }
    void setZone(const QTimeZone &zone);
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    void invalidate() { m_valid = false; }

    /// Rendered again only when size, ratio, range, theme or data changed.
    void render(const StripGeometry &geometry, const QSize &size, qreal ratio, const Theme &theme);
    [[nodiscard]] const QPixmap &usual() const { return m_usual; }
    [[nodiscard]] const QPixmap &chosen() const { return m_chosen; }
    /// Round instants of the axis; valid after render().
    [[nodiscard]] const QList<models::AxisTick> &ticks() const { return m_ticks; }
    /// How often it was rendered; tests see that a moving pointer does not.
    [[nodiscard]] int renderings() const { return m_renderings; }

    /// The largest count of a bucket.
    [[nodiscard]] qint64 highest() const { return m_highest; }
    /// Whether the counts of a bucket are all, or only those that answer the filter.
    [[nodiscard]] qint64 allOf(qsizetype bucket) const;
    [[nodiscard]] bool hasRefused() const { return !m_histogram.refused.isEmpty(); }
    /// What answers the filter is less than all, and not the refused ones alone.
    [[nodiscard]] bool tellsMatching() const { return m_tellsMatching; }
    [[nodiscard]] qsizetype buckets() const;

private:
    void paintBars(QPainter &painter, const StripGeometry &geometry, const StripColors &colors,
                   bool chosen) const;
    void paintUncounted(QPainter &painter, const StripGeometry &geometry, const Tokens &tokens) const;
    void paintAxis(QPainter &painter, const StripGeometry &geometry, const Tokens &tokens) const;

    TimeHistogram m_histogram;
    QTimeZone m_zone = QTimeZone::utc();
    QPixmap m_usual;
    QPixmap m_chosen;
    QList<models::AxisTick> m_ticks;
    QSize m_size;
    models::TimeSpan m_range;
    qint64 m_highest = 0;
    bool m_tellsMatching = false;
    bool m_valid = false;
    int m_renderings = 0;
};

} // namespace pc::views
