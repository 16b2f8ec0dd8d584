// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/timeline_link.h"

#include "models/base/histogram_model.h"
#include "models/base/timeline_model.h"
#include "views/time/time_scroll_bar.h"
#include "views/time/time_strip.h"
#include "views/time/time_words.h"
#include "views/widgets/table_view.h"
#include "views/widgets/timeline_scroller.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace pc::views {

TimelineLink::TimelineLink(models::TimelineModel &list, models::HistogramModel &counts,
                           models::HistogramModel &around, PcTableView &table, TimeStrip &strip,
                           TimeScrollBar &bar)
    : QObject(&table), m_list(list), m_counts(counts), m_around(around), m_table(table), m_strip(strip),
      m_bar(bar),
      m_scroller(new TimelineScroller(table, {.rowsSeen =
                                                  [this](int first, int last) {
                                                      m_rowsSeen = first < 0 ? 0 : last - first + 1;
                                                      m_list.setVisibleRows(first, last);
                                                  },
                                              .timeOf = [this](int row) { return m_list.timeOf(row); },
                                              .isAtStart = [this] { return m_list.isAtStart(); },
                                              .isAtEnd = [this] { return m_list.isAtEnd(); },
                                              .showStart = [this] { m_list.showStart(); },
                                              .showEnd = [this] { m_list.showEnd(); }}))
{
    table.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    bar.setLabelText([this](double place) { return labelAt(place); });
    wire();
    showAround();
    showCounts();
}

void TimelineLink::wire()
{
    connect(&m_list, &models::TimelineModel::placeShown, m_scroller, [this](int row, const QString &id) {
        const bool isWanted = std::exchange(m_choosesPlace, false);
        m_scroller->showPlace(row, isWanted || !id.isEmpty());
    });
    connect(&m_list, &models::PagedModel::stateChanged, this, &TimelineLink::showSeen);
    connect(m_scroller, &TimelineScroller::seenChanged, this, &TimelineLink::showSeen);
    connect(&m_strip, &TimeStrip::placeRequested, this,
            [this](const QDateTime &time) { m_list.showAt(time); });
    connect(&m_strip, &TimeStrip::retryRequested, &m_around, &models::ObjectModel::refresh);
    connect(&m_bar, &TimeScrollBar::placeRequested, this, [this](double place) {
        if (const QDateTime time = m_map.timeAt(place, isNewestFirst()); time.isValid())
            m_list.showAt(time);
    });
    connect(&m_counts, &models::ObjectModel::changed, this, &TimelineLink::showCounts);
    connect(&m_around, &models::ObjectModel::changed, this, &TimelineLink::showAround);
    connect(&m_around, &models::ObjectModel::stateChanged, this, &TimelineLink::showAround);
}

void TimelineLink::goTo(const QDateTime &time)
{
    m_choosesPlace = true;
    m_list.showAt(time);
}

void TimelineLink::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_strip.setZone(zone);
}

bool TimelineLink::isNewestFirst() const
{
    return m_list.order() != RowOrder::OldestFirst;
}

QString TimelineLink::labelAt(double place) const
{
    const QDateTime time = m_map.timeAt(place, isNewestFirst());
    return time.isValid() ? fullInstantText(time, {m_counts.histogram()->asOf, m_zone, QLocale()})
                          : QString();
}

void TimelineLink::showAround()
{
    switch (m_around.state()) {
    case models::LoadState::Idle:
    case models::LoadState::Loading:
        m_strip.setState(TimeStrip::State::Loading);
        break;
    case models::LoadState::Ready:
        m_strip.setState(m_around.isRefreshing() ? TimeStrip::State::Loading : TimeStrip::State::Ready);
        break;
    default:
        m_strip.setState(TimeStrip::State::Failed);
    }
    if (m_around.histogram())
        m_strip.setHistogram(*m_around.histogram());
}

void TimelineLink::showCounts()
{
    const auto &counts = m_counts.histogram();
    m_map = counts ? models::TimeMap(*counts) : models::TimeMap();
    if (counts && m_counts.isAnswer())
        m_list.takeHistogram(*counts);
    showSeen();
}

void TimelineLink::showSeen()
{
    const QDateTime first = m_scroller->firstSeen();
    const QDateTime last = m_scroller->lastSeen();
    const bool hasRows = first.isValid() && last.isValid() && m_list.rowCount() > 0;
    m_strip.setShown(hasRows ? std::min(first, last) : QDateTime(),
                     hasRows ? std::max(first, last) : QDateTime());
    const qint64 total = std::max<qint64>(m_list.count().value_or(m_map.total()), m_list.rowCount());
    const bool isAll = m_list.isAtStart() && m_list.isAtEnd() && m_rowsSeen >= m_list.rowCount();
    const double visible =
        isAll || total <= 0 ? 1.0 : static_cast<double>(m_rowsSeen) / static_cast<double>(total);
    m_bar.setPlace(hasRows ? m_map.fractionAt(first, isNewestFirst()) : 0.0, visible);
}

} // namespace pc::views
