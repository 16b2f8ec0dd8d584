// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/page.h"
#include "models/base/row_ids.h"
#include "models/base/timeline_model.h"

#include <QSet>

#include <algorithm>
#include <deque>

namespace pc::models {

/// The rows of a TimelineModel, of `T`. The subclass says how to fetch a page, what a row's id and its time
/// are, and is the item model that views see. Only four private functions here tell views about changes:
/// insertIncoming, updateIncoming, resetToIncoming, removeBlock.
template <typename T>
class TimelineRows : public TimelineModel
{
public:
    using PageCallback = client::Callback<Page<T>>;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    [[nodiscard]] int rowOf(const QString &id) const final { return m_ids.rowOf(id); }
    [[nodiscard]] QString idAt(int row) const final { return m_ids.at(row); }
    [[nodiscard]] QDateTime timeOf(int row) const final { return atOf(at(row)); }
    [[nodiscard]] const T &at(int row) const { return m_rows[std::size_t(row)]; }

protected:
    TimelineRows(ChangeFeed &feed, QObject *parent) : TimelineModel(feed, parent) {}

    /// Asks the service for one page; `done` by the contract of client/http/call.h.
    [[nodiscard]] virtual client::Call fetchPage(const TimelineRequest &request, PageCallback done) = 0;
    [[nodiscard]] virtual QString idOf(const T &row) const = 0;
    /// UTC; rows of one list never go back in time by its order.
    [[nodiscard]] virtual QDateTime atOf(const T &row) const = 0;

private:
    [[nodiscard]] client::Call ask(const TimelineRequest &request, TimelineCallback done) final
    {
        return fetchPage(
            request, [this, order = request.order, done = std::move(done)](client::Result<Page<T>> result) {
                if (!result)
                    return done(client::failure(result.error()));
                const TimelinePage page = take(order, std::move(*result));
                done(page);
            });
    }

    /// Its rows become the incoming ones, in the order of the list and each once.
    TimelinePage take(RowOrder readIn, Page<T> page)
    {
        TimelinePage taken{{},         page.nextCursor,   page.previousCursor,
                           page.count, page.countAtLeast, page.searchedTo};
        m_incoming.clear();
        QSet<QString> ids;
        for (T &row : page.items) {
            const QString id = idOf(row);
            if (ids.contains(id))
                continue;
            ids.insert(id);
            taken.ids.append(id);
            m_incoming.append(std::move(row));
        }
        if (readIn != order()) {
            std::reverse(taken.ids.begin(), taken.ids.end());
            std::reverse(m_incoming.begin(), m_incoming.end());
        }
        return taken;
    }

    void insertIncoming(int row, int from, int count) final
    {
        QStringList ids;
        for (int i = from; i < from + count; ++i)
            ids.append(idOf(m_incoming.at(i)));
        beginInsertRows({}, row, row + count - 1);
        m_rows.insert(m_rows.begin() + row, m_incoming.cbegin() + from, m_incoming.cbegin() + from + count);
        m_ids.insert(row, ids);
        endInsertRows();
    }

    void updateIncoming(int row, int from) final
    {
        T &there = m_rows[std::size_t(row)];
        if (there == m_incoming.at(from))
            return;
        there = m_incoming.at(from);
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount({}) - 1));
    }

    void resetToIncoming() final
    {
        QStringList ids;
        for (const T &row : std::as_const(m_incoming))
            ids.append(idOf(row));
        beginResetModel();
        m_rows.assign(m_incoming.cbegin(), m_incoming.cend());
        m_ids.clear();
        m_ids.insert(0, ids);
        endResetModel();
    }

    void removeBlock(int row, int count) final
    {
        beginRemoveRows({}, row, row + count - 1);
        m_rows.erase(m_rows.begin() + row, m_rows.begin() + row + count);
        m_ids.remove(row, count);
        endRemoveRows();
    }

    void keepIncoming(int from, int count) final { m_kept = m_incoming.mid(from, count); }
    void takeKept() final { m_incoming = std::exchange(m_kept, {}); }

    std::deque<T> m_rows;
    RowIds m_ids;
    QList<T> m_incoming;
    QList<T> m_kept;
};

} // namespace pc::models
