// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/audit/audit_index.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/audit/event_counts.h"
#include "platform/store/audit/event_search.h"
#include "platform/store/audit/log_time.h"
#include "platform/store/rows/admin_rows.h"
#include "tests/platform/store_fixture.h"

#include <rapidcheck.h>

#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

constexpr qint64 size = 150'000; ///< more than two blocks
constexpr qint64 start = 1'770'000'000'000;

QDateTime at(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

/// Rows of a log as the appender writes them, without their bytes: of a few frequent values, many rare ones,
/// one that fills whole blocks, and a clock that was set back twice.
struct Log : StoreFixture
{
    Log()
    {
        tx.exec(
            u"INSERT INTO audit_events (idx, at, actor, action, target_id, partner_id, request_id, leaf, "
            "canonical) WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
            "SELECT i, %2 + i * 20 - CASE WHEN i < 90000 THEN 0 WHEN i < 120000 THEN 600000 ELSE 900000 "
            "END, CASE WHEN i BETWEEN 60000 AND 140000 OR i * 7919 % 10 < 7 THEN 'platform' ELSE 'ops-' "
            "|| (i * 31 % 3) END, CASE i * 104729 % 5 WHEN 0 THEN 'partner.edit' WHEN 1 THEN "
            "'partner.freeze' WHEN 2 THEN 'partners' WHEN 3 THEN 'session.begin' ELSE 'credential.' || "
            "(i % 40) END, 'tgt_' || (i * 6971 % 30000), CASE WHEN i % 3 = 0 THEN '' WHEN i % 1000 < 900 "
            "THEN 'prt_1' ELSE 'prt_' || (i % 50) END, 'req_' || (i / 2), x'00', x'00' FROM n"_s.arg(size - 1)
                .arg(start));
        tx.exec(u"INSERT INTO audit_partner_events SELECT partner_id, idx, actor, action, target_id FROM "
                "audit_events WHERE partner_id <> ''"_s);
        merkle::Frontier frontier;
        for (qint64 i = 0; i < size; ++i)
            frontier.append(QByteArray(merkle::hashSize, 'x'));
        tx.query(u"INSERT INTO audit_state (id, frontier, last_at) VALUES (1, ?, ?)"_s)
            .bind(frontier.serialise())
            .bind(start + (size - 1) * 20 - 900'000)
            .exec();
        LogTime::adopt(tx);
        {
            Statement words = tx.query(tx.dialect().searchInsert());
            for (qint64 i = 0; i < size; ++i)
                words.bind(i).bind(tx.dialect().searchDocument(wordsOf(i), i)).exec();
        }
        while (EventCounts::countSome(tx, 20) > 10) {
        }
    }
    /// Words of an event; every tenth has "tenth", one in the whole log has "once".
    [[nodiscard]] static QString wordsOf(qint64 i)
    {
        return (i % 10 == 0 ? u"event tenth n%1"_s : u"event other n%1"_s).arg(i % 7) +
               (i == 70'001 ? u" once"_s : QString());
    }
    [[nodiscard]] static QString conditionOfWord(const QString &text)
    {
        return text == u"tenth"  ? u"idx % 10 = 0"_s
               : text == u"n3"   ? u"idx % 7 = 3"_s
               : text == u"once" ? u"idx = 70001"_s
                                 : u"1 = 1"_s;
    }
    /// The filter as plain SQL, with values in it.
    [[nodiscard]] static QString whereOf(const AuditFilter &filter)
    {
        QStringList parts{u"1 = 1"_s};
        const auto add = [&parts](const QString &column, const QString &value, bool isExcluded) {
            if (value.isEmpty())
                return;
            const bool isFamily = value.endsWith(u".*"_s);
            const QString is = isFamily ? QString(column + u" LIKE '"_s + value.chopped(1) + u"%'"_s)
                                        : QString(column + u" = '"_s + value + u'\'');
            parts.append(isExcluded ? QString(u"NOT "_s + is) : is);
        };
        add(u"partner_id"_s, filter.partnerId, false);
        add(u"partner_id"_s, filter.notPartnerId, true);
        add(u"actor"_s, filter.actor, false);
        add(u"actor"_s, filter.notActor, true);
        add(u"action"_s, filter.action, false);
        add(u"action"_s, filter.notAction, true);
        add(u"target_id"_s, filter.targetId, false);
        add(u"target_id"_s, filter.notTargetId, true);
        add(u"request_id"_s, filter.requestId, false);
        if (!filter.text.isEmpty())
            parts.append(conditionOfWord(filter.text));
        if (filter.from)
            parts.append(u"at >= %1"_s.arg(filter.from->toMSecsSinceEpoch()));
        if (filter.to)
            parts.append(u"at < %1"_s.arg(filter.to->toMSecsSinceEpoch()));
        return u" FROM audit_events WHERE "_s + parts.join(u" AND "_s);
    }
    [[nodiscard]] std::vector<qint64> plain(const AuditFilter &filter, bool isNewestFirst, qint64 place,
                                            int most)
    {
        std::vector<qint64> found;
        {
            Statement row = tx.queryOnce(u"SELECT idx"_s + whereOf(filter) +
                                         (isNewestFirst ? u" AND idx < %1 ORDER BY idx DESC LIMIT %2"_s
                                                        : u" AND idx >= %1 ORDER BY idx LIMIT %2"_s)
                                             .arg(place)
                                             .arg(most));
            while (row.next())
                found.push_back(row.number(0));
        }
        tx.dropStatements();
        return found;
    }
    [[nodiscard]] qint64 plainCount(const AuditFilter &filter, const QString &more = {})
    {
        return numberOf(u"SELECT COUNT(*)"_s + whereOf(filter) + more);
    }
    [[nodiscard]] QList<qint64> plainBuckets(const AuditFilter &filter, const TimeHistogram &cut)
    {
        QList<qint64> counts(cut.matching.size(), 0);
        {
            Statement row = tx.queryOnce(
                u"SELECT (at - %1) / %2, COUNT(*)"_s.arg(cut.from.toMSecsSinceEpoch()).arg(cut.bucketMs) +
                whereOf(filter) + u" GROUP BY 1"_s);
            while (row.next())
                counts[row.number(0)] = row.number(1);
        }
        tx.dropStatements();
        return counts;
    }
};

AuditFilter anyFilter()
{
    AuditFilter filter;
    const auto maybe = [](QString &member, const QStringList &values) {
        if (*rc::gen::inRange(0, 5) == 0)
            member = values.at(*rc::gen::inRange<int>(0, static_cast<int>(values.size())));
    };
    maybe(filter.partnerId, {u"prt_1"_s, u"prt_7"_s, u"prt_none"_s});
    maybe(filter.notPartnerId, {u"prt_1"_s, u"prt_7"_s});
    maybe(filter.actor, {u"platform"_s, u"ops-1"_s, u"nobody"_s});
    maybe(filter.notActor, {u"platform"_s, u"ops-0"_s});
    maybe(filter.action,
          {u"partner.*"_s, u"partner.edit"_s, u"credential.*"_s, u"credential.7"_s, u"none.*"_s});
    maybe(filter.notAction, {u"partner.*"_s, u"session.begin"_s, u"none.*"_s});
    maybe(filter.targetId, {u"tgt_77"_s, u"tgt_x"_s});
    maybe(filter.notTargetId, {u"tgt_77"_s});
    if (*rc::gen::inRange(0, 10) == 0)
        filter.requestId = u"req_45000"_s;
    if (*rc::gen::inRange(0, 4) == 0)
        filter.text = *rc::gen::element(u"tenth"_s, u"n3"_s, u"once"_s, u"eve"_s);
    const auto anyTime = [] { return at(start + *rc::gen::inRange<qint64>(-100'000, size * 20)); };
    if (*rc::gen::inRange(0, 3) == 0)
        filter.from = anyTime();
    if (*rc::gen::inRange(0, 3) == 0)
        filter.to = anyTime();
    return filter;
}

} // namespace

class TestEventSearch : public QObject
{
    Q_OBJECT

    std::unique_ptr<Log> m_log;

private Q_SLOTS:
    void initTestCase() { m_log = std::make_unique<Log>(); }

    void runsOfTheClock()
    {
        Log &log = *m_log;
        QCOMPARE(log.numberOf(u"SELECT COUNT(*) FROM audit_runs"_s), 3);
        QCOMPARE(log.numberOf(u"SELECT SUM(idx) FROM audit_runs"_s), 210'000);
        QCOMPARE(log.numberOf(u"SELECT before_at FROM audit_runs WHERE idx = 90000"_s), start + 89'999 * 20);
        LogTime time(log.tx);
        QCOMPARE(time.earliest(), at(start));
        QCOMPARE(time.latest(), at(start + (size - 1) * 20 - 900'000));
        // Lived through twice: from 1,200,000 ms to 1,800,000.
        const auto ranges = time.ranges(at(start + 1'300'000), at(start + 1'400'000));
        QCOMPARE(ranges.size(), std::size_t(2));
        QCOMPARE(ranges.front(), (IndexRange{65'000, 70'000}));
        QCOMPARE(ranges.back(), (IndexRange{95'000, 100'000}));
        QCOMPARE(time.ranges({}, {}).size(), std::size_t(1));
    }

    /// Each of what two seconds of a clock that was wrong leave behind is in its span, and nobody who asks
    /// for another time is led there.
    void aClockThatWasWrong()
    {
        StoreFixture fixture;
        const auto append = [&fixture](qint64 second) {
            AuditEvent event = pc::test::sampleEvent(1);
            event.at = at(start + second * 1000);
            audit_log::append(fixture.tx, event);
        };
        for (const qint64 second : {0, 10, 20, 1'000'000, 1'000'001, 30, 40, 50, 60, -500'000, 70, 80, 90})
            append(second);
        LogTime time(fixture.tx);
        const auto newest = [&time](qint64 second) {
            return time.placeOf(at(start + second * 1000), RowOrder::NewestFirst);
        };
        const auto oldest = [&time](qint64 second) {
            return time.placeOf(at(start + second * 1000), RowOrder::OldestFirst);
        };
        QCOMPARE(newest(10), 2);
        QCOMPARE(oldest(10), 1);
        QCOMPARE(newest(24), 3); // after 20; 1,000,000 is far
        QCOMPARE(newest(28), 5); // before 30, in the run that begins with it
        QCOMPARE(oldest(45), 7);
        QCOMPARE(newest(75), 11);
        QCOMPARE(oldest(2'000'000), 5); // behind all of the run that came nearest
        QCOMPARE(newest(-500'000), 10);
        QCOMPARE(newest(-600'000), 9);
        QCOMPARE(time.ranges(at(start + 60'000), at(start + 70'001)),
                 (std::vector<IndexRange>{{8, 9}, {10, 11}}));
        QCOMPARE(time.earliest(), at(start - 500'000'000));
        QCOMPARE(time.latest(), at(start + 1'000'001'000));
    }

    void anyFilterIsWhatPlainSqlFinds()
    {
        Log &log = *m_log;
        QVERIFY(rc::check("found as by plain SQL", [&log] {
            const AuditFilter filter = anyFilter();
            const bool isNewestFirst = *rc::gen::arbitrary<bool>();
            const qint64 place = *rc::gen::inRange<qint64>(0, size + 1);
            const int most = *rc::gen::element(1, 20, 400);
            LogTime time(log.tx);
            EventSearch search(log.tx, filter);
            const auto ranges = time.ranges(filter.from, filter.to);
            const auto found = search.find(
                ranges, place, isNewestFirst ? RowOrder::NewestFirst : RowOrder::OldestFirst, most, {});
            RC_ASSERT(found.indexes == log.plain(filter, isNewestFirst, place, most));
            RC_ASSERT(!found.isCut);
            qint64 count = 0;
            for (const IndexRange &range : ranges)
                count += search.count(range, {}).events;
            RC_ASSERT(count == log.plainCount(filter));
        }));
    }

    void anyHistogramIsWhatPlainSqlCounts()
    {
        Log &log = *m_log;
        QVERIFY(rc::check("counted as by plain SQL", [&log] {
            const AuditFilter filter = anyFilter();
            const int most = *rc::gen::element(1, 7, 60, 300);
            const TimeHistogram made = audit_log::histogram(log.tx, filter, most, at(start + size * 20), {});
            RC_ASSERT(made.matching.size() >= 1 && made.matching.size() <= most);
            RC_ASSERT(!made.countedFrom.isValid());
            RC_ASSERT(made.matching == log.plainBuckets(filter, made));
        }));
    }

    void whatIsCutIsGoneOnWith_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("words") << u"text"_s << u"once"_s;
        QTest::newRow("family") << u"action"_s << u"credential.*"_s;
        QTest::newRow("left out") << u"notActor"_s << u"platform"_s;
        QTest::newRow("partner") << u"partner"_s << u"prt_7"_s;
        QTest::newRow("nothing left out") << u"notActor"_s << u"nobody"_s;
    }

    /// Time is over again and again: each answer says how far it came, and goes on from there.
    void whatIsCutIsGoneOnWith()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        Log &log = *m_log;
        AuditFilter filter;
        (field == u"text"      ? filter.text
         : field == u"action"  ? filter.action
         : field == u"partner" ? filter.partnerId
                               : filter.notActor) = value;
        if (field == u"partner")
            filter.notActor = u"platform"_s;
        for (const RowOrder order : {RowOrder::NewestFirst, RowOrder::OldestFirst}) {
            const bool isNewestFirst = order == RowOrder::NewestFirst;
            std::vector<qint64> found;
            int cuts = 0;
            qint64 place = isNewestFirst ? size : 0;
            for (int turn = 0; turn < 20; ++turn) {
                EventSearch search(log.tx, filter);
                const auto some = search.find({{0, size}}, place, order, size, [] { return true; });
                found.insert(found.end(), some.indexes.begin(), some.indexes.end());
                QVERIFY(isNewestFirst ? some.place < place : some.place > place);
                place = some.place;
                if (!some.isCut)
                    break;
                ++cuts;
            }
            QCOMPARE(found, log.plain(filter, isNewestFirst, isNewestFirst ? size : 0, size));
            QCOMPARE(cuts, field == u"partner" ? 0 : 2);
        }
        EventSearch search(log.tx, filter);
        const auto counted = search.count({0, size}, [] { return true; });
        QVERIFY(counted.events <= log.plainCount(filter));
        const TimeHistogram part =
            audit_log::histogram(log.tx, filter, 300, at(start + size * 20), [] { return true; });
        QVERIFY(part.countedFrom.isValid());
        const TimeHistogram whole = audit_log::histogram(log.tx, filter, 300, at(start + size * 20), {});
        for (qsizetype i = 0; i < whole.matching.size(); ++i)
            QCOMPARE(part.matching.at(i), part.startOf(i) < part.countedFrom ? 0 : whole.matching.at(i));
    }

    void nothingThere()
    {
        StoreFixture fixture;
        const TimeHistogram none = audit_log::histogram(fixture.tx, {}, 300, at(start), {});
        QCOMPARE(none.matching, QList<qint64>{0});
        QCOMPARE(none.asOf, at(start));
        const auto page = audit_log::list(fixture.tx, {});
        QVERIFY(page && page->items.isEmpty() && page->nextCursor.isEmpty() &&
                page->previousCursor.isEmpty());
        QCOMPARE(page->count, 0);
    }

    /// Whatever has been counted before, and from however far the index goes.
    void halfFilledTables() // last: they stay so
    {
        Log &log = *m_log;
        log.tx.exec(u"DELETE FROM audit_counts WHERE block % 3 = 1"_s);
        log.tx.exec(u"DELETE FROM audit_partner_events WHERE idx < 100001"_s);
        meta_rows::put(log.tx, u"audit_index_from"_s, u"100001"_s);
        anyHistogramIsWhatPlainSqlCounts();
        anyFilterIsWhatPlainSqlFinds();
    }
};

QTEST_GUILESS_MAIN(TestEventSearch)
#include "tst_event_search.moc"
