// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timeline_rows.h"
#include "tests/models/model_fixture.h"

#include <QAbstractItemModelTester>

#include <deque>

namespace pc::test {

struct LongRow
{
    qint64 number = 0; ///< from the oldest on
    QDateTime at;
    int version = 0;
    bool operator==(const LongRow &) const = default;
};

/// A list of any length that nobody stores: what a service answers about it. Rows are appended; every
/// `burst` of them has one instant.
struct LongList
{
    qint64 size = 0;
    qint64 burst = 7;
    int version = 0;
    bool counts = true;
    /// Rows whose number it divides are there, when a search is slow: so many are looked at for one page.
    qint64 everyNth = 1;
    qint64 patience = 0;

    [[nodiscard]] QDateTime timeOf(qint64 number) const
    {
        return QDateTime({2026, 1, 1}, {0, 0}, Qt::UTC).addSecs(number / burst);
    }
    /// The first row at that instant or later.
    [[nodiscard]] qint64 placeOf(const QDateTime &at) const
    {
        qint64 low = 0;
        for (qint64 high = size; low < high;) {
            const qint64 middle = (low + high) / 2;
            if (timeOf(middle) < at)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
    [[nodiscard]] Page<LongRow> page(const models::TimelineRequest &request) const
    {
        const bool isDown = request.order != RowOrder::OldestFirst; // to older rows
        qint64 place = isDown ? size : 0;                           // rows before it are older
        if (!request.cursor.isEmpty())
            place = request.cursor.toLongLong();
        else if (request.at)
            place = placeOf(isDown ? request.at->addMSecs(1) : *request.at);
        Page<LongRow> page;
        if (isDown ? place < size : place > 0)
            page.previousCursor = QString::number(place);
        qint64 looked = 0;
        while (isDown ? place > 0 : place < size) {
            if (page.items.size() == request.limit || (patience > 0 && looked == patience)) {
                page.nextCursor = QString::number(place);
                if (page.items.size() < request.limit)
                    page.searchedTo = timeOf(isDown ? place : place - 1);
                break;
            }
            const qint64 number = isDown ? --place : place++;
            ++looked;
            if (number % everyNth == 0)
                page.items.append({number, timeOf(number), version});
        }
        if (counts)
            page.count = (size + everyNth - 1) / everyNth;
        return page;
    }
};

/// A list model over it. Answers come from the event loop, or when the test says so.
class LongListModel final : public models::TimelineRows<LongRow>
{
public:
    LongListModel(LongList &list, models::ChangeFeed &feed)
        : TimelineRows<LongRow>(feed, nullptr), m_list(list)
    {
    }
    void open(RowOrder order = RowOrder::NewestFirst, const std::optional<QDateTime> &at = {})
    {
        startOver(order, at);
    }
    [[nodiscard]] int columnCount(const QModelIndex & = {}) const override { return 2; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        if (role == models::IdRole)
            return idAt(index.row());
        return role == Qt::DisplayRole ? QVariant(at(index.row()).number) : QVariant();
    }

    /// Requests wait for answer() or refuse(), oldest first.
    bool holds = false;
    bool rowsChange = false;
    QList<models::TimelineRequest> asked;
    [[nodiscard]] int waiting() const { return int(m_waiting.size()); }
    void answer()
    {
        const auto waiting = std::move(m_waiting.front());
        m_waiting.pop_front();
        waiting.weak.deliver(m_list.page(waiting.request));
    }
    void refuse(client::ErrorKind kind, const QString &code = {})
    {
        const auto waiting = std::move(m_waiting.front());
        m_waiting.pop_front();
        client::ApiError error;
        error.kind = kind;
        if (!code.isEmpty())
            error.problem.emplace().code = code;
        waiting.weak.deliver(client::failure(error));
    }

private:
    struct Waiting
    {
        models::TimelineRequest request;
        client::Completion<Page<LongRow>>::Weak weak;
    };
    [[nodiscard]] client::Call fetchPage(const models::TimelineRequest &request, PageCallback done) override
    {
        asked.append(request);
        const client::Completion<Page<LongRow>> completion(this, std::move(done));
        if (holds)
            m_waiting.push_back({request, completion.weak()});
        else
            completion.weak().deliver(m_list.page(request));
        return completion.call();
    }
    [[nodiscard]] QString idOf(const LongRow &row) const override { return QString::number(row.number); }
    [[nodiscard]] QDateTime atOf(const LongRow &row) const override { return row.at; }
    [[nodiscard]] QString heading(int column) const override { return QString::number(column); }
    [[nodiscard]] bool mayConcern(const Change &change) const override
    {
        return change.kind == ChangeKind::Audit;
    }
    [[nodiscard]] bool mayRowsChange() const override { return rowsChange; }

    LongList &m_list;
    std::deque<Waiting> m_waiting;
};

/// Ten million rows, and somebody who reads in them.
struct LongListFixture
{
    ModelFixture service;
    LongList list{10'000'000};
    LongListModel model{list, service.feed};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    LongListFixture() { tester.setUseFetchMore(false); }
    /// Scrolls from that row on until so many rows have been read.
    void read(int from, int rows)
    {
        if (model.state() == models::LoadState::Idle) {
            model.open();
            ModelFixture::spin();
        }
        const qint64 stop = model.at(0).number - rows;
        for (int row = from;;) {
            row = std::min(row + 100, model.rowCount() - 31);
            const qint64 number = model.at(row).number;
            model.setVisibleRows(row, row + 30);
            ModelFixture::spin();
            row = model.rowOf(QString::number(number));
            if (number <= stop)
                return;
        }
    }
    void grow(qint64 rows)
    {
        list.size += rows;
        Q_EMIT service.feed.changed(changeAbout(ChangeKind::Audit));
        service.clock.advance(std::chrono::seconds(1));
        ModelFixture::spin();
    }
};

} // namespace pc::test
