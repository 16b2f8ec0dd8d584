// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/limits/counter_exchange.h"
#include "platform/core/limits/counters.h"

#include <QTest>

#include <functional>
#include <memory>

using namespace pc;
using namespace pc::platform;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Verdict = LimitVerdict::Outcome;
using MakeExchange = std::function<std::unique_ptr<CounterExchange>()>;

const QDate today(2026, 3, 10);

Moment noonOf(const QDate &day)
{
    return {instantOf(QDateTime(day, QTime(12, 0), Qt::UTC)), 0ns};
}

LimitSubject quotaOf(qint64 quota)
{
    return {u"prt_1"_s, Realm::Production, {1e6, 1000000, quota}, QTimeZone::utc()};
}

CountElsewhere elsewhere(qint64 used, const QDate &day = today)
{
    return {u"prt_1"_s, Realm::Production, day, used};
}

qint64 usedOn(const Counters &counters, const QDate &day = today)
{
    return counters.quotaUsed(u"prt_1"_s, Realm::Production, QTimeZone::utc(), noonOf(day).wall);
}

} // namespace

Q_DECLARE_METATYPE(MakeExchange)

/// What an exchange holds, whatever carries it, and what counters make of what it gives.
class TestCounterExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyExchangeHolds_data()
    {
        QTest::addColumn<MakeExchange>("make");
        QTest::newRow("no other nodes") << MakeExchange([] { return std::make_unique<NoOtherNodes>(); });
    }
    /// A node alone hears nothing, and least of all its own counts, however often it tells them.
    void everyExchangeHolds()
    {
        QFETCH(MakeExchange, make);
        const auto exchange = make();
        Counters counters;
        const LimitSubject limited = quotaOf(3);
        QVERIFY(exchange->exchange({}).empty());
        for (int i = 1; i <= 3; ++i) {
            QCOMPARE(counters.take(limited, noonOf(today)).outcome, Verdict::Allowed);
            const Counters::Dirty dirty = counters.takeDirty();
            for (int again = 0; again < 2; ++again)
                counters.merge(exchange->exchange(dirty.counts));
            counters.persisted(dirty, true);
            QCOMPARE(usedOn(counters), i);
        }
        QVERIFY(exchange->exchange({}).empty());
    }

    void whatOthersTookCounts()
    {
        Counters counters;
        const LimitSubject limited = quotaOf(5);
        QCOMPARE(counters.take(limited, noonOf(today)).outcome, Verdict::Allowed);
        counters.merge({elsewhere(3)});
        QCOMPARE(usedOn(counters), 4);
        QCOMPARE(counters.peek(limited, noonOf(today)).quotaRemaining, 1);
        QCOMPARE(counters.take(limited, noonOf(today)).outcome, Verdict::Allowed);
        QCOMPARE(counters.take(limited, noonOf(today)).outcome, Verdict::QuotaExceeded);
        // It is the others' to store.
        const Counters::Dirty dirty = counters.takeDirty();
        QCOMPARE(dirty.counts.size(), std::size_t(1));
        QCOMPARE(dirty.counts.front().used, 2);
        QCOMPARE(dirty.calls, std::vector<qint64>{2});
    }

    /// Twice, late, out of order: no harm.
    void countsOnlyGrow()
    {
        Counters counters;
        for (const qint64 told : {7, 7, 4, 0, 7})
            counters.merge({elsewhere(told)});
        QCOMPARE(usedOn(counters), 7);
        counters.merge({elsewhere(9)});
        QCOMPARE(usedOn(counters), 9);
        counters.merge({{u"prt_1"_s, Realm::Sandbox, today, 50}, {u"prt_2"_s, Realm::Production, today, 50}});
        QCOMPARE(usedOn(counters), 9);
    }

    /// Another day begins with what was told of it, and nothing of this one is lost before.
    void daysAreApart()
    {
        Counters counters;
        const QDate tomorrow = today.addDays(1);
        const LimitSubject limited = quotaOf(10);
        QCOMPARE(counters.take(limited, noonOf(today)).outcome, Verdict::Allowed);
        counters.merge({elsewhere(8)});
        counters.merge({elsewhere(2, tomorrow)}); // a node whose clock is ahead
        QCOMPARE(usedOn(counters, today), 9);     // and counts no less today
        QCOMPARE(counters.take(limited, noonOf(today)).outcome, Verdict::Allowed);
        QCOMPARE(counters.take(limited, noonOf(today)).outcome, Verdict::QuotaExceeded);
        const Counters::Dirty dirty = counters.takeDirty();
        QCOMPARE(dirty.counts, (std::vector<QuotaCount>{{u"prt_1"_s, Realm::Production, today, 2, 0}}));
        counters.persisted(dirty, true);
        counters.merge({elsewhere(9)}); // late
        QCOMPARE(usedOn(counters, today), 11);
        QCOMPARE(counters.take(limited, noonOf(tomorrow)).outcome, Verdict::Allowed);
        QCOMPARE(usedOn(counters, tomorrow), 3);
        QCOMPARE(usedOn(counters, tomorrow.addDays(1)), 0);
    }

    void aRestartKnowsBoth()
    {
        Counters counters(true);
        counters.restore({{u"prt_1"_s, Realm::Production, today, 4, 5}});
        const LimitSubject limited = quotaOf(10);
        QCOMPARE(usedOn(counters), 9);
        QCOMPARE(counters.take(limited, noonOf(today)).outcome, Verdict::Allowed);
        QCOMPARE(counters.take(limited, noonOf(today)).outcome, Verdict::QuotaExceeded);
        QCOMPARE(counters.takeDirty().counts,
                 (std::vector<QuotaCount>{{u"prt_1"_s, Realm::Production, today, 5, 0}}));
    }
};

QTEST_GUILESS_MAIN(TestCounterExchange)
#include "tst_counter_exchange.moc"
