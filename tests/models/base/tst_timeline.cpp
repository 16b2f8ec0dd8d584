// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/base/long_list.h"
#include "tests/models/model_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using End = TimelineModel::End;

/// A list in time, step by step: what is asked, what is shown, and what is not heard.
class TestTimeline final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<LongListFixture>(); }
    void cleanup() { m_fixture.reset(); }

    /// From a place in the middle it goes on both ways, by cursors.
    void bothEndsGoOn()
    {
        const QDateTime at = m_fixture->list.timeOf(5'000'000);
        m_fixture->model.open(RowOrder::NewestFirst, at);
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.asked, (QList<TimelineRequest>{{RowOrder::NewestFirst, at, {}, 100}}));
        QCOMPARE(m_fixture->model.rowCount(), 100);
        QCOMPARE(m_fixture->model.timeOf(0), at);
        QVERIFY(!m_fixture->model.isAtStart() && !m_fixture->model.isAtEnd() && m_fixture->model.hasMore());
        QCOMPARE(m_fixture->model.count(), std::optional<qint64>(m_fixture->list.size));
        const qint64 first = m_fixture->model.at(0).number;
        m_fixture->model.asked.clear();
        m_fixture->model.setVisibleRows(0, 30);
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.asked,
                 (QList<TimelineRequest>{{RowOrder::NewestFirst, {}, QString::number(first - 99), 250},
                                         {RowOrder::OldestFirst, {}, QString::number(first + 1), 250}}));
        QCOMPARE(m_fixture->model.rowCount(), 600);
        QCOMPARE(m_fixture->model.rowOf(QString::number(first)), 250);
        m_fixture->model.asked.clear();
        m_fixture->model.setVisibleRows(250, 280); // enough on both sides
        ModelFixture::spin();
        QVERIFY(m_fixture->model.asked.isEmpty());
    }

    void rowsAreLetGoAtTheFarEnd()
    {
        m_fixture->read(0, 12'000);
        QVERIFY(m_fixture->model.rowCount() <= TimelineModel::mostRows);
        QVERIFY(!m_fixture->model.isAtStart());
        QVERIFY(m_fixture->model.canFetchPrevious());
        m_fixture->model.asked.clear();
        const qint64 newest = m_fixture->model.at(0).number;
        m_fixture->model.setVisibleRows(0, 30); // back at the top of what is there
        ModelFixture::spin();
        // Nobody kept a cursor of that place: it goes on by time, a little before, and knows what it knows.
        QCOMPARE(
            m_fixture->model.asked.constFirst(),
            (TimelineRequest{RowOrder::OldestFirst, m_fixture->list.timeOf(newest).addMSecs(-1), {}, 250}));
        QVERIFY(m_fixture->model.at(0).number > newest);
        QCOMPARE(m_fixture->model.at(0).number - m_fixture->model.rowOf(QString::number(newest)), newest);
        QSignalSpy removed(&m_fixture->model, &QAbstractItemModel::rowsRemoved);
        while (removed.isEmpty()) {
            m_fixture->model.setVisibleRows(0, 30);
            ModelFixture::spin();
        }
        const int first = removed.at(0).at(1).toInt(); // in one block, below
        const int last = removed.at(0).at(2).toInt();
        QCOMPARE(last - first + 1, TimelineModel::dropBlock);
        QCOMPARE(m_fixture->model.rowCount(), first + 250);
        QVERIFY(!m_fixture->model.isAtEnd() && m_fixture->model.hasMore());
    }

    /// Rows of one instant may be more than one page.
    void aLongInstantIsReadToItsEnd()
    {
        m_fixture->list.burst = 900;
        m_fixture->read(0, 12'000);
        const qint64 newest = m_fixture->model.at(0).number;
        m_fixture->model.setVisibleRows(0, 30);
        ModelFixture::spin();
        QVERIFY(m_fixture->model.at(0).number > newest);
    }

    /// The reader is somewhere else: what they see is not let go for rows at the other end.
    void theReaderIsNotLetGo()
    {
        m_fixture->model.open();
        ModelFixture::spin();
        m_fixture->model.setVisibleRows(10, 40);
        while (m_fixture->model.canFetchMore({}) || m_fixture->model.isBusy()) {
            m_fixture->model.fetchMore({});
            ModelFixture::spin();
        }
        QCOMPARE(m_fixture->model.rowCount(), 9850);
        QVERIFY(m_fixture->model.isAtStart());
        // Or was there when it was asked, and is not any more.
        const int last = m_fixture->model.rowCount() - 1;
        m_fixture->model.holds = true;
        m_fixture->model.setVisibleRows(last - 30, last);
        QCOMPARE(m_fixture->model.waiting(), 1);
        m_fixture->model.setVisibleRows(10, 40);
        m_fixture->model.answer();
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.rowCount(), last + 1);
        QVERIFY(m_fixture->model.isAtStart());
        QVERIFY(!m_fixture->model.isBusyAt(End::Lower));
    }

    void aFailedEndWaitsForRetryAtThatEndOnly()
    {
        m_fixture->model.open(RowOrder::NewestFirst, m_fixture->list.timeOf(5'000'000));
        ModelFixture::spin();
        m_fixture->model.holds = true;
        m_fixture->model.setVisibleRows(0, 30);
        m_fixture->model.refuse(client::ErrorKind::Timeout); // below
        ModelFixture::spin();
        QVERIFY(m_fixture->model.pageFailed());
        QVERIFY(m_fixture->model.errorAt(End::Lower));
        QVERIFY(m_fixture->model.error());
        QCOMPARE(m_fixture->model.state(), LoadState::Ready);
        m_fixture->model.answer(); // above
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.rowCount(), 350);
        QVERIFY(m_fixture->model.pageFailed());
        m_fixture->model.asked.clear();
        m_fixture->model.setVisibleRows(320, 349);
        m_fixture->model.fetchMore({});
        QVERIFY(m_fixture->model.asked.isEmpty());
        m_fixture->model.setVisibleRows(0, 30);
        QCOMPARE(m_fixture->model.asked.size(), 1); // the other end goes on
        m_fixture->model.answer();
        m_fixture->model.retry();
        QVERIFY(!m_fixture->model.errorAt(End::Lower));
        m_fixture->model.answer();
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.rowCount(), 850);
        QVERIFY(!m_fixture->model.pageFailed());
        QVERIFY(!m_fixture->model.error());
    }

    void aCursorThatIsRefusedIsDoneWithout()
    {
        m_fixture->model.open();
        ModelFixture::spin();
        m_fixture->model.holds = true;
        m_fixture->model.fetchMore({});
        m_fixture->model.refuse(client::ErrorKind::Validation, u"bad_cursor"_s);
        ModelFixture::spin();
        m_fixture->model.holds = false;
        m_fixture->model.retry();
        QCOMPARE(m_fixture->model.asked.constLast(),
                 (TimelineRequest{RowOrder::NewestFirst, m_fixture->model.timeOf(99).addMSecs(1), {}, 250}));
        ModelFixture::spin();
        QVERIFY(m_fixture->model.rowCount() > 300);
    }

    void whatMayNotBeSeenAnyMoreGoes()
    {
        m_fixture->model.open();
        ModelFixture::spin();
        m_fixture->model.holds = true;
        m_fixture->model.fetchMore({});
        m_fixture->model.refuse(client::ErrorKind::Forbidden);
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.state(), LoadState::Forbidden);
        QCOMPARE(m_fixture->model.rowCount(), 0);
        QVERIFY(!m_fixture->model.count());
        QVERIFY(!m_fixture->model.isBusy());
        m_fixture->model.holds = false;
        m_fixture->model.retry();
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.rowCount(), 100);
    }

    /// An answer to an older question, or at an end that is not there any more, is not heard.
    void lateAnswersAreNotHeard()
    {
        m_fixture->model.holds = true;
        m_fixture->model.open();
        m_fixture->model.open(RowOrder::OldestFirst);
        m_fixture->model.answer();
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.state(), LoadState::Loading);
        QCOMPARE(m_fixture->model.rowCount(), 0);
        m_fixture->model.answer();
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.at(0).number, 0);
        m_fixture->model.fetchMore({});
        QVERIFY(m_fixture->model.isBusyAt(End::Lower));
        m_fixture->model.showAt(m_fixture->list.timeOf(700'000));
        QVERIFY(!m_fixture->model.isBusyAt(End::Lower));
        m_fixture->model.answer(); // of the end
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.rowCount(), 100);
        m_fixture->model.answer();
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.timeOf(0), m_fixture->list.timeOf(700'000));
    }

    /// The rows of the place before stay until those of the new one are there: then it is one reset.
    void aFarPlaceIsShownOnceItIsThere()
    {
        m_fixture->model.open();
        ModelFixture::spin();
        QSignalSpy resets(&m_fixture->model, &QAbstractItemModel::modelReset);
        QSignalSpy places(&m_fixture->model, &TimelinePlaces::placeShown);
        m_fixture->model.holds = true;
        const QDateTime at = m_fixture->list.timeOf(1'234'567);
        m_fixture->model.showAt(at);
        QVERIFY(m_fixture->model.isMoving() && m_fixture->model.isBusy());
        QCOMPARE(m_fixture->model.awaitedPlace(), std::optional(at));
        m_fixture->service.clock.advance(10s);
        QCOMPARE(m_fixture->model.rowCount(), 100);
        QCOMPARE(m_fixture->model.state(), LoadState::Ready);
        QVERIFY(!m_fixture->model.canFetchMore({})); // not of the place that is left
        m_fixture->model.answer();
        ModelFixture::spin();
        QCOMPARE(resets.count(), 1);
        QCOMPARE(places.count(), 1);
        QCOMPARE(places.at(0).at(0).toInt(), 0);
        QCOMPARE(m_fixture->model.timeOf(0), at);
        QVERIFY(!m_fixture->model.isMoving());
        QVERIFY(!m_fixture->model.awaitedPlace());
        // It failed: the place before is still there, says so, and retry() goes where one wanted to go.
        m_fixture->model.showStart();
        m_fixture->model.refuse(client::ErrorKind::Timeout);
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.state(), LoadState::Stale);
        QCOMPARE(m_fixture->model.timeOf(0), at);
        m_fixture->model.retry();
        m_fixture->model.answer();
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.at(0).number, m_fixture->list.size - 1);
        QCOMPARE(m_fixture->model.state(), LoadState::Ready);
    }

    void aPlaceThatIsThereIsShownAtOnce()
    {
        QSignalSpy places(&m_fixture->model, &TimelinePlaces::placeShown);
        m_fixture->model.showAt(m_fixture->list.timeOf(5)); // nothing was asked yet
        QVERIFY(m_fixture->model.asked.isEmpty());
        m_fixture->read(0, 600);
        m_fixture->model.asked.clear();
        m_fixture->model.showAt(m_fixture->list.timeOf(m_fixture->list.size - 300));
        m_fixture->model.showStart();
        m_fixture->model.showNewest();
        m_fixture->model.showAt(
            m_fixture->list.timeOf(m_fixture->list.size - 1).addSecs(86400)); // after the newest
        QVERIFY(m_fixture->model.asked.isEmpty());
        QCOMPARE(places.count(), 4);
        const int row = places.at(0).at(0).toInt();
        QCOMPARE(m_fixture->model.timeOf(row), m_fixture->list.timeOf(m_fixture->list.size - 300));
        QVERIFY(m_fixture->model.timeOf(row - 1) > m_fixture->model.timeOf(row));
        QCOMPARE(places.at(1).at(0).toInt(), 0);
        QCOMPARE(places.at(3).at(0).toInt(), 0);
        QCOMPARE(m_fixture->model.rowAt(m_fixture->list.timeOf(3)), -1);
    }

    void aPlaceBeyondTheEndIsTheEnd()
    {
        QSignalSpy places(&m_fixture->model, &TimelinePlaces::placeShown);
        m_fixture->model.open();
        ModelFixture::spin();
        m_fixture->model.showAt(m_fixture->list.timeOf(0).addDays(-1));
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.at(m_fixture->model.rowCount() - 1).number, 0);
        QVERIFY(m_fixture->model.isAtEnd());
        QCOMPARE(places.constLast().at(0).toInt(), m_fixture->model.rowCount() - 1);
        m_fixture->model.showStart();
        ModelFixture::spin();
        m_fixture->model.showEnd();
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.at(m_fixture->model.rowCount() - 1).number, 0);
        QCOMPARE(m_fixture->model.at(0).number, 99);
        QVERIFY(m_fixture->model.isAtEnd());
        QVERIFY(!m_fixture->model.isAtStart());
        m_fixture->model.setVisibleRows(70, 99);
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.rowCount(), 350);
    }

    void aRowIsLookedFor()
    {
        QSignalSpy places(&m_fixture->model, &TimelinePlaces::placeShown);
        m_fixture->model.open();
        ModelFixture::spin();
        const qint64 number = 4'000'001; // not the first of its instant
        m_fixture->model.showAt(m_fixture->list.timeOf(number), QString::number(number));
        ModelFixture::spin();
        QCOMPARE(places.constLast().at(1).toString(), QString::number(number));
        QCOMPARE(m_fixture->model.at(places.constLast().at(0).toInt()).number, number);
        m_fixture->model.showAt(m_fixture->list.timeOf(number), u"other"_s);
        ModelFixture::spin();
        QCOMPARE(places.constLast().at(1).toString(), QString());
    }

    /// A thumb that is dragged: one place is on its way at a time, the last one counts, and one that takes
    /// long makes room.
    void theLastPlaceCounts()
    {
        m_fixture->model.open();
        ModelFixture::spin();
        m_fixture->model.holds = true;
        m_fixture->model.asked.clear();
        for (const qint64 number : {9'000'000, 8'000'000, 7'000'000})
            m_fixture->model.showAt(m_fixture->list.timeOf(number));
        QCOMPARE(m_fixture->model.asked.size(), 1);
        QCOMPARE(m_fixture->model.awaitedPlace(), std::optional(m_fixture->list.timeOf(7'000'000)));
        m_fixture->model.answer();
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.timeOf(0), m_fixture->list.timeOf(9'000'000)); // on its way
        QCOMPARE(m_fixture->model.asked.size(), 2);
        m_fixture->model.showAt(m_fixture->list.timeOf(6'000'000));
        m_fixture->service.clock.advance(TimelineModel::placePatience - 1ms);
        QCOMPARE(m_fixture->model.asked.size(), 2);
        m_fixture->service.clock.advance(1ms);
        QCOMPARE(m_fixture->model.asked.size(), 3);
        m_fixture->model.answer(); // 7,000,000: nobody waits for it
        m_fixture->model.answer();
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.timeOf(0), m_fixture->list.timeOf(6'000'000));
        QVERIFY(!m_fixture->model.isMoving());
        QCOMPARE(m_fixture->service.clock.pending(), 0);
    }

    void theOtherOrderBeginsAtItsStart()
    {
        m_fixture->model.open();
        ModelFixture::spin();
        m_fixture->model.holds = true;
        m_fixture->model.setOrder(RowOrder::OldestFirst);
        QCOMPARE(m_fixture->model.order(), RowOrder::OldestFirst);
        QCOMPARE(m_fixture->model.state(), LoadState::Loading);
        QCOMPARE(m_fixture->model.count(), std::optional<qint64>(m_fixture->list.size)); // as many
        QCOMPARE(m_fixture->model.rowAt(m_fixture->list.timeOf(m_fixture->list.size - 1)),
                 -1); // they stand the other way round
        m_fixture->model.answer();
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.at(0).number, 0);
        QVERIFY(m_fixture->model.isAtStart());
        QCOMPARE(m_fixture->model.rowAt(m_fixture->list.timeOf(50)), 49);
    }

    /// The service ran out of time: what it found is there, and it goes on only when somebody says so.
    void aSearchGoesOnWhenAsked()
    {
        m_fixture->list.everyNth = 1000;
        m_fixture->list.patience = 5000;
        m_fixture->list.counts = false;
        m_fixture->model.open();
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.rowCount(), 5);
        QCOMPARE(m_fixture->model.searchedTo(),
                 std::optional(m_fixture->list.timeOf(m_fixture->list.size - 5000)));
        QVERIFY(m_fixture->model.canSearchFurther());
        QVERIFY(!m_fixture->model.canSearchFurther(End::Upper));
        QVERIFY(m_fixture->model.hasMore());
        m_fixture->model.asked.clear();
        m_fixture->model.setVisibleRows(0, 4);
        QVERIFY(!m_fixture->model.canFetchMore({}));
        QVERIFY(m_fixture->model.asked.isEmpty());
        m_fixture->model.searchFurther();
        QVERIFY(!m_fixture->model.canSearchFurther()); // under way
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.rowCount(), 10);
        QCOMPARE(m_fixture->model.searchedTo(),
                 std::optional(m_fixture->list.timeOf(m_fixture->list.size - 10'000)));
        m_fixture->model.holds = true;
        m_fixture->model.searchFurther();
        m_fixture->model.stopSearching();
        QVERIFY(!m_fixture->model.isBusy());
        QVERIFY(m_fixture->model.canSearchFurther());
        m_fixture->model.answer();
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.rowCount(), 10);
    }

    /// Above, whoever reads on asks for it: once for each time.
    void aSearchAboveGoesOnAsOneReads()
    {
        m_fixture->list.everyNth = 1000;
        m_fixture->list.patience = 5000;
        m_fixture->list.counts = false;
        m_fixture->model.open(RowOrder::NewestFirst, m_fixture->list.timeOf(5'000'000));
        ModelFixture::spin();
        const int rows = m_fixture->model.rowCount();
        m_fixture->model.setVisibleRows(0, rows - 1);
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.rowCount(), rows + 5);
        QVERIFY(m_fixture->model.searchedTo(End::Upper));
        QVERIFY(!m_fixture->model.canFetchPrevious());
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.rowCount(), rows + 5);
        m_fixture->model.setVisibleRows(3, rows + 2);
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.rowCount(), rows + 10);
    }

    /// Nothing was found yet: that is no empty list.
    void nothingFoundYetIsNotTheEnd()
    {
        m_fixture->list.everyNth = 9'000'000;
        m_fixture->list.patience = 400'000;
        m_fixture->list.counts = false;
        m_fixture->model.open();
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.rowCount(), 0);
        QVERIFY(m_fixture->model.hasMore());
        for (int i = 0; i < 2; ++i) {
            m_fixture->model.searchFurther();
            ModelFixture::spin();
        }
        QCOMPARE(m_fixture->model.rowCount(), 1);
        QCOMPARE(m_fixture->model.at(0).number, 9'000'000);
    }

private:
    std::unique_ptr<LongListFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
