// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "models/base/list_counts.h"
#include "models/base/paged_model.h"
#include "models/base/timeline_page.h"

namespace pc::models {

/// A part of a list in time, in either order: rows without gaps, at most `mostRows`, and how it goes on at
/// both ends. It grows there as the reader comes near (setVisibleRows), and lets go of rows at the far end;
/// selection and place survive that.
///
/// At each end a request is under way at most once; one that failed waits for retry(), at that end only.
class TimelineWindow : public PagedModel
{
    Q_OBJECT
public:
    static constexpr int pageSize = 100;    ///< of a place that is shown, and of a look at what is new
    static constexpr int furtherSize = 250; ///< of what is fetched at an end
    static constexpr int mostRows = 10'000;
    static constexpr int prefetchRows = 200; ///< rows ahead of the reader on both sides
    static constexpr int dropBlock = 1'000;  ///< that are let go at once

    /// Before the first row, and after the last.
    enum class End { Upper, Lower };

    ~TimelineWindow() override;

    /// In which the rows stand, or will once they are there.
    [[nodiscard]] RowOrder order() const { return m_order; }
    /// The window holds the first or the last row of the list, as far as is known.
    [[nodiscard]] bool isAtStart() const { return isAnswer() && m_upper.isEnd; }
    [[nodiscard]] bool isAtEnd() const { return isAnswer() && m_lower.isEnd; }
    /// There are rows on either side of the window.
    [[nodiscard]] bool hasMore() const override;

    [[nodiscard]] virtual QDateTime timeOf(int row) const = 0;
    /// Where the list stands at this instant: the first row at it or past it, in the list's order. -1 when
    /// the window does not reach there.
    [[nodiscard]] int rowAt(const QDateTime &at) const;
    /// What the reader sees, so that the model knows what to fetch, what to let go and whether new rows would
    /// move anything; -1 when there is nothing to see.
    virtual void setVisibleRows(int first, int last);

    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const final;
    void fetchMore(const QModelIndex &parent) final;
    /// The same above the first row.
    [[nodiscard]] bool canFetchPrevious() const { return canFetch(End::Upper); }
    void fetchPrevious();
    [[nodiscard]] bool isBusyAt(End end) const { return edge(end).busy; }
    /// Why no rows come at that end, until retry().
    [[nodiscard]] const std::optional<client::ApiError> &errorAt(End end) const { return edge(end).error; }

    /// The service ran out of time there: everything up to this instant was looked at. Nothing is asked on
    /// until searchFurther(); above, the reader's coming near is asking.
    [[nodiscard]] const std::optional<QDateTime> &searchedTo(End end = End::Lower) const
    {
        return edge(end).searchedTo;
    }
    [[nodiscard]] bool canSearchFurther(End end = End::Lower) const;
    void searchFurther(End end = End::Lower);
    /// What is under way is not waited for; canSearchFurther() again.
    void stopSearching();

    /// What the histogram of the same question counted, for where a page counts nothing.
    void takeHistogram(const TimeHistogram &histogram);

protected:
    explicit TimelineWindow(QObject *parent);

    // By TimelineRows, which holds the rows. "Incoming" are those of the page that is being taken.
    [[nodiscard]] virtual client::Call ask(const TimelineRequest &request, TimelineCallback done) = 0;
    virtual void insertIncoming(int row, int from, int count) = 0;
    virtual void updateIncoming(int row, int from) = 0;
    virtual void resetToIncoming() = 0;
    virtual void removeBlock(int row, int count) = 0;

    /// Rows came, at one end or (nothing) as another window.
    virtual void rowsCame(std::optional<End> end) = 0;
    /// Rows are about to be let go at that end.
    virtual void aboutToLeave(End end) = 0;
    /// The list as a whole could not be had.
    virtual void fail(const client::ApiError &error) = 0;

    [[nodiscard]] RowOrder orderTowards(End end) const;
    /// Where new rows come.
    [[nodiscard]] End newestEnd() const;
    /// The newest row of the list is in the window.
    [[nodiscard]] bool holdsNewest() const { return edge(newestEnd()).isEnd && rowCount() > 0; }
    [[nodiscard]] int firstVisible() const { return m_firstVisible; }
    [[nodiscard]] int lastVisible() const { return m_lastVisible; }
    [[nodiscard]] int countUnknown(const QStringList &ids) const;

    /// Takes a page as the window. Rows that are in both stay, so that they stay selected; where none are, or
    /// the order is another, it is a reset.
    void replaceWindow(const TimelinePage &page);
    /// How the list goes on around such a page, which was read towards `front`.
    void settleEnds(const TimelinePage &page, End front);
    /// Both ends as if there was no list.
    void forgetEnds();
    /// Puts those rows of a page that are not in the window yet to their neighbours; where there are none, to
    /// that end.
    void merge(const QStringList &ids, int from, int count, End end);
    /// Lets go of rows at that end, so that so many find room. False: the reader is there.
    [[nodiscard]] bool makeRoom(End end, int rows);
    void removeAllRows() { take(0, rowCount()); }
    /// Asks again at the ends that failed. False: none did.
    bool retryEnds();
    void stopFetching();
    void setMoving(bool moving);
    void setOrderOfRows(RowOrder order) { m_order = order; }
    void takeCounts(const ListCounts &counts);

    ListCounts m_counts; ///< told by takeCounts()
    bool m_moving = false;

private:
    struct Edge
    {
        QString cursor; ///< reads on from there; empty: by the time of the row there
        bool isEnd = true;
        bool busy = false;
        std::optional<QDateTime> searchedTo;
        std::optional<client::ApiError> error;
        client::Call call;
    };
    [[nodiscard]] Edge &edge(End end) { return end == End::Upper ? m_upper : m_lower; }
    [[nodiscard]] const Edge &edge(End end) const { return end == End::Upper ? m_upper : m_lower; }
    [[nodiscard]] bool canFetch(End end) const;
    void fetch(End end);
    void onFetched(End end, const TimelineRequest &request, const client::Result<TimelinePage> &result);
    void prefetch();
    /// Rows that may go at that end without the reader missing them.
    [[nodiscard]] int droppable(End end) const;
    void put(int row, int from, int count);
    void take(int row, int count);
    void settleBusy() { m_busy = m_moving || m_upper.busy || m_lower.busy; }

    RowOrder m_order = RowOrder::NewestFirst;
    RowOrder m_shownOrder = RowOrder::NewestFirst; ///< of the rows that are there
    Edge m_upper;
    Edge m_lower;
    int m_firstVisible = -1;
    int m_lastVisible = -1;
};

} // namespace pc::models
