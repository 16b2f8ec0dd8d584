// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/audit/audit_log.h"
#include "tests/platform/store_fixture.h"

#include <rapidcheck.h>

#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

const QDateTime noon({2026, 3, 1}, {12, 0}, Qt::UTC);
const QStringList actions{u"partner.edit"_s, u"partner.freeze"_s, u"partners"_s, u"credential.issue"_s};

/// A log whose events are known.
struct Log : StoreFixture
{
    QList<AuditEvent> events;

    void append(qint64 seconds, int kind)
    {
        AuditEvent event = pc::test::sampleEvent(static_cast<int>(events.size()));
        event.at = noon.addSecs(seconds);
        event.actor = u"ops-%1"_s.arg(kind % 2);
        event.action = actions.at(kind % 4);
        event.targetId = u"tgt_%1"_s.arg(kind % 3);
        event.partnerId = kind % 5 == 0 ? QString() : u"prt_%1"_s.arg(kind % 5);
        event.requestId = u"req-%1"_s.arg(kind % 7);
        event.reason = u"word%1 ümlaut"_s.arg(kind % 3);
        event.changes.clear();
        events.append(audit_log::append(tx, event));
    }
    [[nodiscard]] auto page(const AuditQuery &query)
    {
        auto page = audit_log::list(tx, query);
        tx.dropStatements();
        return page;
    }
    /// Indexes of all pages from the query's place on; {-1} when one was refused.
    [[nodiscard]] QList<qint64> walk(AuditQuery query)
    {
        QList<qint64> found;
        for (int pages = 0; pages < 500; ++pages) {
            const auto each = page(query);
            if (!each || each->items.size() > query.limit)
                return {-1};
            for (const AuditRecord &record : each->items)
                found.append(record.event.index);
            query.cursor = each->nextCursor;
            if (query.cursor.isEmpty())
                break;
        }
        return found;
    }
    /// What `walk` finds, and what is before its first row in the opposite order.
    [[nodiscard]] std::pair<QList<qint64>, QList<qint64>> both(AuditQuery query)
    {
        const QList<qint64> onwards = walk(query);
        const auto first = page(query);
        if (!first || first->previousCursor.isEmpty())
            return {onwards, {}};
        query.cursor = first->previousCursor;
        query.order = query.order == RowOrder::OldestFirst ? RowOrder::NewestFirst : RowOrder::OldestFirst;
        return {onwards, walk(query)};
    }
};

bool isOf(const QString &action, const QString &asked)
{
    return asked.endsWith(u".*"_s) ? action.startsWith(asked.chopped(1)) : action == asked;
}

bool answers(const AuditEvent &event, const AuditFilter &filter)
{
    const auto is = [](const QString &asked, const QString &value) {
        return asked.isEmpty() || asked == value;
    };
    const auto isNot = [](const QString &asked, const QString &value) {
        return asked.isEmpty() || asked != value;
    };
    return is(filter.partnerId, event.partnerId) && isNot(filter.notPartnerId, event.partnerId) &&
           is(filter.actor, event.actor) && isNot(filter.notActor, event.actor) &&
           is(filter.targetId, event.targetId) && isNot(filter.notTargetId, event.targetId) &&
           is(filter.requestId, event.requestId) &&
           (filter.action.isEmpty() || isOf(event.action, filter.action)) &&
           (filter.notAction.isEmpty() || !isOf(event.action, filter.notAction)) &&
           (filter.text.isEmpty() || event.reason.contains(filter.text)) &&
           (!filter.from || event.at >= *filter.from) && (!filter.to || event.at < *filter.to);
}

AuditFilter anyFilter(int seconds)
{
    AuditFilter filter;
    const auto maybe = [](QString &member, const QStringList &values) {
        if (*rc::gen::inRange(0, 6) == 0)
            member = values.at(*rc::gen::inRange<int>(0, static_cast<int>(values.size())));
    };
    maybe(filter.partnerId, {u"prt_1"_s, u"prt_2"_s, u"prt_9"_s});
    maybe(filter.notPartnerId, {u"prt_1"_s, u"prt_3"_s});
    maybe(filter.actor, {u"ops-0"_s, u"ops-1"_s});
    maybe(filter.notActor, {u"ops-0"_s, u"nobody"_s});
    maybe(filter.action, {u"partner.*"_s, u"partner.edit"_s, u"partners"_s, u"grant.*"_s});
    maybe(filter.notAction, {u"partner.*"_s, u"credential.issue"_s});
    maybe(filter.targetId, {u"tgt_0"_s, u"tgt_1"_s});
    maybe(filter.notTargetId, {u"tgt_2"_s});
    maybe(filter.requestId, {u"req-3"_s});
    maybe(filter.text, {u"word1"_s, u"word2"_s});
    if (*rc::gen::inRange(0, 3) == 0)
        filter.from = noon.addSecs(*rc::gen::inRange(-2, seconds + 2));
    if (*rc::gen::inRange(0, 3) == 0)
        filter.to = noon.addSecs(*rc::gen::inRange(-2, seconds + 2));
    return filter;
}

} // namespace

class TestAuditList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// In either order, with pages of any size, from any place and with any filter: what a look at every
    /// event says, each once; and behind the other cursor all that is on the other side.
    void anyFilterFromAnyPlace()
    {
        Log log;
        for (int i = 0; i < 90; ++i)
            log.append(i / 2, i * 7 + i / 11); // two in each second
        QVERIFY(rc::check("pages are what the events say", [&log] {
            AuditQuery query;
            static_cast<AuditFilter &>(query) = anyFilter(45);
            const bool isNewestFirst = *rc::gen::arbitrary<bool>();
            query.order = isNewestFirst ? RowOrder::NewestFirst : RowOrder::OldestFirst;
            query.limit = *rc::gen::inRange(1, 30);
            if (*rc::gen::arbitrary<bool>())
                query.at = noon.addSecs(*rc::gen::inRange(-2, 47));
            QList<qint64> onwards;
            QList<qint64> behind;
            for (const AuditEvent &event : std::as_const(log.events)) {
                if (!answers(event, query))
                    continue;
                const bool isBehind =
                    query.at && (isNewestFirst ? event.at > *query.at : event.at < *query.at);
                (isBehind ? behind : onwards).append(event.index);
            }
            std::reverse(isNewestFirst ? onwards.begin() : behind.begin(),
                         isNewestFirst ? onwards.end() : behind.end());
            const auto found = log.both(query);
            RC_ASSERT(found.first == onwards);
            RC_ASSERT(found.second == behind);
        }));
    }

    /// A database as the release before left it: what is asked by time, and of a partner, is right at once;
    /// words are found again as they are indexed beside the service.
    void aLogOfTheReleaseBefore()
    {
        Log log;
        for (int i = 0; i < 60; ++i)
            log.append(i < 40 ? i : i - 20, i * 7 + i / 11);
        AuditQuery span;
        span.from = noon.addSecs(25);
        span.to = noon.addSecs(30);
        AuditQuery both;
        both.partnerId = u"prt_1"_s;
        both.actor = u"ops-1"_s;
        AuditQuery words;
        words.text = u"word1"_s;
        const auto spans = log.walk(span);
        const auto boths = log.walk(both);
        const auto found = log.walk(words);
        QCOMPARE(spans.size(), 10);
        QVERIFY(!boths.isEmpty() && !found.isEmpty());
        for (const QString &table : {u"audit_runs"_s, u"audit_counts"_s, u"audit_partner_events"_s})
            log.tx.exec(u"DROP TABLE "_s + table);
        log.tx.exec(u"DELETE FROM schema_migrations WHERE name = 'audit by time'"_s);
        migrate(log.tx, u"nod_test"_s);
        QCOMPARE(log.walk(span), spans);
        QCOMPARE(log.walk(both), boths);
        QCOMPARE(log.walk(words), QList<qint64>());
        QVERIFY(!log.page(words)->count && log.page(words)->countAtLeast == 0);
        QCOMPARE(audit_index::indexSome(log.tx, 20), 40);
        QCOMPARE(log.walk(both), boths);
        QList<qint64> newest = found;
        newest.removeIf([](qint64 index) { return index < 40; });
        QCOMPARE(log.walk(words), newest);
        while (audit_index::indexSome(log.tx, 20) > 0) {
        }
        QCOMPARE(log.walk(words), found);
        QCOMPARE(log.page(words)->count, found.size());
        QCOMPARE(log.walk(both), boths);
    }

    /// What is appended while somebody reads: nothing twice, nothing left out, and read on from where the
    /// first page began.
    void whatIsAppendedMeanwhile()
    {
        Log log;
        for (int i = 0; i < 10; ++i)
            log.append(i, i);
        AuditQuery query;
        query.limit = 4;
        query.at = noon.addSecs(7);
        auto page = log.page(query);
        QVERIFY(page);
        AuditQuery newer = query;
        newer.order = RowOrder::OldestFirst;
        newer.cursor = page->previousCursor;
        QCOMPARE(log.walk(newer), (QList<qint64>{8, 9}));
        log.append(10, 0);
        log.append(11, 1);
        query.cursor = page->nextCursor;
        QCOMPARE(log.walk(query), (QList<qint64>{3, 2, 1, 0}));
        QCOMPARE(log.walk(newer), (QList<qint64>{8, 9, 10, 11}));
        query.cursor.clear();
        query.at.reset();
        QVERIFY(log.page(query)->previousCursor.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAuditList)
#include "tst_audit_list.moc"
