// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/base/long_list.h"
#include "tests/models/model_fixture.h"

#include <rapidcheck.h>

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;

namespace {

/// What a view over the model knows by its signals alone: the rows, and which of them the reader sees first.
class Reader final : public QObject
{
public:
    explicit Reader(LongListModel &model) : m_model(model)
    {
        connect(&model, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex &, int first, int last) {
                    if (first <= top && !rows.isEmpty())
                        top += last - first + 1;
                    for (int row = first; row <= last; ++row)
                        rows.insert(row, m_model.at(row).number);
                });
        connect(&model, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) {
                    if (top >= first && top <= last)
                        lost = true;
                    rows.remove(first, last - first + 1);
                    top -= std::clamp(top - first, 0, last - first + 1);
                    top = std::clamp(top, 0, std::max(0, int(rows.size()) - 1));
                });
        connect(&model, &QAbstractItemModel::modelReset, this, [this] {
            rows.clear();
            for (int row = 0; row < m_model.rowCount(); ++row)
                rows.append(m_model.at(row).number);
            top = 0;
        });
        connect(&model, &TimelinePlaces::placeShown, this, [this](int row) { top = row; });
    }
    void see(int row)
    {
        top = std::clamp(row, 0, std::max(0, m_model.rowCount() - 1));
        tell();
    }
    void tell()
    {
        if (m_model.rowCount() == 0)
            return m_model.setVisibleRows(-1, -1);
        m_model.setVisibleRows(top, std::min(top + 30, m_model.rowCount() - 1));
    }
    QList<qint64> rows;
    int top = 0;
    bool lost = false; ///< the row that was read went

private:
    LongListModel &m_model;
};

} // namespace

/// Whatever is asked of a list of ten million rows, in whatever order answers come: what is there is one
/// piece of it.
class TimelineWalk final : public QObject
{
    Q_OBJECT

    static constexpr qint64 many = 10'000'000;

private Q_SLOTS:
    void theWindowIsAlwaysOnePiece()
    {
        QVERIFY(rc::check("the window is always one piece", [] {
            ModelFixture fixture;
            LongList list;
            list.size = *rc::gen::element<qint64>(0, 1, 50, 250, 12'000, many);
            list.burst = *rc::gen::element<qint64>(1, 7, 900);
            LongListModel model(list, fixture.feed);
            const QAbstractItemModelTester tester(&model,
                                                  QAbstractItemModelTester::FailureReportingMode::QtTest);
            const_cast<QAbstractItemModelTester &>(tester).setUseFetchMore(false);
            Reader reader(model);
            model.open();
            ModelFixture::spin();
            const int steps = *rc::gen::inRange(1, 60);
            for (int step = 0; step < steps; ++step) {
                act(model, reader, list, fixture);
                check(model, reader, list);
            }
        }));
    }

private:
    static void act(LongListModel &model, Reader &reader, LongList &list, ModelFixture &fixture)
    {
        const qint64 seen = reader.rows.isEmpty() ? -1 : reader.rows.at(reader.top);
        reader.lost = false;
        bool stays = true; // what the reader sees
        switch (*rc::gen::inRange(0, 12)) {
        case 0:
            model.showAt(list.timeOf(*rc::gen::inRange<qint64>(-100, list.size + 100)));
            stays = false;
            break;
        case 1:
            list.size += *rc::gen::element<qint64>(1, 5, 99, 100, 101, 1000);
            fixture.tell(ChangeKind::Audit);
            break;
        case 2:
            model.setOrder(*rc::gen::element(RowOrder::NewestFirst, RowOrder::OldestFirst));
            stays = false;
            break;
        case 3:
            model.showHeld();
            stays = false;
            break;
        case 4:
            model.setLiveTail(*rc::gen::arbitrary<bool>());
            break;
        case 5:
            model.showStart();
            stays = false;
            break;
        case 6:
            model.showEnd();
            stays = false;
            break;
        case 7: // nobody waits for what the last one asked for
            model.showAt(list.timeOf(*rc::gen::inRange<qint64>(0, list.size + 1)));
            model.showAt(list.timeOf(*rc::gen::inRange<qint64>(0, list.size + 1)));
            stays = false;
            break;
        case 8: // the network fails and is asked again
            model.holds = true;
            reader.tell();
            while (model.waiting() > 0)
                model.refuse(client::ErrorKind::Timeout);
            ModelFixture::spin();
            model.holds = false;
            model.retry();
            stays = false; // as a whole it may be read anew from there
            break;
        default: { // reads on, in one direction
            const int far = *rc::gen::element(30, 400, 3000);
            const bool up = *rc::gen::arbitrary<bool>();
            for (int i = 0; i < 12; ++i) {
                reader.see(reader.top + (up ? -far : far));
                const qint64 read = reader.rows.isEmpty() ? -1 : reader.rows.at(reader.top);
                ModelFixture::spin();
                RC_ASSERT(!reader.lost);
                if (!reader.rows.isEmpty())
                    RC_ASSERT(reader.rows.at(reader.top) == read);
            }
            return;
        }
        }
        fixture.clock.advance(std::chrono::seconds(1));
        ModelFixture::spin();
        reader.tell();
        ModelFixture::spin();
        if (stays && seen >= 0) {
            RC_ASSERT(!reader.lost);
            RC_ASSERT(reader.rows.at(reader.top) == seen);
        }
    }

    static void check(LongListModel &model, const Reader &reader, const LongList &list)
    {
        const int rows = model.rowCount();
        RC_ASSERT(model.state() == LoadState::Ready);
        RC_ASSERT(rows <= TimelineModel::mostRows);
        if (rows == 0)
            RC_ASSERT(list.size == 0);
        const int step = model.order() == RowOrder::OldestFirst ? 1 : -1;
        for (int row = 0; row < rows; ++row) {
            const LongRow &there = model.at(row);
            RC_ASSERT(there.number == reader.rows.at(row));
            if (row > 0)
                RC_ASSERT(there.number == model.at(row - 1).number + step);
            if (row % 97 == 0 || row == rows - 1)
                RC_ASSERT(model.rowOf(model.idAt(row)) == row);
        }
        RC_ASSERT(reader.rows.size() == rows);
        if (rows == 0)
            return;
        // What it says of its ends is so, but for rows that came and are held back.
        const qint64 oldest = std::min(model.at(0).number, model.at(rows - 1).number);
        const qint64 newest = std::max(model.at(0).number, model.at(rows - 1).number);
        const bool isUp = step < 0;
        if (isUp ? model.isAtEnd() : model.isAtStart())
            RC_ASSERT(oldest == 0);
        if (isUp ? model.isAtStart() : model.isAtEnd())
            RC_ASSERT((newest == list.size - 1 || model.heldCount() > 0));
    }
};

QTEST_GUILESS_MAIN(TimelineWalk)
#include "tst_timeline_walk.moc"
