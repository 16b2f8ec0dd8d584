// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/timeline_window.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace pc::models {

namespace {

TimelineWindow::End otherEnd(TimelineWindow::End end)
{
    return end == TimelineWindow::End::Upper ? TimelineWindow::End::Lower : TimelineWindow::End::Upper;
}

} // namespace

TimelineWindow::TimelineWindow(QObject *parent) : PagedModel(parent) {}

TimelineWindow::~TimelineWindow() = default;

RowOrder TimelineWindow::orderTowards(End end) const
{
    return end == End::Lower ? m_order : oppositeOf(m_order);
}

TimelineWindow::End TimelineWindow::newestEnd() const
{
    return m_order == RowOrder::OldestFirst ? End::Lower : End::Upper;
}

bool TimelineWindow::hasMore() const
{
    return !(m_upper.isEnd && m_lower.isEnd);
}

int TimelineWindow::rowAt(const QDateTime &at) const
{
    const int rows = rowCount();
    if (!isAnswer() || m_shownOrder != m_order || rows == 0 || !at.isValid())
        return -1;
    const auto isBefore = [this, &at](int row) {
        return m_order == RowOrder::OldestFirst ? timeOf(row) < at : timeOf(row) > at;
    };
    int low = 0;
    for (int high = rows; low < high;) {
        const int middle = (low + high) / 2;
        if (isBefore(middle))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0 && !m_upper.isEnd)
        return -1; // others of that instant may be before it
    if (low == rows)
        return m_lower.isEnd ? rows - 1 : -1;
    return low;
}

void TimelineWindow::setVisibleRows(int first, int last)
{
    m_firstVisible = first;
    m_lastVisible = last;
    prefetch();
    if (first >= 0 && first < prefetchRows)
        searchFurther(End::Upper);
}

// The ends.

bool TimelineWindow::canFetch(End end) const
{
    const Edge &there = edge(end);
    return state() == LoadState::Ready && !m_moving && !there.isEnd && !there.busy && !there.error &&
           !there.searchedTo &&
           (rowCount() + furtherSize <= mostRows || droppable(otherEnd(end)) >= furtherSize);
}

bool TimelineWindow::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && canFetch(End::Lower);
}

void TimelineWindow::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        fetch(End::Lower);
}

void TimelineWindow::fetchPrevious()
{
    if (canFetchPrevious())
        fetch(End::Upper);
}

void TimelineWindow::prefetch()
{
    if (m_firstVisible < 0)
        return;
    if (rowCount() - 1 - m_lastVisible < prefetchRows)
        fetchMore({});
    if (m_firstVisible < prefetchRows)
        fetchPrevious();
}

bool TimelineWindow::canSearchFurther(End end) const
{
    const Edge &there = edge(end);
    return state() == LoadState::Ready && !m_moving && there.searchedTo && !there.isEnd && !there.busy;
}

void TimelineWindow::searchFurther(End end)
{
    if (canSearchFurther(end))
        fetch(end);
}

void TimelineWindow::stopSearching()
{
    for (Edge *there : {&m_upper, &m_lower}) {
        if (there->busy && there->searchedTo) {
            there->call.cancel();
            there->busy = false;
        }
    }
    settleBusy();
    Q_EMIT stateChanged();
}

bool TimelineWindow::retryEnds()
{
    bool failed = false;
    for (const End end : {End::Upper, End::Lower}) {
        Edge &there = edge(end);
        if (!there.error)
            continue;
        failed = true;
        if (there.error->code() == ProblemCode::BadCursor)
            there.cursor.clear();
        there.error.reset();
        fetch(end);
    }
    return failed;
}

void TimelineWindow::fetch(End end)
{
    Edge &there = edge(end);
    TimelineRequest request{orderTowards(end), {}, there.cursor, furtherSize};
    if (there.cursor.isEmpty() && rowCount() > 0)
        request.at = besideOf(timeOf(end == End::Upper ? 0 : rowCount() - 1), request.order);
    there.busy = true;
    there.call = ask(request, [this, end, request](const client::Result<TimelinePage> &result) {
        onFetched(end, request, result);
    });
    settleBusy();
    Q_EMIT stateChanged();
}

void TimelineWindow::onFetched(End end, const TimelineRequest &request,
                               const client::Result<TimelinePage> &result)
{
    Edge &there = edge(end);
    if (!result) {
        there.busy = false;
        if (result.error().kind == client::ErrorKind::Forbidden)
            return fail(result.error()); // what was shown may not be seen any more either
        there.error = result.error();
        m_error = result.error();
        m_pageFailed = true;
        settleBusy();
        return Q_EMIT stateChanged();
    }
    // Busy until the rows stand: views ask for more from inside the insertion.
    const int fresh = countUnknown(result->ids);
    const bool hasRoom = makeRoom(otherEnd(end), fresh);
    if (hasRoom) {
        merge(result->ids, 0, int(result->ids.size()), end);
        const bool isProgress = !result->ids.isEmpty() && result->nextCursor != request.cursor;
        there.cursor = result->nextCursor;
        there.isEnd = result->nextCursor.isEmpty();
        there.searchedTo = result->searchedTo;
        m_counts.takePage(result->count, result->countAtLeast);
        takeCounts(m_counts);
        rowsCame(end);
        if (fresh == 0 && isProgress && !there.isEnd && !there.searchedTo)
            return fetch(end); // all of them were rows of the instant that it began with
    }
    there.busy = false;
    if (!m_upper.error && !m_lower.error) {
        m_pageFailed = false;
        m_error.reset();
    }
    settleBusy();
    Q_EMIT stateChanged();
    if (hasRoom)
        prefetch();
}

void TimelineWindow::settleEnds(const TimelinePage &page, End front)
{
    forgetEnds();
    edge(front).cursor = page.nextCursor;
    edge(front).isEnd = page.nextCursor.isEmpty();
    edge(front).searchedTo = page.searchedTo;
    edge(otherEnd(front)).cursor = page.previousCursor;
    edge(otherEnd(front)).isEnd = page.previousCursor.isEmpty();
}

void TimelineWindow::forgetEnds()
{
    m_upper = Edge();
    m_lower = Edge();
    m_pageFailed = false;
    settleBusy();
}

void TimelineWindow::stopFetching()
{
    for (Edge *there : {&m_upper, &m_lower}) {
        there->call.cancel();
        there->busy = false;
    }
    settleBusy();
}

void TimelineWindow::setMoving(bool moving)
{
    m_moving = moving;
    settleBusy();
}

// The rows.

int TimelineWindow::countUnknown(const QStringList &ids) const
{
    return int(std::count_if(ids.begin(), ids.end(), [this](const QString &id) { return rowOf(id) < 0; }));
}

void TimelineWindow::replaceWindow(const TimelinePage &page)
{
    const bool isSameOrder = std::exchange(m_shownOrder, m_order) == m_order;
    const bool isOther = countUnknown(page.ids) == page.ids.size();
    if (rowCount() > 0 && (isOther || !isSameOrder)) {
        m_firstVisible = m_lastVisible = -1;
        return resetToIncoming();
    }
    const QSet<QString> wanted(page.ids.begin(), page.ids.end());
    for (int end = rowCount(); end > 0;) {
        int start = end;
        while (start > 0 && !wanted.contains(idAt(start - 1)))
            --start;
        if (start < end)
            take(start, end - start);
        end = start - 1;
    }
    merge(page.ids, 0, int(page.ids.size()), End::Lower);
}

void TimelineWindow::merge(const QStringList &ids, int from, int count, End end)
{
    const int stop = from + count;
    for (int i = from; i < stop;) {
        if (const int row = rowOf(ids.at(i)); row >= 0) {
            updateIncoming(row, i++);
            continue;
        }
        int next = i + 1;
        while (next < stop && rowOf(ids.at(next)) < 0)
            ++next;
        int row = end == End::Lower ? rowCount() : 0;
        if (i > from)
            row = rowOf(ids.at(i - 1)) + 1;
        else if (next < stop)
            row = rowOf(ids.at(next));
        put(row, i, next - i);
        i = next;
    }
}

void TimelineWindow::put(int row, int from, int count)
{
    if (row <= m_firstVisible) {
        m_firstVisible += count;
        m_lastVisible += count;
    }
    insertIncoming(row, from, count);
}

void TimelineWindow::take(int row, int count)
{
    if (count <= 0)
        return;
    if (row < m_firstVisible) {
        const int gone = std::min(count, m_firstVisible - row);
        m_firstVisible -= gone;
        m_lastVisible -= gone;
    }
    removeBlock(row, count);
    m_firstVisible = std::min(m_firstVisible, rowCount() - 1);
    m_lastVisible = std::min(m_lastVisible, rowCount() - 1);
}

int TimelineWindow::droppable(End end) const
{
    if (m_firstVisible < 0)
        return std::max(0, rowCount() - pageSize);
    return std::max(0, (end == End::Upper ? m_firstVisible : rowCount() - 1 - m_lastVisible) - prefetchRows);
}

bool TimelineWindow::makeRoom(End end, int rows)
{
    const int excess = rowCount() + rows - mostRows;
    if (excess <= 0)
        return true;
    const int most = droppable(end);
    if (most < excess)
        return false;
    const int gone = std::min(most, std::max(excess, dropBlock));
    aboutToLeave(end);
    edge(end) = Edge();
    edge(end).isEnd = false;
    take(end == End::Upper ? 0 : rowCount() - gone, gone);
    return true;
}

// Figures.

void TimelineWindow::takeHistogram(const TimeHistogram &histogram)
{
    m_counts.takeHistogram(histogram);
    takeCounts(m_counts);
    Q_EMIT stateChanged();
}

void TimelineWindow::takeCounts(const ListCounts &counts)
{
    m_counts = counts;
    m_count = counts.exact();
    m_countAtLeast = counts.atLeast();
}

} // namespace pc::models
