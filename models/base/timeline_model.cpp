// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/timeline_model.h"

#include <algorithm>

namespace pc::models {

using namespace std::chrono_literals;

TimelineModel::TimelineModel(ChangeFeed &feed, QObject *parent)
    : TimelinePlaces(feed.clock(), parent), m_feed(feed)
{
    connect(&feed, &ChangeFeed::reset, this, [this] { look(false); });
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        if (state() != LoadState::Idle && !m_alarm && mayConcern(change))
            m_alarm = clock().after(1s, [this] { look(false); });
    });
}

TimelineModel::~TimelineModel() = default;

void TimelineModel::refresh()
{
    if (state() != LoadState::Ready)
        return reload();
    look(true);
    if (mayRowsChange())
        rereadSeen();
}

void TimelineModel::placeSettled()
{
    if (std::exchange(m_again, false))
        look(false);
}

void TimelineModel::look(bool show)
{
    m_alarm.reset();
    if (state() == LoadState::Idle || state() == LoadState::Loading)
        return;
    if (isMoving()) {
        m_again = true;
        return;
    }
    const bool isEmpty = rowCount() == 0 && !searchedTo(End::Upper) && !searchedTo(End::Lower);
    if (state() != LoadState::Ready || isEmpty)
        return reload();
    m_look = ask({RowOrder::NewestFirst, {}, {}, pageSize},
                 [this, show](const client::Result<TimelinePage> &result) { onLook(show, result); });
}

void TimelineModel::onLook(bool show, const client::Result<TimelinePage> &result)
{
    if (!result) {
        if (show)
            reload(); // asks once more, and shows the failure
        return;
    }
    m_loadedAt = clock().now();
    m_counts.takePage(result->count, result->countAtLeast);
    takeCounts(m_counts);
    if (result->ids.isEmpty())
        m_newestId.clear(); // nothing to compare with
    else if (holdsNewest())
        lookAtHead(show, result->ids);
    else
        lookFromElsewhere(result->ids);
    Q_EMIT stateChanged();
}

/// `ids`: of the newest rows, in the list's order.
void TimelineModel::lookAtHead(bool show, const QStringList &ids)
{
    // As far as something is known: below that is what the window has, or will have by its cursor.
    const auto isKnown = [this](const QString &id) { return rowOf(id) >= 0; };
    qsizetype from = 0;
    qsizetype stop = ids.size();
    if (newestEnd() == End::Upper)
        stop = std::find_if(ids.rbegin(), ids.rend(), isKnown).base() - ids.begin();
    else
        from = std::find_if(ids.begin(), ids.end(), isKnown) - ids.begin();
    const bool isGap = stop <= from;
    if (isGap) {
        setHeld({}, int(ids.size()), true);
        if (show && firstVisible() <= 0)
            showHeld();
        return;
    }
    const QStringList news = ids.mid(from, stop - from);
    const int fresh = countUnknown(news);
    const End far = newestEnd() == End::Upper ? End::Lower : End::Upper;
    if ((show || followsHead()) && makeRoom(far, fresh))
        return showNews(ids, int(from), int(news.size()), show);
    for (int i = int(from); i < int(stop); ++i) {
        if (const int row = rowOf(ids.at(i)); row >= 0)
            updateIncoming(row, i);
    }
    if (fresh > 0)
        keepIncoming(int(from), int(news.size()));
    setHeld(fresh > 0 ? news : QStringList(), fresh, false);
}

/// New is what came since the question was asked: by the newest row that was known then.
void TimelineModel::lookFromElsewhere(const QStringList &ids)
{
    const bool isUp = newestEnd() == End::Upper;
    const auto known = ids.indexOf(m_newestId);
    if (m_newestId.isEmpty() && rowCount() > 0)
        m_newestId = isUp ? ids.constFirst() : ids.constLast(); // nothing to compare with: from now on
    else if (known < 0)
        setHeld({}, int(ids.size()), true);
    else
        setHeld({}, int(isUp ? known : ids.size() - 1 - known), false);
}

void TimelineModel::showNews(const QStringList &ids, int from, int count, bool asked)
{
    const int before = firstVisible();
    const int rows = rowCount();
    merge(ids, from, count, newestEnd());
    if (!asked && before >= 0)
        m_unseen += firstVisible() - before;
    setHeld({}, 0, false);
    rowsCame(newestEnd());
    // Who asks at the top wants to see it.
    if (asked && before <= 0 && newestEnd() == End::Upper && rowCount() > rows)
        Q_EMIT placeShown(0, {});
}

void TimelineModel::showHeld()
{
    if (m_heldCount == 0)
        return;
    const QStringList ids = m_heldIds;
    const End far = newestEnd() == End::Upper ? End::Lower : End::Upper;
    const bool isThere = !m_isGap && !ids.isEmpty() && holdsNewest() && makeRoom(far, m_heldCount);
    setHeld({}, 0, false);
    if (!isThere)
        return fetchNewest();
    takeKept();
    merge(ids, 0, int(ids.size()), newestEnd());
    rowsCame(newestEnd());
    Q_EMIT placeShown(newestEnd() == End::Upper ? 0 : rowCount() - 1, {});
}

bool TimelineModel::followsHead() const
{
    return m_isLive && order() == RowOrder::NewestFirst && firstVisible() <= m_unseen;
}

void TimelineModel::rereadSeen()
{
    if (rowCount() == 0 || firstVisible() < 0)
        return;
    const int seen = lastVisible() - firstVisible() + 1;
    m_reread = ask({order(), besideOf(timeOf(firstVisible()), order()), {}, std::clamp(seen, pageSize, 1000)},
                   [this](const client::Result<TimelinePage> &result) {
                       for (int i = 0; result && i < int(result->ids.size()); ++i) {
                           if (const int row = rowOf(result->ids.at(i)); row >= 0)
                               updateIncoming(row, i);
                       }
                   });
}

/// What is in the window is not held back, and the newest that is known may be another.
void TimelineModel::rowsCame(std::optional<End> end)
{
    if (!holdsNewest())
        return;
    m_newestId = idAt(newestEnd() == End::Upper ? 0 : rowCount() - 1);
    const bool isRead = !end || *end == newestEnd(); // up to the newest
    if (m_heldIds.isEmpty() && !isRead)
        return;
    const int unknown = countUnknown(m_heldIds);
    if (unknown < m_heldCount)
        setHeld(unknown > 0 ? m_heldIds : QStringList(), unknown, false);
}

void TimelineModel::setVisibleRows(int first, int last)
{
    if (first >= 0)
        m_unseen = std::min(m_unseen, first);
    TimelinePlaces::setVisibleRows(first, last);
}

void TimelineModel::aboutToLeave(End end)
{
    if (end == newestEnd() && m_heldCount > 0)
        setHeld({}, m_heldCount, m_isGap); // only their number is of use from here
}

void TimelineModel::forgetNews()
{
    m_look.cancel();
    m_reread.cancel();
    m_alarm.reset();
    m_again = false;
    m_newestId.clear();
    m_unseen = 0;
    setHeld({}, 0, false);
}

void TimelineModel::setHeld(const QStringList &ids, int count, bool isGap)
{
    const bool isOther = count != m_heldCount || isGap != m_isGap || ids != m_heldIds;
    m_heldIds = ids;
    m_heldCount = count;
    m_isGap = isGap;
    if (isOther)
        Q_EMIT heldCountChanged();
}

} // namespace pc::models
