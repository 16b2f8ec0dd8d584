// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/audit_list_model.h"
#include "tests/models/base/long_list.h"
#include "tests/models/model_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A list in time that grows, and changes, while it is read.
class TestTimelineNews final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<LongListFixture>(); }
    void cleanup() { m_fixture.reset(); }

    /// The reader is not at the head, or the head is at the other end: new rows are counted.
    void newRowsAreHeldBack()
    {
        m_fixture->model.setLiveTail(true);
        m_fixture->model.open();
        ModelFixture::spin();
        m_fixture->model.setVisibleRows(20, 50);
        ModelFixture::spin();
        m_fixture->grow(12);
        QCOMPARE(m_fixture->model.heldCount(), 12);
        QVERIFY(!m_fixture->model.heldAtLeast());
        QCOMPARE(m_fixture->model.count(), std::optional<qint64>(m_fixture->list.size));
        const int rows = m_fixture->model.rowCount();
        m_fixture->model.showHeld();
        QCOMPARE(m_fixture->model.rowCount(), rows + 12);
        QCOMPARE(m_fixture->model.heldCount(), 0);
        QCOMPARE(m_fixture->model.at(0).number, m_fixture->list.size - 1);

        m_fixture->model.setOrder(RowOrder::OldestFirst);
        ModelFixture::spin();
        m_fixture->grow(3); // the window does not hold the newest: from now on they are compared
        m_fixture->grow(4);
        QCOMPARE(m_fixture->model.heldCount(), 4);
        m_fixture->grow(300);
        QVERIFY(m_fixture->model.heldAtLeast());
        QCOMPARE(m_fixture->model.heldCount(), 100);
        m_fixture->model.showHeld();
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.heldCount(), 0);
        QCOMPARE(m_fixture->model.at(m_fixture->model.rowCount() - 1).number, m_fixture->list.size - 1);
        m_fixture->model.setVisibleRows(70, 99); // at the newest, of the oldest first
        ModelFixture::spin();
        m_fixture->grow(2);
        QCOMPARE(m_fixture->model.heldCount(), 2);
        m_fixture->model.showHeld();
        QCOMPARE(m_fixture->model.at(m_fixture->model.rowCount() - 1).number, m_fixture->list.size - 1);
    }

    /// At the head they are put above what is read, again and again while the reader stays.
    void theLiveTailPutsRowsAbove()
    {
        QSignalSpy inserted(&m_fixture->model, &QAbstractItemModel::rowsInserted);
        m_fixture->model.open();
        ModelFixture::spin();
        m_fixture->model.setVisibleRows(0, 30);
        ModelFixture::spin();
        m_fixture->model.setLiveTail(true);
        m_fixture->grow(5);
        QCOMPARE(m_fixture->model.heldCount(), 0);
        QCOMPARE(m_fixture->model.unseenCount(), 5);
        QCOMPARE(inserted.constLast().at(1).toInt(), 0);
        m_fixture->model.setVisibleRows(5, 35); // what was seen stays where it is
        m_fixture->grow(6);
        QCOMPARE(m_fixture->model.unseenCount(), 11);
        m_fixture->model.setVisibleRows(11, 41);
        m_fixture->model.setVisibleRows(4, 34); // reads some of them
        QCOMPARE(m_fixture->model.unseenCount(), 4);
        m_fixture->grow(1);
        QCOMPARE(m_fixture->model.unseenCount(), 5);
        m_fixture->model.setVisibleRows(60, 90); // away from the head
        m_fixture->grow(7);
        QCOMPARE(m_fixture->model.heldCount(), 7);
        m_fixture->model.setVisibleRows(0, 30);
        QCOMPARE(m_fixture->model.unseenCount(), 0);
        m_fixture->model.setLiveTail(false);
        m_fixture->grow(1);
        QCOMPARE(m_fixture->model.heldCount(), 8);
    }

    /// More came than one look tells.
    void aGapIsNotGluedOver()
    {
        m_fixture->model.setLiveTail(true);
        m_fixture->model.open();
        ModelFixture::spin();
        m_fixture->model.setVisibleRows(0, 30);
        ModelFixture::spin();
        m_fixture->grow(5000);
        QCOMPARE(m_fixture->model.heldCount(), 100);
        QVERIFY(m_fixture->model.heldAtLeast());
        m_fixture->model.setVisibleRows(300, 330); // reading on changes nothing in that
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.heldCount(), 100);
        m_fixture->model.refresh(); // nor does who is elsewhere and asks
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.heldCount(), 100);
        m_fixture->model.setVisibleRows(0, 30);
        m_fixture->model.refresh();
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.heldCount(), 0);
        QCOMPARE(m_fixture->model.at(0).number, m_fixture->list.size - 1);
    }

    /// What was held back is counted on when the head is let go, and gone when it was read.
    void whatIsHeldIsReadAtLast()
    {
        m_fixture->read(0, 600);
        m_fixture->grow(10);
        QCOMPARE(m_fixture->model.heldCount(), 10);
        m_fixture->read(600, 12'000);
        QVERIFY(!m_fixture->model.isAtStart());
        QCOMPARE(m_fixture->model.heldCount(), 10);
        m_fixture->grow(5);
        QCOMPARE(m_fixture->model.heldCount(), 15);
        while (!m_fixture->model.isAtStart()) {
            m_fixture->model.setVisibleRows(0, 30);
            ModelFixture::spin();
        }
        QCOMPARE(m_fixture->model.at(0).number, m_fixture->list.size - 1);
        QCOMPARE(m_fixture->model.heldCount(), 0);
    }

    /// Something changed while a place was on its way: it is looked for once that is there.
    void aChangeOnTheWayIsNotMissed()
    {
        m_fixture->model.open();
        ModelFixture::spin();
        m_fixture->model.holds = true;
        m_fixture->model.showAt(m_fixture->list.timeOf(500));
        m_fixture->grow(3);
        QCOMPARE(m_fixture->model.waiting(), 1);
        m_fixture->model.answer();
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.waiting(), 1);
        QCOMPARE(m_fixture->model.asked.constLast(), (TimelineRequest{RowOrder::NewestFirst, {}, {}, 100}));
        m_fixture->model.answer();
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.heldCount(), 3);
    }

    /// A row that was stored later than its neighbours has its place between them.
    void aLateRowComesToItsPlace()
    {
        AuditListModel model(m_fixture->service.audit, m_fixture->service.feed);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto script = [this](const QList<int> &indexes) {
            QList<AuditEvent> events;
            for (const int index : indexes)
                events.append(sampleEvent(index));
            m_fixture->service.transport.reply("GET", u"/audit/events"_s, pageOf(events));
        };
        script({5, 4, 2});
        model.setQuery({});
        ModelFixture::spin();
        script({6, 5, 4, 3, 2});
        m_fixture->service.tell(ChangeKind::Audit);
        QCOMPARE(model.heldCount(), 2);
        QCOMPARE(model.rowCount(), 3);
        model.showHeld();
        for (int row = 0; row < 5; ++row)
            QCOMPARE(model.idAt(row), sampleEvent(6 - row).id);
    }

    void aRefreshReadsAgainWhatIsSeen()
    {
        m_fixture->model.rowsChange = true;
        m_fixture->model.open(RowOrder::NewestFirst, m_fixture->list.timeOf(5'000'000));
        ModelFixture::spin();
        m_fixture->model.setVisibleRows(0, 30);
        ModelFixture::spin();
        m_fixture->list.version = 1;
        m_fixture->model.setVisibleRows(300, 330);
        m_fixture->model.refresh();
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.at(300).version, 1);
        QCOMPARE(m_fixture->model.at(330).version, 1);
        QCOMPARE(m_fixture->model.at(100).version, 0);
        m_fixture->model.rowsChange = false;
        m_fixture->list.version = 2;
        m_fixture->model.refresh();
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.at(300).version, 1);
    }

    void theHistogramCountsToo()
    {
        m_fixture->list.counts = false;
        m_fixture->model.open();
        ModelFixture::spin();
        QVERIFY(!m_fixture->model.count());
        TimeHistogram histogram;
        histogram.from = m_fixture->list.timeOf(0);
        histogram.to = histogram.from.addSecs(40);
        histogram.bucketMs = 10'000;
        histogram.matching = {1, 2, 3, 4};
        m_fixture->model.takeHistogram(histogram);
        QCOMPARE(m_fixture->model.count(), std::optional<qint64>(10));
        histogram.countedFrom = histogram.from.addSecs(5);
        m_fixture->model.takeHistogram(histogram);
        QVERIFY(!m_fixture->model.count());
        QCOMPARE(m_fixture->model.countAtLeast(), std::optional<qint64>(10));
        histogram.countedFrom = {};
        histogram.keptSince = histogram.from.addSecs(15); // older ones are no rows of a list
        m_fixture->model.takeHistogram(histogram);
        QCOMPARE(m_fixture->model.countAtLeast(), std::optional<qint64>(7));
        m_fixture->list.counts = true; // the list itself counts: that is what is said
        m_fixture->model.refresh();
        ModelFixture::spin();
        QCOMPARE(m_fixture->model.count(), std::optional<qint64>(m_fixture->list.size));
        QVERIFY(!m_fixture->model.countAtLeast());
        m_fixture->list.counts = false;
        m_fixture->model.open(); // another question: nothing of it was counted
        QVERIFY(!m_fixture->model.count() && !m_fixture->model.countAtLeast());
        ModelFixture::spin();
    }

private:
    std::unique_ptr<LongListFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestTimelineNews)
#include "tst_timeline_news.moc"
