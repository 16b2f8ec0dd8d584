// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/change_publisher.h"
#include "tests/support/in_time.h"

#include <QtTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace std::chrono_literals;
using pc::test::inTime;

namespace {

Change change(const QString &id)
{
    return {ChangeKind::Partner, id, id, {}};
}

std::future<Changes> ask(ChangePublisher &feed, const QString &after, std::chrono::milliseconds wait)
{
    auto promise = std::make_shared<std::promise<Changes>>();
    auto future = promise->get_future();
    feed.wait(after, wait, [promise](Changes changes) { promise->set_value(std::move(changes)); });
    return future;
}

} // namespace

class TestChangeFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsAndIsWoken()
    {
        ChangePublisher feed(u"e1"_s);
        const QString head = inTime(ask(feed, {}, 0ms)).cursor;
        auto waiting = ask(feed, head, 20s);
        QCOMPARE(waiting.wait_for(20ms), std::future_status::timeout);
        feed.publish({change(u"a"_s)});
        const Changes answer = inTime(waiting);
        QVERIFY(!answer.reset);
        QCOMPARE(answer.changes.size(), 1);
        QCOMPARE(answer.changes.first().id, u"a"_s);
        feed.publish({change(u"b"_s), change(u"c"_s)});
        QCOMPARE(inTime(ask(feed, answer.cursor, 0ms)).changes.size(), 2);
    }
    void answersEmptyWhenTimeIsUp()
    {
        ChangePublisher feed(u"e1"_s);
        const QString head = inTime(ask(feed, {}, 0ms)).cursor;
        const Changes answer = inTime(ask(feed, head, 30ms));
        QVERIFY(answer.changes.isEmpty() && !answer.reset);
        QCOMPARE(answer.cursor, head);
    }
    void gapAndForeignCursorReset()
    {
        ChangePublisher::Options options;
        options.capacity = 4;
        ChangePublisher feed(u"e2"_s, options);
        const QString head = inTime(ask(feed, {}, 0ms)).cursor;
        for (int i = 0; i < 4; ++i)
            feed.publish({change(QString::number(i))});
        QCOMPARE(inTime(ask(feed, head, 0ms)).changes.size(), 4); // exactly what is kept
        feed.publish({change(u"4"_s)});
        for (const QString &lost : {head, u"e1.0"_s, u"e2.99"_s, u"nonsense"_s, u"e2.-1"_s, u"."_s}) {
            const Changes answer = inTime(ask(feed, lost, 20s)); // never waits
            QVERIFY2(answer.reset, qPrintable(lost));
            QVERIFY(answer.changes.isEmpty());
            // The reset leads to the head: whoever goes on from its cursor is not reset again and again.
            const Changes next = inTime(ask(feed, answer.cursor, 0ms));
            QVERIFY2(!next.reset && next.changes.isEmpty(), qPrintable(lost));
            QCOMPARE(next.cursor, inTime(ask(feed, {}, 0ms)).cursor);
        }
    }
    /// An epoch of digits alone: a number without one is no cursor of it.
    void aNumberIsNoCursor()
    {
        ChangePublisher feed(u"3"_s);
        for (int i = 0; i < 4; ++i)
            feed.publish({change(QString::number(i))});
        for (const QString &foreign : {u"3"_s, u".3"_s, u"3."_s, u"3.5"_s, u"3.3.3"_s})
            QVERIFY2(inTime(ask(feed, foreign, 0ms)).reset, qPrintable(foreign));
        const Changes last = inTime(ask(feed, u"3.3"_s, 0ms));
        QVERIFY(!last.reset);
        QCOMPARE(last.changes.size(), 1);
        QCOMPARE(last.cursor, u"3.4"_s);
    }
    /// Whoever is one too many is answered at once; one that was answered makes room.
    void fewWait()
    {
        ChangePublisher::Options options;
        options.maxWaiters = 2;
        ChangePublisher feed(u"e"_s, options);
        for (int round = 0; round < 2; ++round) {
            const QString from = inTime(ask(feed, {}, 0ms)).cursor;
            std::vector<std::future<Changes>> waiting;
            for (int i = 0; i < 2; ++i)
                waiting.push_back(ask(feed, from, 25s));
            const Changes refused = inTime(ask(feed, from, 25s));
            QVERIFY(refused.changes.isEmpty() && !refused.reset);
            QCOMPARE(refused.cursor, from);
            for (std::future<Changes> &each : waiting)
                QCOMPARE(each.wait_for(0ms), std::future_status::timeout);
            feed.publish({change(u"a"_s)});
            for (std::future<Changes> &each : waiting)
                QCOMPARE(inTime(each).changes.size(), 1);
        }
    }
    /// What came within the period is told by itself when it is over, though nobody stirs the feed any more.
    void usageIsToldWhenThePeriodIsOver()
    {
        ChangePublisher::Options options;
        options.usagePeriod = 100ms;
        ChangePublisher feed(u"e"_s, options);
        const QString head = inTime(ask(feed, {}, 0ms)).cursor;
        auto first = ask(feed, head, 20s);
        QElapsedTimer timer;
        timer.start();
        feed.usageAdvanced({u"p"_s});
        const Changes once = inTime(first);
        QCOMPARE(once.changes.size(), 1);
        QCOMPARE(once.changes.first().kind, ChangeKind::Usage);
        QCOMPARE(once.changes.first(), (Change{ChangeKind::Usage, {}, u"p"_s, {}}));
        auto second = ask(feed, once.cursor, 20s);
        feed.usageAdvanced({u"p"_s});
        const Changes again = inTime(second, 10s);
        QCOMPARE(again.changes.size(), 1);
        QVERIFY2(timer.elapsed() >= 90, qPrintable(QString::number(timer.elapsed())));
        // Another partner does not wait for it.
        auto third = ask(feed, again.cursor, 20s);
        feed.usageAdvanced({u"q"_s});
        QCOMPARE(inTime(third).changes.first().partnerId, u"q"_s);
        QVERIFY(inTime(ask(feed, inTime(ask(feed, {}, 0ms)).cursor, 0ms)).changes.isEmpty());
    }
    /// A thousand busy partners: each is told once, newest figures, and the writes between are all there.
    void figuresPushNoWriteOut()
    {
        ChangePublisher::Options options;
        options.capacity = 4;
        options.maxPerAnswer = 600;
        options.usagePeriod = 0ms;
        ChangePublisher feed(u"e"_s, options);
        QString cursor = inTime(ask(feed, {}, 0ms)).cursor;
        QSet<QString> busy;
        for (int i = 0; i < 1000; ++i)
            busy.insert(QString::number(i));
        for (int round = 0; round < 3; ++round) {
            const QString before = inTime(ask(feed, {}, 0ms)).cursor;
            feed.usageAdvanced(busy);
            QVERIFY(!inTime(ask(feed, before, 20s)).changes.isEmpty()); // told by the feed's own thread
            feed.publish({change(u"w%1"_s.arg(round))});
        }
        QStringList writes;
        QStringList partners;
        for (const qsizetype size : {600, 403, 0}) {
            const Changes answer = inTime(ask(feed, cursor, 0ms));
            QVERIFY(!answer.reset);
            QCOMPARE(answer.changes.size(), size);
            for (const Change &each : answer.changes) {
                if (each.kind == ChangeKind::Usage)
                    partners.append(each.partnerId);
                else
                    writes.append(each.id);
            }
            cursor = answer.cursor;
        }
        QCOMPARE(writes, (QStringList{u"w0"_s, u"w1"_s, u"w2"_s}));
        QCOMPARE(QSet<QString>(partners.begin(), partners.end()), busy);
        QCOMPARE(partners.size(), busy.size());
        QCOMPARE(cursor, inTime(ask(feed, {}, 0ms)).cursor);
        feed.publish({change(u"w3"_s), change(u"w4"_s)});
        QVERIFY(inTime(ask(feed, u"e.0"_s, 0ms)).reset); // five writes, four are kept
    }
    void anAuditedChangeNamesObjectAndPartner()
    {
        AuditEvent event;
        event.id = u"evt_1"_s;
        event.targetId = u"crd_1"_s;
        event.partnerId = u"prt_1"_s;
        QCOMPARE(changeOf(ChangeKind::Credential, event),
                 (Change{ChangeKind::Credential, u"crd_1"_s, u"prt_1"_s, u"evt_1"_s}));
        QCOMPARE(changeOf(ChangeKind::Audit, event), (Change{ChangeKind::Audit, {}, u"prt_1"_s, u"evt_1"_s}));
    }
    void pagesFollowEachOther()
    {
        ChangePublisher::Options options;
        options.maxPerAnswer = 2;
        ChangePublisher feed(u"e3"_s, options);
        QString cursor = inTime(ask(feed, {}, 0ms)).cursor;
        for (int i = 0; i < 5; ++i)
            feed.publish({change(QString::number(i))});
        QStringList seen;
        for (const qsizetype size : {2, 2, 1, 0}) {
            const Changes answer = inTime(ask(feed, cursor, 0ms));
            QVERIFY(!answer.reset);
            QCOMPARE(answer.changes.size(), size);
            for (const Change &each : answer.changes)
                seen += each.id;
            cursor = answer.cursor;
        }
        QCOMPARE(seen, (QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    }
    void usageIsToldOncePerPeriod()
    {
        ChangePublisher::Options options;
        options.usagePeriod = 300ms;
        ChangePublisher feed(u"e"_s, options);
        QString cursor = inTime(ask(feed, {}, 0ms)).cursor;
        QElapsedTimer timer;
        timer.start();
        int told = 0;
        while (timer.elapsed() < 1000) {
            feed.usageAdvanced({u"p"_s});
            const Changes answer = inTime(ask(feed, cursor, 10ms));
            cursor = answer.cursor;
            told += static_cast<int>(answer.changes.size());
        }
        QVERIFY2(told >= 2 && told <= 4, qPrintable(QString::number(told)));
    }
    void stopAnswersEverybody()
    {
        ChangePublisher feed(u"e"_s);
        const QString head = inTime(ask(feed, {}, 0ms)).cursor;
        auto waiting = ask(feed, head, 25s);
        feed.stop();
        QCOMPARE(waiting.wait_for(5s), std::future_status::ready);
        QCOMPARE(ask(feed, head, 25s).wait_for(5s), std::future_status::ready);
    }
};

QTEST_GUILESS_MAIN(TestChangeFeed)
#include "tst_change_feed.moc"
