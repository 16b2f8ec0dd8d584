// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/factory/open_store.h"
#include "platform/store/rows/metering_rows.h"
#include "platform/store/rows/usage_rows.h"
#include "tests/platform/admin/admin_fixture.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using pc::platform::test::AdminFixture;

namespace {

const QDateTime noon({2026, 3, 2}, {12, 0}, Qt::UTC);

/// A store with roll-ups that a test lays out by hand.
struct Ledger
{
    QTemporaryDir dir;
    std::unique_ptr<Store> store;

    Ledger()
    {
        StoreOptions options;
        options.node = u"nod_test"_s;
        options.file = dir.path() + u"/store.db"_s;
        auto opened = openStore(options);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text));
        store = std::move(*opened);
    }
    /// Calls in the roll-ups of these widths, as they were written together or not.
    void count(const QDateTime &at, qint64 calls, std::initializer_list<qint64> buckets)
    {
        const auto done = store->writeNow<bool>([&](Tx &tx) {
            for (const qint64 bucket : buckets) {
                const qint64 start = at.toSecsSinceEpoch() / bucket * bucket;
                metering_rows::add(tx, {u"prt_1"_s,
                                        bucket,
                                        start,
                                        u"crd_1"_s,
                                        1,
                                        u"rte_1"_s,
                                        u"orders:read"_s,
                                        Outcome::Served,
                                        calls,
                                        {}});
            }
            return true;
        });
        QVERIFY(done);
    }
    [[nodiscard]] UsageSeries series(const QDateTime &from, const QDateTime &to, Bucket bucket,
                                     Breakdown breakdown = Breakdown::Outcome)
    {
        UsageQuery query;
        query.partnerId = u"prt_1"_s;
        query.from = from;
        query.to = to;
        query.bucket = bucket;
        query.breakdown = breakdown;
        return store->readNow<UsageSeries>([&](Tx &tx) { return usage_rows::series(tx, query); }).value();
    }
};

constexpr auto minute = metering_rows::minuteBucket;
constexpr auto hour = metering_rows::hourBucket;
constexpr auto day = metering_rows::dayBucket;

qint64 totalOf(const UsageSeries &series)
{
    qint64 total = 0;
    for (const UsageLine &line : series.lines)
        total += line.total;
    return total;
}

} // namespace

/// What is not kept is never zero; what is not over says so; a quota that is used up is used up now.
class TestUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void minutesThatAreKeptAreGiven()
    {
        Ledger ledger;
        ledger.count(noon.addSecs(60), 3, {minute, hour, day});
        ledger.count(noon.addSecs(120), 4, {minute, hour, day});
        const UsageSeries series = ledger.series(noon, noon.addSecs(3600), Bucket::Minute);
        QCOMPARE(series.bucket, Bucket::Minute);
        QCOMPARE(series.widened, Widened::Unknown);
        QCOMPARE(series.lines.first().values.size(), 60);
        QCOMPARE(series.lines.first().values.mid(0, 4), (QList<qint64>{0, 3, 4, 0}));
    }

    void hoursWithoutMinutesAreGivenByTheHour()
    {
        Ledger ledger;
        ledger.count(noon, 500, {hour, day});
        const UsageSeries series = ledger.series(noon.addSecs(600), noon.addSecs(2400), Bucket::Minute);
        QCOMPARE(series.bucket, Bucket::Hour);
        QCOMPARE(series.widened, Widened::NotKept);
        QCOMPARE(series.from, noon);
        QCOMPARE(series.to, noon.addSecs(3600));
        QCOMPARE(totalOf(series), 500);
    }

    /// One hour of the range is enough, and so is a part of one: half a truth in minutes would read as a
    /// fall.
    void aPartWithoutMinutesIsEnough()
    {
        Ledger ledger;
        ledger.count(noon, 500, {hour, day});
        ledger.count(noon.addSecs(60), 5, {minute, hour, day});
        ledger.count(noon.addSecs(3600), 7, {minute, hour, day});
        const UsageSeries both = ledger.series(noon, noon.addSecs(7200), Bucket::Minute);
        QCOMPARE(both.widened, Widened::NotKept);
        QCOMPARE(both.lines.first().values, (QList<qint64>{505, 7}));
        QCOMPARE(ledger.series(noon.addSecs(3600), noon.addSecs(7200), Bucket::Minute).bucket,
                 Bucket::Minute);
    }

    void daysWithoutHoursAreGivenByTheDay()
    {
        Ledger ledger;
        ledger.count(noon, 900, {day});
        const UsageSeries series = ledger.series(noon, noon.addSecs(4 * 3600), Bucket::Minute);
        QCOMPARE(series.bucket, Bucket::Day);
        QCOMPARE(series.widened, Widened::NotKept);
        QCOMPARE(totalOf(series), 900);
        QCOMPARE(ledger.series(noon, noon.addSecs(4 * 3600), Bucket::Hour).bucket, Bucket::Day);
    }

    /// Whatever the range and the width, no call that is kept somewhere is lost from the sum.
    void noWidthLosesCalls()
    {
        Ledger ledger;
        const QDateTime midnight({2026, 3, 2}, {0, 0}, Qt::UTC);
        qint64 all = 0;
        for (int i = 0; i < 24; ++i) {
            const qint64 calls = 10 + i;
            all += calls;
            if (i % 3 == 0)
                ledger.count(midnight.addSecs(i * 3600 + 90), calls, {minute, hour, day});
            else
                ledger.count(midnight.addSecs(i * 3600 + 90), calls, {hour, day});
        }
        for (const Bucket bucket : {Bucket::Minute, Bucket::Hour, Bucket::Day})
            QCOMPARE(totalOf(ledger.series(midnight, midnight.addDays(1), bucket)), all);
        for (int i = 0; i < 24; ++i) {
            const UsageSeries one =
                ledger.series(midnight.addSecs(i * 3600), midnight.addSecs((i + 1) * 3600), Bucket::Minute);
            QCOMPARE(totalOf(one), 10 + i);
            QCOMPARE(one.bucket, i % 3 == 0 ? Bucket::Minute : Bucket::Hour);
        }
    }

    void aTimeWithoutCallsIsTrulyEmpty()
    {
        Ledger ledger;
        ledger.count(noon, 5, {minute, hour, day});
        const UsageSeries series = ledger.series(noon.addSecs(7200), noon.addSecs(10800), Bucket::Minute);
        QCOMPARE(series.bucket, Bucket::Minute);
        QCOMPARE(series.widened, Widened::Unknown);
        QVERIFY(series.lines.isEmpty());
    }

    void tooManyBucketsSayThat()
    {
        Ledger ledger;
        ledger.count(noon, 5, {minute, hour, day});
        const UsageSeries series = ledger.series(noon, noon.addSecs(700 * 60), Bucket::Minute);
        QCOMPARE(series.bucket, Bucket::Hour);
        QCOMPARE(series.widened, Widened::TooMany);
    }

    void callsThatCouldNotBeRecordedAreSaid()
    {
        Ledger ledger;
        const auto done = ledger.store->writeNow<bool>([](Tx &tx) {
            for (const auto &[at, dropped] : {std::pair{noon, 12}, {noon.addSecs(3600), 30}})
                tx.query(u"INSERT INTO metering_gaps (at, dropped) VALUES (?, ?)"_s)
                    .bind(at)
                    .bind(qint64{dropped})
                    .exec();
            return true;
        });
        QVERIFY(done);
        QCOMPARE(ledger.series(noon, noon.addSecs(3600), Bucket::Minute).uncounted, 12);
        QCOMPARE(ledger.series(noon, noon.addSecs(7200), Bucket::Hour).uncounted, 42);
        QCOMPARE(ledger.series(noon.addSecs(-3600), noon, Bucket::Hour).uncounted, 0);
    }

    void theAnswerSaysWhenItWasTrue()
    {
        AdminFixture fixture;
        const QByteArray partner = fixture.makePartner(u"usage"_s).toLatin1();
        const QDateTime now = toDateTime(fixture.clock.now().wall);
        const auto reply = fixture.get("/partners/" + partner + "/usage?bucket=hour&from=" +
                                       now.addSecs(-7200).toString(Qt::ISODate).toLatin1() +
                                       "&to=" + now.addSecs(3600).toString(Qt::ISODate).toLatin1());
        QCOMPARE(reply.status, 200);
        QCOMPARE(QDateTime::fromString(reply.json.value(u"as_of"_s).toString(), Qt::ISODateWithMs).toUTC(),
                 now);
    }

    /// Of a day before the partner existed nothing is told.
    void quotaDaysBeginWithThePartner()
    {
        AdminFixture fixture;
        const QByteArray path = "/partners/" + fixture.makePartner(u"young"_s).toLatin1() + "/quota";
        const auto days = [&] { return fixture.get(path).json.value(u"days"_s).toArray(); };
        QCOMPARE(days().size(), 1);
        const QJsonValue first = days().first().toObject().value(u"day"_s);
        for (const auto &[advance, count] : {std::pair(1, 2), {1, 3}, {27, 30}, {1, 30}, {1, 30}}) {
            fixture.clock.advance(std::chrono::hours(24 * advance));
            fixture.signIn(u"tester"_s, {u"admin"_s}); // the old session is over
            QCOMPARE(days().size(), count);
            QCOMPARE(days().first().toObject().value(u"day"_s) == first, count < 30 || advance == 27);
        }
    }

    /// Told when the pace of the last hour uses the quota up before the day ends, and only then.
    void forecastFollowsThePace()
    {
        AdminFixture fixture;
        const QString partner = fixture.makePartner(u"pace"_s);
        const AdminFixture::Issued credential = fixture.makeCredential(partner);
        const QByteArray path = "/partners/" + partner.toLatin1() + "/quota";
        const QJsonObject before = fixture.get(path).json;
        const qint64 quota = before.value(u"quota"_s).toInteger();
        const QDate today = QDate::fromString(
            before.value(u"days"_s).toArray().last().toObject().value(u"day"_s).toString(), Qt::ISODate);
        constexpr int pace = 60; // calls of the last hour
        for (int i = 0; i < pace; ++i) {
            fixture.calls->push(fixture.servedCall(partner, credential.id, i));
        }
        CallRecord refused = fixture.servedCall(partner, credential.id, pace); // counted, and not kept
        refused.outcome = Outcome::Throttled;
        fixture.calls->pushCounted(refused);
        fixture.administration->start();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.get("/calls").json.value(u"count"_s).toInteger(), pace, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.get("/partners/" + partner.toLatin1())
                                      .json.value(u"summary"_s)
                                      .toObject()
                                      .value(u"throttled_24h"_s)
                                      .toInteger(),
                                  1, 20'000);
        const QDateTime now = toDateTime(fixture.clock.now().wall);
        const QDateTime ends =
            QDateTime::fromString(before.value(u"resets_at"_s).toString(), Qt::ISODateWithMs);
        const auto hours = static_cast<double>(now.msecsTo(ends)) / 3.6e6;
        for (const double share : {0.5, 0.9, 1.1, 2.0}) { // of what the pace can use until the end of the day
            const auto left = static_cast<qint64>(std::llround(pace * hours * share));
            QVERIFY(left < quota);
            fixture.counters->restore({{partner, Realm::Sandbox, today, quota - left}});
            const QJsonObject state = fixture.get(path).json;
            QCOMPARE(state.contains(u"exhausted_at"_s), share < 1);
            if (share > 1)
                continue;
            const QDateTime at =
                QDateTime::fromString(state.value(u"exhausted_at"_s).toString(), Qt::ISODateWithMs);
            QVERIFY(std::abs(now.secsTo(at) - static_cast<double>(left) * 3600 / pace) < 2);
        }
    }

    void forecastOfTheQuota_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<bool>("exhausted");
        QTest::newRow("nothing used, nobody calls") << 0.0 << false;
        QTest::newRow("one call left, nobody calls") << 0.999 << false;
        QTest::newRow("used up") << 1.0 << true;
        QTest::newRow("beyond") << 1.5 << true;
    }
    /// Used up is used up now, whatever the pace; what is not used up and not called has no forecast.
    void forecastOfTheQuota()
    {
        QFETCH(double, share);
        QFETCH(bool, exhausted);
        AdminFixture fixture;
        const QString partner = fixture.makePartner(u"quota"_s);
        const QByteArray path = "/partners/" + partner.toLatin1() + "/quota";
        const QJsonObject before = fixture.get(path).json;
        const qint64 quota = before.value(u"quota"_s).toInteger();
        QVERIFY(quota > 0);
        const QDate today = QDate::fromString(
            before.value(u"days"_s).toArray().last().toObject().value(u"day"_s).toString(), Qt::ISODate);
        const auto used = static_cast<qint64>(static_cast<double>(quota) * share);
        fixture.counters->restore({{partner, Realm::Sandbox, today, used}});
        const QJsonObject state = fixture.get(path).json;
        QCOMPARE(state.value(u"used"_s).toInteger(), used);
        const QJsonArray days = state.value(u"days"_s).toArray();
        QCOMPARE(days.last()[u"used"_s].toInteger(), used); // today's, as it is now
        QCOMPARE(days.last()[u"quota"_s].toInteger(), quota);
        QCOMPARE(state.contains(u"exhausted_at"_s), exhausted);
        if (exhausted)
            QCOMPARE(
                QDateTime::fromString(state.value(u"exhausted_at"_s).toString(), Qt::ISODateWithMs).toUTC(),
                toDateTime(fixture.clock.now().wall));
    }
};

QTEST_GUILESS_MAIN(TestUsage)
#include "tst_usage.moc"
