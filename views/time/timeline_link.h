// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time/time_map.h"

#include <QObject>
#include <QTimeZone>

namespace pc::models {
class HistogramModel;
class TimelineModel;
} // namespace pc::models

namespace pc::views {

class PcTableView;
class TimelineScroller;
class TimeScrollBar;
class TimeStrip;

/// Binds a list in time to what shows it: the table scrolls through all of it, the bar beside it and the one
/// below the strip stand for the whole result and lead anywhere in it, and the strip shows how it lies in
/// time.
class TimelineLink final : public QObject
{
    Q_OBJECT
public:
    /// All of them outlive this; the table has the list as its model. Owned by the table. `counts`: how what
    /// the list shows lies in time; `around`: the same over the part of time that the strip shows.
    TimelineLink(models::TimelineModel &list, models::HistogramModel &counts, models::HistogramModel &around,
                 PcTableView &table, TimeStrip &strip, TimeScrollBar &bar);

    [[nodiscard]] TimelineScroller *scroller() const { return m_scroller; }
    /// Shows the list where it stands at this time; the row there becomes the current one.
    void goTo(const QDateTime &time);
    /// In which the time beside the thumb is said, and the axis of the strip.
    void setZone(const QTimeZone &zone);

private:
    void wire();
    void showCounts();
    void showAround();
    void showSeen();
    [[nodiscard]] bool isNewestFirst() const;
    [[nodiscard]] QString labelAt(double place) const;

    models::TimelineModel &m_list;
    models::HistogramModel &m_counts;
    models::HistogramModel &m_around;
    PcTableView &m_table;
    TimeStrip &m_strip;
    TimeScrollBar &m_bar;
    TimelineScroller *m_scroller;
    models::TimeMap m_map;
    QTimeZone m_zone = QTimeZone::utc();
    int m_rowsSeen = 0;
    bool m_choosesPlace = false; ///< the next place was asked for by goTo()
};

} // namespace pc::views
