// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/usage/metering_writer.h"
#include "platform/core/decision/metering.h"
#include "platform/store/rows/call_rows.h"
#include "tests/platform/admin/admin_fixture.h"

#include <QtTest>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

/// A sink and what is behind it, which can be stopped.
struct Behind
{
    std::shared_ptr<RecordSink> sink;
    std::function<void()> start;
    std::function<void()> stop; ///< everything that was taken is where it belongs
};
using MakeBehind = std::function<Behind(AdminContext &, std::size_t capacity)>;

Behind intoTheStore(AdminContext &context, std::size_t capacity)
{
    struct Parts
    {
        CallQueue queue;
        NoOtherNodes others;
        MeteringWriter writer;
        Parts(AdminContext &within, std::size_t room) : queue(room), writer(within, queue, others) {}
    };
    auto parts = std::make_shared<Parts>(context, capacity);
    return {std::shared_ptr<RecordSink>(parts, &parts->queue), [parts] { parts->writer.start(); },
            [parts] { parts->writer.stop(); }};
}

} // namespace

Q_DECLARE_METATYPE(MakeBehind)

/// What a sink of call records holds, whatever is behind it: seen in the figures and records that arrive.
class TestRecordSink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<AdminFixture>();
        m_partner = m_fixture->makePartner(u"sink"_s);
        m_credential = m_fixture->makeCredential(m_partner).id;
    }
    void cleanup() { m_fixture.reset(); }

    void everyRecordArrivesOnce_data() { sinks(); }
    void everyRecordArrivesOnce()
    {
        QFETCH(MakeBehind, make);
        const Behind behind = make(context(), 65536);
        behind.start();
        constexpr int threads = 4;
        constexpr int calls = 500;
        std::vector<std::thread> all;
        for (int thread = 0; thread < threads; ++thread) {
            all.emplace_back([&, thread] {
                for (int i = 0; i < calls; ++i)
                    (void)behind.sink->push(callOf(thread * calls + i));
            });
        }
        for (std::thread &each : all)
            each.join();
        for (int i = 0; i < 7; ++i)
            QVERIFY(behind.sink->pushCounted(callOf(100'000 + i)));
        behind.stop();
        const auto arrived = context().store.readNow<QSet<QString>>([](Tx &tx) {
            QSet<QString> ids;
            for (const call_rows::Stored &each : call_rows::after(tx, tx.node().number, 0, 100'000))
                ids.insert(each.call.id);
            return ids;
        });
        QVERIFY(arrived);
        QCOMPARE(arrived->size(), threads * calls);
        QVERIFY(!arrived->contains(callOf(100'000).id));
        QCOMPARE(served(), threads * calls + 7);
        QCOMPARE(uncounted(), 0);
    }

    void whatWasSentIsRedactedAndBounded_data() { sinks(); }
    void whatWasSentIsRedactedAndBounded()
    {
        QFETCH(MakeBehind, make);
        const Behind behind = make(context(), 65536);
        const AdminFixture::Issued issued = m_fixture->makeCredential(m_partner);
        const QString secret = QString::fromLatin1(issued.text.view());
        CallRecord call = callOf(1);
        call.path = u"/a/"_s + secret + QString(5000, u'x');
        call.userAgent = secret;
        call.requestId = secret;
        behind.start();
        QVERIFY(behind.sink->push(call));
        behind.stop();
        const auto stored = context().store.readNow<std::optional<CallRecord>>(
            [&](Tx &tx) { return call_rows::find(tx, call.id); });
        QVERIFY(stored && *stored);
        for (const QString &text : {(*stored)->path, (*stored)->userAgent, (*stored)->requestId})
            QVERIFY2(!text.contains(secret.right(40)), qPrintable(text));
        QVERIFY((*stored)->path.size() <= 512);
    }

    void whatIsNotTakenIsAGap_data() { sinks(); }
    /// While nothing behind it moves; and nobody waits.
    void whatIsNotTakenIsAGap()
    {
        QFETCH(MakeBehind, make);
        const Behind behind = make(context(), 10);
        int taken = 0;
        for (int i = 0; i < 25; ++i)
            taken += behind.sink->push(callOf(i)) ? 1 : 0;
        QVERIFY(taken >= 10 && taken < 25);
        behind.start();
        behind.stop();
        QCOMPARE(served(), taken);
        QCOMPARE(uncounted(), 25 - taken);
        QVERIFY(!behind.sink->push(callOf(99))); // after the end
    }

    void aStoreThatWasAwayGetsAll_data() { sinks(); }
    void aStoreThatWasAwayGetsAll()
    {
        QFETCH(MakeBehind, make);
        const Behind behind = make(context(), 65536);
        {
            const StalledStore stalled(context().store);
            behind.start();
            for (int i = 0; i < 100; ++i)
                QVERIFY(behind.sink->push(callOf(i)));
        }
        behind.stop();
        QCOMPARE(served(), 100);
        QCOMPARE(uncounted(), 0);
    }

    /// Between batches, also when there is none; told is what was stored.
    void whatOthersCountIsLearned()
    {
        class OtherNode final : public CounterExchange
        {
        public:
            explicit OtherNode(AdminContext &context) : m_context(context) {}
            std::vector<CountElsewhere> exchange(const std::vector<QuotaCount> &own) override
            {
                const QDate day = m_context.now().date();
                const auto stored = m_context.store.readNow<std::vector<QuotaCount>>(
                    [&](Tx &tx) { return m_context.usage.quotasSince(tx, day); });
                for (const QuotaCount &each : own)
                    storedWhenTold =
                        storedWhenTold && std::find(stored->begin(), stored->end(), each) != stored->end();
                told.insert(told.end(), own.begin(), own.end());
                return {{u"prt_other"_s, Realm::Sandbox, day, 30}};
            }
            std::vector<QuotaCount> told;
            bool storedWhenTold = true;

        private:
            AdminContext &m_context;
        };
        CallQueue queue;
        OtherNode other(context());
        const Moment now = m_fixture->clock.now();
        const LimitSubject subject{m_partner, Realm::Sandbox, {1e6, 1000, 100}, QTimeZone::utc()};
        QCOMPARE(context().counters.take(subject, now).outcome, LimitVerdict::Outcome::Allowed);
        {
            MeteringWriter writer(context(), queue, other);
            writer.start();
            writer.stop();
        }
        QCOMPARE(other.told,
                 (std::vector<QuotaCount>{{m_partner, Realm::Sandbox, context().now().date(), 1, 0}}));
        QVERIFY(other.storedWhenTold);
        QCOMPARE(context().counters.quotaUsed(u"prt_other"_s, Realm::Sandbox, QTimeZone::utc(), now.wall),
                 30);
        CallQueue empty;
        OtherNode again(context());
        {
            MeteringWriter writer(context(), empty, again);
            writer.start();
            writer.stop();
        }
        QVERIFY(again.told.empty());
        QCOMPARE(context().counters.quotaUsed(u"prt_other"_s, Realm::Sandbox, QTimeZone::utc(), now.wall),
                 30);
    }

private:
    static void sinks()
    {
        QTest::addColumn<MakeBehind>("make");
        QTest::newRow("into the store") << MakeBehind(intoTheStore);
    }
    [[nodiscard]] AdminContext &context() const { return m_fixture->administration->context(); }
    [[nodiscard]] CallRecord callOf(int number) const
    {
        return m_fixture->servedCall(m_partner, m_credential, number);
    }
    [[nodiscard]] UsageSeries series() const
    {
        const QDateTime now = context().now();
        return context()
            .store
            .readNow<UsageSeries>([&](Tx &tx) {
                return context().usage.series(
                    tx, {m_partner, now.addDays(-2), now.addDays(2), Bucket::Hour, Breakdown::Outcome, {}});
            })
            .value();
    }
    [[nodiscard]] qint64 served() const
    {
        const UsageSeries found = series();
        return found.lines.isEmpty() ? 0 : found.lines.constFirst().total;
    }
    [[nodiscard]] qint64 uncounted() const { return series().uncounted; }

    std::unique_ptr<AdminFixture> m_fixture;
    QString m_partner;
    QString m_credential;
};

QTEST_GUILESS_MAIN(TestRecordSink)
#include "tst_record_sink.moc"
