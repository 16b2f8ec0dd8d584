// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "contract/types/page.h"
#include "models/base/clock.h"
#include "models/base/paged_model.h"
#include "models/base/superseded.h"

#include <QHash>
#include <QList>

namespace pc::models {

/// Rows of `T` by id, fetched page by page. The subclass says how to fetch a page and what a row's id is, and
/// is the item model that views see. Only four private functions here tell views about changes: insertRowsAt,
/// removeRowsAt, moveRowTo, replaceRowAt.
///
/// Paging: canFetchMore is true only at the root, with a further page, while idle and without an error; every
/// answer belongs to a generation and is dropped when the query changed meanwhile; a failed page waits for
/// retry().
template <typename T>
class PagedRows : public PagedModel
{
public:
    using PageCallback = client::Callback<Page<T>>;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    [[nodiscard]] bool hasMore() const override { return !m_nextCursor.isEmpty(); }
    [[nodiscard]] int rowOf(const QString &id) const override { return m_rowOf.value(id, -1); }
    [[nodiscard]] QString idAt(int row) const override { return idOf(m_rows.at(row)); }
    [[nodiscard]] const T &at(int row) const { return m_rows.at(row); }

    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override
    {
        return !parent.isValid() && hasMore() && !m_busy && !m_pageFailed && m_state == LoadState::Ready;
    }
    void fetchMore(const QModelIndex &parent) override;
    void refresh() override;
    void retry() override;

    static constexpr int pageSize = 100;
    static constexpr int maxPageSize = 1000;

protected:
    PagedRows(TimerClock &clock, QObject *parent) : PagedModel(parent), m_clock(clock) {}

    /// Asks the service for one page; `done` by the contract of client/http/call.h.
    [[nodiscard]] virtual client::Call fetchPage(const QString &cursor, int limit, PageCallback done) = 0;
    [[nodiscard]] virtual QString idOf(const T &row) const = 0;
    /// Called after each answer that changed the rows.
    virtual void rowsChanged() {}

    /// Whether the rows that are shown still answer what is asked now.
    enum class Question { Same, Another };
    /// Answers under way no longer count, and everything is fetched again from the start. With another
    /// question the rows lose their count at once, stay for a moment (superseded.h), and go when the answer
    /// fails.
    void startOver(Question question = Question::Another);
    /// The query is about something else altogether (another partner): what is shown goes at once, not when
    /// the answer is there. Before startOver().
    void dropRows();
    /// For sort(): puts the service's name of an order (empty: it cannot sort so) into the query's `sort`,
    /// with
    /// "-" in front when descending, and starts over when that is another order.
    void sortBy(QString &sort, const QString &key, Qt::SortOrder order);
    /// Puts rows in front (those held back).
    void prependRows(const QList<T> &rows) { insertRowsAt(0, rows); }
    /// Refreshes after `delay` unless an earlier refresh comes first: many changes make one request.
    void refreshWithin(std::chrono::milliseconds delay);
    [[nodiscard]] const QList<T> &rows() const { return m_rows; }
    [[nodiscard]] TimerClock &clock() const { return m_clock; }

private:
    void load(const QString &cursor, int limit, bool append);
    void onPage(quint64 generation, bool append, client::Result<Page<T>> result);
    void onFailure(bool append, const client::ApiError &error);
    void dropSuperseded();
    void merge(const QList<T> &wanted);
    void reindex(int from);

    void insertRowsAt(int row, const QList<T> &rows);
    void removeRowsAt(int row, int count);
    void moveRowTo(int from, int to);
    void replaceRowAt(int row, const T &value);

    TimerClock &m_clock;
    QList<T> m_rows;
    QHash<QString, int> m_rowOf;
    QList<T> m_refreshed; ///< pages of a refresh until they cover what is shown
    int m_refreshTarget = 0;
    QString m_nextCursor;
    quint64 m_generation = 0;
    bool m_again = false; ///< a change arrived while a request was under way
    Superseded m_superseded;
    client::Call m_call;
    Alarm m_refreshAlarm;
    qint64 m_refreshAt = 0; ///< monotonic, of the alarm
};

} // namespace pc::models

#include "models/base/paged_rows_impl.h"
