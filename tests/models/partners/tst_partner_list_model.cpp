// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/partners/partner_list_model.h"
#include "tests/models/model_fixture.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;

/// The Partners list, and with it the paging and merging that all paged lists share.
class TestPartnerListModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ModelFixture>();
        m_model = std::make_unique<PartnerListModel>(m_fixture->partners, m_fixture->feed);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        QVERIFY(m_fixture->transport.isUsedUp());
        m_tester.reset();
        m_model.reset();
        m_fixture.reset();
    }

    void loads()
    {
        QCOMPARE(m_model->state(), LoadState::Idle);
        QVERIFY(!m_model->canFetchMore({}));
        script(range(1, 3), {}, 3);
        m_model->setQuery({});
        QCOMPARE(m_model->state(), LoadState::Loading);
        QTRY_COMPARE(m_model->state(), LoadState::Ready);
        QCOMPARE(m_model->rowCount(), 3);
        QCOMPARE(m_model->count(), std::optional<qint64>(3));
        QCOMPARE(m_model->loadedAt(), m_fixture->clock.now());
        QCOMPARE(m_model->rowOf(u"prt_0002"_s), 1);
        QCOMPARE(m_model->idAt(1), u"prt_0002"_s);
        QCOMPARE(m_model->rowOf(u"prt_9"_s), -1);
        QVERIFY(!m_model->hasMore());
    }

    void cellsHaveValueTextAndSentence()
    {
        script(range(1, 1));
        m_model->setQuery({});
        QTRY_COMPARE(m_model->rowCount(), 1);
        for (int column = 0; column < PartnerListModel::ColumnCount; ++column) {
            const QModelIndex cell = m_model->index(0, column);
            QVERIFY(cell.data(ValueRole).isValid());
            QVERIFY(cell.data(Qt::DisplayRole).canConvert<QString>());
            QVERIFY(!cell.data(Qt::AccessibleTextRole).toString().isEmpty());
            QCOMPARE(cell.data(IdRole).toString(), u"prt_0001"_s);
            QVERIFY(!m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        }
        QCOMPARE(m_model->index(0, PartnerListModel::QuotaColumn).data(ValueRole).toDouble(), 0.25);
        QCOMPARE(m_model->index(0, PartnerListModel::ErrorsColumn).data(ValueRole).toDouble(), 0.01);
        QCOMPARE(m_model->index(0, PartnerListModel::StageColumn).data(ValueRole).toInt(),
                 int(Stage::Production));
        const QString sentence = m_model->index(0, 0).data(Qt::AccessibleTextRole).toString();
        for (const QString &part : {u"Partner 0001"_s, u"Production"_s, u"Healthy"_s, u"ops-1"_s})
            QVERIFY2(sentence.contains(part), qPrintable(sentence));
    }

    void pagesAreFetchedOneByOne()
    {
        scriptService(250);
        m_model->setQuery({});
        fetchAll();
        QCOMPARE(cursors(), (QStringList{QString(), u"100"_s, u"200"_s}));
        QCOMPARE(rows(), range(1, 250));
        QVERIFY(!m_model->hasMore());
        QVERIFY(!m_model->canFetchMore({}));
    }

    void nothingIsFetchedWhileBusyOrBelowARow()
    {
        m_fixture->transport.reply("GET", u"/partners"_s, pageOf(range(1, 100), u"c1"_s));
        m_fixture->transport.reply("GET", u"/partners"_s, pageOf(range(101, 120))).hold();
        m_model->setQuery({});
        QTRY_COMPARE(m_model->rowCount(), 100);
        m_model->fetchMore({});
        QTRY_COMPARE(m_fixture->transport.heldCount(), 1);
        QVERIFY(m_model->isBusy());
        QVERIFY(m_model->hasMore());
        QVERIFY(!m_model->canFetchMore({}));
        QVERIFY(!m_model->canFetchMore(m_model->index(0, 0)));
        m_model->fetchMore({});
        QCOMPARE(m_fixture->transport.sent().size(), 2);
        m_fixture->transport.release();
        QTRY_COMPARE(m_model->rowCount(), 120);
    }

    /// A view asks again and again while it scrolls: a failed page waits for retry().
    void aFailedPageWaitsForRetry()
    {
        script(range(1, 100), u"c1"_s);
        m_model->setQuery({});
        QTRY_COMPARE(m_model->rowCount(), 100);
        m_fixture->transport.problem("GET", u"/partners"_s, 500, u"internal"_s);
        m_model->fetchMore({});
        QTRY_VERIFY(m_model->pageFailed());
        QCOMPARE(m_model->state(), LoadState::Ready);
        QCOMPARE(m_model->error()->kind, client::ErrorKind::Server);
        const auto before = m_fixture->transport.sent().size();
        for (int i = 0; i < 30; ++i) {
            QVERIFY(!m_model->canFetchMore({}));
            m_model->fetchMore({});
        }
        QCOMPARE(m_fixture->transport.sent().size(), before);
        script(range(101, 120));
        m_model->retry();
        QTRY_COMPARE(m_model->rowCount(), 120);
        QVERIFY(!m_model->pageFailed());
        QVERIFY(!m_model->error());
        QCOMPARE(m_fixture->transport.last().queryValue(u"cursor"_s), u"c1"_s);
    }

    void aDeadCursorStartsOver()
    {
        script(range(1, 100), u"c1"_s);
        m_model->setQuery({});
        QTRY_COMPARE(m_model->rowCount(), 100);
        m_fixture->transport.problem("GET", u"/partners"_s, 400, u"bad_cursor"_s);
        m_model->fetchMore({});
        QTRY_VERIFY(m_model->pageFailed());
        script(range(1, 100), u"c2"_s);
        m_model->retry();
        QTRY_VERIFY(m_model->canFetchMore({}));
        QCOMPARE(m_fixture->transport.last().queryValue(u"cursor"_s), QString());
    }

    void answersToAnOlderQueryAreDropped()
    {
        m_fixture->transport.reply("GET", u"/partners"_s, pageOf(range(1, 5))).hold();
        m_model->setQuery({});
        PartnerQuery other;
        other.text = u"x"_s;
        script(range(6, 7));
        m_model->setQuery(other);
        m_fixture->transport.release();
        QTRY_COMPARE(m_model->rowCount(), 2);
        ModelFixture::spin();
        QCOMPARE(m_model->idAt(0), u"prt_0006"_s);
        QCOMPARE(m_fixture->transport.last().queryValue(u"q"_s), u"x"_s);
    }

    /// A refresh keeps the current row and what is selected, wherever they have moved.
    void refreshKeepsPlaces()
    {
        script(range(1, 6));
        m_model->setQuery({});
        QTRY_COMPARE(m_model->rowCount(), 6);
        const QPersistentModelIndex third(m_model->index(2, 0));
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);

        QList<Partner> next = range(1, 6);
        next[0].owner = u"ops-2"_s;
        next.removeAt(4);
        next.move(2, 4 - 1);
        next.prepend(samplePartner(9));
        m_fixture->transport.reply("GET", u"/partners"_s, pageOf(next));
        m_model->refresh();
        QTRY_COMPARE(m_model->idAt(0), u"prt_0009"_s);
        QCOMPARE(rows(), next);
        QCOMPARE(third.row(), m_model->rowOf(u"prt_0003"_s));
        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.count(), 1); // the one row whose value changed
    }

    void anyListBecomesAnyOther()
    {
        QRandomGenerator random(7);
        script(range(1, 20));
        m_model->setQuery({});
        QTRY_COMPARE(m_model->rowCount(), 20);
        for (int round = 0; round < 60; ++round) {
            QList<Partner> next;
            for (int number = 1; number <= 30; ++number) {
                if (random.bounded(3) > 0)
                    next.append(samplePartner(number));
            }
            std::shuffle(next.begin(), next.end(), random);
            if (!next.isEmpty())
                next[0].notes = QString::number(round);
            m_fixture->transport.reply("GET", u"/partners"_s, pageOf(next));
            m_model->refresh();
            ModelFixture::spin();
            QCOMPARE(rows(), next);
            for (int row = 0; row < m_model->rowCount(); ++row)
                QCOMPARE(m_model->rowOf(m_model->idAt(row)), row);
        }
    }

    void refreshCoversAllShownPages()
    {
        scriptService(2300);
        m_model->setQuery({});
        fetchAll();
        QCOMPARE(m_model->rowCount(), 2300);
        const auto before = m_fixture->transport.sent().size();
        m_model->refresh();
        QTRY_VERIFY(!m_model->isBusy());
        QCOMPARE(m_model->rowCount(), 2300);
        QCOMPARE(m_fixture->transport.sent().size() - before, 3); // pages of 1000
        QCOMPARE(m_fixture->transport.last().queryValue(u"limit"_s), u"1000"_s);
    }

    void changesAreFetchedOnce()
    {
        script(range(1, 3));
        m_model->setQuery({});
        QTRY_COMPARE(m_model->rowCount(), 3);
        script(range(1, 4));
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Partner, u"prt_0004"_s));
        Q_EMIT m_fixture->feed.changed(changeAbout(ChangeKind::Usage, u"prt_0004"_s));
        m_fixture->tell(ChangeKind::Grant, u"prt_0004"_s);
        QCOMPARE(m_model->rowCount(), 4);
        QCOMPARE(m_fixture->transport.sent().size(), 2);
    }

    void aListThatNobodyOpenedFetchesNothing()
    {
        m_fixture->tell(ChangeKind::Partner, u"prt_0004"_s);
        QVERIFY(m_fixture->transport.sent().isEmpty());
    }

    void failuresSayWhatIsThere_data()
    {
        QTest::addColumn<Asked>("asked");
        QTest::addColumn<int>("status"); // 0: unreachable
        QTest::addColumn<LoadState>("state");
        QTest::addColumn<int>("rowsLeft");
        QTest::newRow("first, offline") << Asked::First << 0 << LoadState::Offline << 0;
        QTest::newRow("first, broken") << Asked::First << 500 << LoadState::Error << 0;
        QTest::newRow("first, forbidden") << Asked::First << 403 << LoadState::Forbidden << 0;
        QTest::newRow("again, offline") << Asked::Again << 0 << LoadState::Stale << 3;
        QTest::newRow("again, broken") << Asked::Again << 500 << LoadState::Stale << 3;
        QTest::newRow("again, forbidden") << Asked::Again << 403 << LoadState::Forbidden << 0;
        QTest::newRow("a further page, forbidden") << Asked::Further << 403 << LoadState::Forbidden << 0;
    }
    void failuresSayWhatIsThere()
    {
        QFETCH(Asked, asked);
        QFETCH(int, status);
        QFETCH(LoadState, state);
        QFETCH(int, rowsLeft);
        if (asked != Asked::First) {
            script(range(1, 3), asked == Asked::Further ? u"c1"_s : QString(), 3);
            m_model->setQuery({});
            QTRY_COMPARE(m_model->rowCount(), 3);
        }
        if (status == 0)
            m_fixture->transport.fault("GET", u"/partners"_s, client::TransportFault::Unreachable);
        else
            m_fixture->transport.problem("GET", u"/partners"_s, status, u"code"_s);
        if (asked == Asked::First)
            m_model->setQuery({});
        else if (asked == Asked::Again)
            m_model->refresh();
        else
            m_model->fetchMore({});
        QTRY_COMPARE(m_model->state(), state);
        QVERIFY(m_model->error().has_value());
        QCOMPARE(m_model->rowCount(), rowsLeft);
        QCOMPARE(m_model->count(), rowsLeft > 0 ? std::optional<qint64>(rowsLeft) : std::nullopt);
        QVERIFY(!m_model->canFetchMore({}));
        script(range(1, 2));
        m_fixture->tellReset(); // the service is back
        QTRY_COMPARE(m_model->state(), LoadState::Ready);
        QVERIFY(!m_model->error());
        QCOMPARE(m_model->rowCount(), 2);
    }

    void theServiceSorts()
    {
        script(range(1, 2));
        m_model->setQuery({});
        QTRY_COMPARE(m_model->rowCount(), 2);
        m_model->sort(PartnerListModel::ErrorsColumn, Qt::AscendingOrder); // it cannot
        QVERIFY(!PartnerListModel::canSort(PartnerListModel::ErrorsColumn));
        script(range(2, 3));
        m_model->sort(PartnerListModel::LastActivityColumn, Qt::DescendingOrder);
        QTRY_COMPARE(m_model->idAt(0), u"prt_0002"_s);
        QCOMPARE(m_fixture->transport.last().queryValue(u"sort"_s), u"-last_call_at"_s);
        m_model->sort(PartnerListModel::LastActivityColumn, Qt::DescendingOrder); // nothing new
        QCOMPARE(m_fixture->transport.sent().size(), 2);
    }

private:
    /// What failed: the first page, a refresh, or a further page.
    enum class Asked { First, Again, Further };

    static QList<Partner> range(int first, int last)
    {
        QList<Partner> partners;
        for (int number = first; number <= last; ++number)
            partners.append(samplePartner(number));
        return partners;
    }
    QList<Partner> rows() const
    {
        QList<Partner> partners;
        for (int row = 0; row < m_model->rowCount(); ++row)
            partners.append(m_model->partnerAt(row));
        return partners;
    }
    void script(const QList<Partner> &partners, const QString &cursor = {}, std::optional<qint64> count = {})
    {
        m_fixture->transport.reply("GET", u"/partners"_s, pageOf(partners, cursor, count));
    }

    /// A service with that many partners: the cursor is the number of rows before it.
    void scriptService(int total)
    {
        m_fixture->transport
            .on("GET", u"/partners"_s,
                [total](const SentRequest &sent) {
                    const int first = sent.queryValue(u"cursor"_s).toInt() + 1;
                    const int last = std::min(total, first - 1 + sent.queryValue(u"limit"_s).toInt());
                    const QJsonObject page =
                        pageOf(range(first, last), last < total ? QString::number(last) : QString(), total);
                    return ScriptedTransport::response(200, QJsonDocument(page).toJson());
                })
            .always();
    }
    void fetchAll()
    {
        QTRY_COMPARE(m_model->state(), LoadState::Ready);
        while (m_model->canFetchMore({})) {
            m_model->fetchMore({});
            QTRY_VERIFY(!m_model->isBusy());
        }
    }
    QStringList cursors() const
    {
        QStringList cursors;
        for (const SentRequest &sent : m_fixture->transport.sent())
            cursors.append(sent.queryValue(u"cursor"_s));
        return cursors;
    }

    std::unique_ptr<ModelFixture> m_fixture;
    std::unique_ptr<PartnerListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestPartnerListModel)
#include "tst_partner_list_model.moc"
