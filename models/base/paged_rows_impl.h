// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The template half of paged_rows.h.
#include "models/base/paged_rows.h"

#include <QSet>

#include <algorithm>

namespace pc::models {

template <typename T>
void PagedRows<T>::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        load(m_nextCursor, pageSize, true);
}

template <typename T>
void PagedRows<T>::refresh()
{
    m_refreshAlarm.reset();
    if (m_busy) {
        m_again = true;
        return;
    }
    m_pageFailed = false;
    m_refreshed.clear();
    m_refreshTarget = int(m_rows.size());
    load({}, std::clamp(m_refreshTarget, pageSize, maxPageSize), false);
}

template <typename T>
void PagedRows<T>::refreshWithin(std::chrono::milliseconds delay)
{
    if (m_state == LoadState::Idle)
        return; // nobody looks at it
    const qint64 at = m_clock.monotonicMs() + delay.count();
    if (m_refreshAlarm && m_refreshAt <= at)
        return;
    m_refreshAt = at;
    m_refreshAlarm = m_clock.after(delay, [this] { refresh(); });
}

template <typename T>
void PagedRows<T>::retry()
{
    if (m_busy) { // it hangs: asked anew instead of waited for
        ++m_generation;
        m_call.cancel();
        m_busy = false;
        m_again = false;
    }
    const bool pageOnly = m_pageFailed && m_error && m_error->code() != ProblemCode::BadCursor;
    m_pageFailed = false;
    if (pageOnly && hasMore() && !m_busy)
        load(m_nextCursor, pageSize, true);
    else
        refresh();
}

template <typename T>
void PagedRows<T>::startOver(Question question)
{
    ++m_generation;
    m_call.cancel();
    m_refreshAlarm.reset();
    m_busy = false;
    m_again = false;
    m_pageFailed = false;
    m_nextCursor.clear();
    m_refreshed.clear();
    m_refreshTarget = 0;
    if (question == Question::Another) {
        m_state = LoadState::Loading;
        m_error.reset();
        m_count.reset();
        m_countAtLeast.reset();
        m_superseded.begin(m_clock, !m_rows.isEmpty(), [this] { dropSuperseded(); });
    }
    load({}, pageSize, false);
}

template <typename T>
void PagedRows<T>::dropSuperseded()
{
    if (!m_superseded.end())
        return;
    removeRowsAt(0, int(m_rows.size()));
    m_loadedAt = {};
    Q_EMIT stateChanged();
}

template <typename T>
void PagedRows<T>::sortBy(QString &sort, const QString &key, Qt::SortOrder order)
{
    if (key.isEmpty())
        return;
    const QString wanted = order == Qt::DescendingOrder ? QLatin1Char('-') + key : key;
    if (wanted == sort)
        return;
    sort = wanted;
    startOver();
}

template <typename T>
void PagedRows<T>::dropRows()
{
    m_superseded.end();
    removeRowsAt(0, int(m_rows.size()));
    m_state = LoadState::Idle;
    m_error.reset();
    m_loadedAt = {};
    m_count.reset();
    m_countAtLeast.reset();
}

template <typename T>
void PagedRows<T>::load(const QString &cursor, int limit, bool append)
{
    m_busy = true;
    if (m_rows.isEmpty() && m_state != LoadState::Ready)
        m_state = LoadState::Loading;
    m_call =
        fetchPage(cursor, limit, [this, generation = m_generation, append](client::Result<Page<T>> result) {
            onPage(generation, append, std::move(result));
        });
    Q_EMIT stateChanged();
}

template <typename T>
void PagedRows<T>::onPage(quint64 generation, bool append, client::Result<Page<T>> result)
{
    if (generation != m_generation)
        return;
    // Busy until the rows stand: views ask for more from inside the insertion.
    if (!result)
        return onFailure(append, result.error());
    bool another = false;
    if (append) {
        QList<T> fresh;
        for (const T &row : std::as_const(result->items)) {
            if (const int known = rowOf(idOf(row)); known >= 0)
                replaceRowAt(known, row);
            else
                fresh.append(row);
        }
        m_nextCursor = result->nextCursor;
        insertRowsAt(int(m_rows.size()), fresh);
    } else {
        m_refreshed += result->items;
        if (m_refreshed.size() < m_refreshTarget && !result->nextCursor.isEmpty())
            return load(result->nextCursor, maxPageSize, false);
        m_nextCursor = result->nextCursor;
        another = m_superseded.end();
        merge(std::exchange(m_refreshed, {}));
    }
    m_count = result->count;
    m_countAtLeast = result->countAtLeast;
    m_busy = false;
    m_state = LoadState::Ready;
    m_error.reset();
    m_loadedAt = m_clock.now();
    rowsChanged();
    if (another)
        Q_EMIT questionAnswered();
    Q_EMIT stateChanged();
    if (std::exchange(m_again, false))
        refresh();
}

template <typename T>
void PagedRows<T>::onFailure(bool append, const client::ApiError &error)
{
    m_error = error;
    m_busy = false;
    m_refreshed.clear();
    m_again = false;
    if (append && error.kind != client::ErrorKind::Forbidden) {
        m_pageFailed = true;
    } else {
        dropSuperseded();
        m_state = stateAfter(error.kind, !m_rows.isEmpty());
        if (m_state == LoadState::Forbidden) {
            m_nextCursor.clear();
            m_count.reset();
            m_countAtLeast.reset();
            removeRowsAt(0, int(m_rows.size()));
        }
    }
    Q_EMIT stateChanged();
}

/// Turns the rows into `wanted` by single removals, moves, changes and insertions.
template <typename T>
void PagedRows<T>::merge(const QList<T> &wanted)
{
    QList<T> target;
    QSet<QString> ids;
    for (const T &row : wanted) { // a row may come twice when pages shifted between two requests
        const QString id = idOf(row);
        if (!ids.contains(id)) {
            ids.insert(id);
            target.append(row);
        }
    }
    for (int end = int(m_rows.size()); end > 0;) {
        int start = end;
        while (start > 0 && !ids.contains(idOf(m_rows.at(start - 1))))
            --start;
        if (start < end)
            removeRowsAt(start, end - start);
        end = start - 1;
    }
    for (int row = 0; row < int(target.size()); ++row) {
        const int known = rowOf(idOf(target.at(row)));
        if (known < 0) {
            int end = row + 1;
            while (end < int(target.size()) && rowOf(idOf(target.at(end))) < 0)
                ++end;
            insertRowsAt(row, target.mid(row, end - row));
            row = end - 1;
            continue;
        }
        if (known != row)
            moveRowTo(known, row);
        if (!(m_rows.at(row) == target.at(row)))
            replaceRowAt(row, target.at(row));
    }
}

template <typename T>
void PagedRows<T>::reindex(int from)
{
    for (int row = from; row < int(m_rows.size()); ++row)
        m_rowOf.insert(idOf(m_rows.at(row)), row);
}

template <typename T>
void PagedRows<T>::insertRowsAt(int row, const QList<T> &rows)
{
    if (rows.isEmpty())
        return;
    beginInsertRows({}, row, row + int(rows.size()) - 1);
    m_rows.insert(row, rows.size(), T());
    std::copy(rows.begin(), rows.end(), m_rows.begin() + row);
    reindex(row);
    endInsertRows();
}

template <typename T>
void PagedRows<T>::removeRowsAt(int row, int count)
{
    if (count <= 0)
        return;
    beginRemoveRows({}, row, row + count - 1);
    for (int i = row; i < row + count; ++i)
        m_rowOf.remove(idOf(m_rows.at(i)));
    m_rows.remove(row, count);
    reindex(row);
    endRemoveRows();
}

template <typename T>
void PagedRows<T>::moveRowTo(int from, int to)
{
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_rows.move(from, to);
    reindex(std::min(from, to));
    endMoveRows();
}

template <typename T>
void PagedRows<T>::replaceRowAt(int row, const T &value)
{
    m_rows[row] = value;
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount({}) - 1));
}

} // namespace pc::models
