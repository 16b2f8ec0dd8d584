// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/metering_rows.h"
#include "platform/store/rows/quota_rows.h"
#include "platform/store/rows/usage_rows.h"
#include "tests/platform/store_fixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using pc::platform::test::StoreFixture;

namespace {

constexpr auto minute = metering_rows::minuteBucket;
constexpr auto hour = metering_rows::hourBucket;
constexpr auto day = metering_rows::dayBucket;
constexpr std::initializer_list<qint64> allWidths{minute, hour, day};

const QDateTime noon({2026, 3, 2}, {12, 0}, Qt::UTC);
const QString partnerId = u"prt_0001"_s;

/// What a test does not set is the same in every cell.
struct Calls
{
    QDateTime at;
    qint64 calls = 1;
    QString credential = u"crd_1"_s;
    int generation = 1;
    QString route = u"rte_1"_s;
    Outcome outcome = Outcome::Served;
    QString scope = u"orders:read"_s;
    QString partner = partnerId;
    qint64 micros = 0;
};

struct Ledger : StoreFixture
{
    void count(const Calls &what, std::initializer_list<qint64> widths = allWidths)
    {
        for (const qint64 width : widths) {
            metering_rows::Cell cell{what.partner,
                                     width,
                                     what.at.toSecsSinceEpoch() / width * width,
                                     what.credential,
                                     what.generation,
                                     what.route,
                                     what.scope,
                                     what.outcome,
                                     what.calls,
                                     {}};
            if (what.micros > 0)
                cell.latency.add(what.micros, what.calls);
            metering_rows::add(tx, cell);
        }
    }
    void saw(const QString &credential, const SourceUse &use, const QDateTime &hourOf)
    {
        metering_rows::addSource(tx, credential, {partnerId, use, hourOf.toSecsSinceEpoch()});
    }
    UsageSeries series(const QDateTime &from, const QDateTime &to, Bucket bucket,
                       Breakdown breakdown = Breakdown::Outcome, const QString &credential = {})
    {
        UsageSeries series = usage_rows::series(tx, {partnerId, from, to, bucket, breakdown, credential});
        tx.dropStatements();
        return series;
    }
};

/// "key|label|total" of each line, in its order.
QStringList linesOf(const UsageSeries &series)
{
    QStringList lines;
    for (const UsageLine &line : series.lines)
        lines.append(line.key + u'|' + line.label + u'|' + QString::number(line.total));
    return lines;
}

} // namespace

class TestUsageRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Each breakdown names its lines; the most calls come first, then the key decides; what is gone is
    /// named by its key.
    void breakdownsNameTheirLines()
    {
        Ledger ledger;
        ledger.addPartner();
        ledger.addCredential(partnerId, u"crd_1"_s, u"till"_s);
        ledger.addCredential(partnerId, u"crd_2"_s, u"web"_s);
        Route route;
        route.id = u"rte_1"_s;
        route.method = u"GET"_s;
        route.pathTemplate = u"/api/v1/orders"_s;
        route.scope = u"orders:read"_s;
        catalogue_rows::put(ledger.tx, route);
        ledger.count({noon, 5});
        ledger.count({noon, 3, u"crd_1"_s, 2, u"rte_1"_s, Outcome::Refused});
        ledger.count({noon, 3, u"crd_2"_s, 1, u"rte_2"_s, Outcome::Throttled});
        ledger.count({noon, 9, u"crd_3"_s, 1, u"rte_3"_s});
        ledger.count({noon, 50, u"crd_1"_s, 1, u"rte_1"_s, Outcome::Served, u"s"_s, u"prt_0002"_s});
        for (const auto &[address, calls] :
             {std::pair(u"192.0.2.9"_s, 4), {u"192.0.2.1"_s, 4}, {u"198.51.100.1"_s, 6}})
            ledger.saw(u"crd_1"_s, {1, address, u"app"_s, noon, noon, calls}, noon);
        const auto linesBy = [&ledger](Breakdown breakdown, const QString &credential = {}) {
            return linesOf(ledger.series(noon, noon.addSecs(7200), Bucket::Hour, breakdown, credential));
        };
        QCOMPARE(linesBy(Breakdown::Outcome),
                 (QStringList{u"served|served|14"_s, u"refused|refused|3"_s, u"throttled|throttled|3"_s}));
        QCOMPARE(linesBy(Breakdown::Route),
                 (QStringList{u"rte_3|rte_3|9"_s, u"rte_1|GET /api/v1/orders|8"_s, u"rte_2|rte_2|3"_s}));
        QCOMPARE(linesBy(Breakdown::Credential),
                 (QStringList{u"crd_3|crd_3|9"_s, u"crd_1|till|8"_s, u"crd_2|web|3"_s}));
        QCOMPARE(linesBy(Breakdown::Generation),
                 (QStringList{u"crd_3#1|crd_3#1|9"_s, u"crd_1#1|till #1|5"_s, u"crd_1#2|till #2|3"_s,
                              u"crd_2#1|web #1|3"_s}));
        const QStringList sources{u"198.51.100.1|198.51.100.1|6"_s, u"192.0.2.1|192.0.2.1|4"_s,
                                  u"192.0.2.9|192.0.2.9|4"_s};
        QCOMPARE(linesBy(Breakdown::Source), sources);
        QCOMPARE(linesBy(Breakdown::Source, u"crd_1"_s), sources);
        QCOMPARE(linesBy(Breakdown::Source, u"crd_2"_s), QStringList());
        QCOMPARE(linesBy(Breakdown::Outcome, u"crd_1"_s),
                 (QStringList{u"served|served|5"_s, u"refused|refused|3"_s}));
    }

    /// Over all credentials of a partner, most calls first; what is older than 30 days is not told.
    void sourcesOfAPartnerAreTold()
    {
        Ledger ledger;
        ledger.addPartner();
        ledger.addCredential(partnerId, u"crd_1"_s, u"till"_s);
        const auto at = [](int hours) { return noon.addSecs(hours * 3600); };
        ledger.saw(u"crd_1"_s, {1, u"192.0.2.1"_s, u"app"_s, at(0), at(1), 4}, at(0));
        ledger.saw(u"crd_1"_s, {2, u"192.0.2.1"_s, u"app"_s, at(5), at(6), 3}, at(5));
        ledger.saw(u"crd_1"_s, {1, u"192.0.2.1"_s, u"other"_s, at(0), at(0), 5}, at(0));
        ledger.saw(u"crd_2"_s, {1, u"2001:db8::1"_s, u"app"_s, at(0), at(0), 9}, at(0));
        ledger.saw(u"crd_1"_s, {1, u"192.0.2.7"_s, u"app"_s, at(-31 * 24), at(-31 * 24), 90}, at(-31 * 24));
        metering_rows::addSource(
            ledger.tx, u"crd_9"_s,
            {u"prt_0002"_s, {1, u"192.0.2.8"_s, u"app"_s, at(0), at(0), 90}, at(0).toSecsSinceEpoch()});
        const QList<SourceSeen> told = usage_rows::partnerSources(ledger.tx, partnerId, at(7));
        QCOMPARE(told.size(), 3);
        QCOMPARE(told.at(0),
                 (SourceSeen{u"crd_2"_s, {}, Realm::Unknown, u"2001:db8::1"_s, u"app"_s, at(0), at(0), 9}));
        QCOMPARE(told.at(1), (SourceSeen{u"crd_1"_s, u"till"_s, told.at(1).realm, u"192.0.2.1"_s, u"app"_s,
                                         at(0), at(6), 7}));
        QVERIFY(told.at(1).realm != Realm::Unknown);
        QCOMPARE(told.at(2).userAgent, u"other"_s);
    }

    /// Each call stands at its place, also where a credential, a route and a generation share a line.
    void callsStandAtTheirPlace()
    {
        Ledger ledger;
        for (const auto &[offset, calls] :
             {std::pair(-3600, 100), {0, 1}, {3600, 2}, {7200, 4}, {10800, 100}}) {
            ledger.count({noon.addSecs(offset), calls});
            ledger.count({noon.addSecs(offset), 10 * calls, u"crd_2"_s});
            ledger.saw(u"crd_1"_s, {1, u"192.0.2.1"_s, {}, noon, noon, calls}, noon.addSecs(offset));
        }
        const UsageSeries series = ledger.series(noon.addSecs(60), noon.addSecs(7260), Bucket::Hour);
        QCOMPARE(series.from, noon);
        QCOMPARE(series.to, noon.addSecs(10800));
        QCOMPARE(series.bucket, Bucket::Hour);
        QCOMPARE(series.widened, Widened::Unknown);
        QCOMPARE(series.lines.size(), 1);
        QCOMPARE(series.lines.constFirst().values, (QList<qint64>{11, 22, 44}));
        QCOMPARE(series.lines.constFirst().total, 77);
        const UsageSeries sources =
            ledger.series(noon, noon.addSecs(10800), Bucket::Minute, Breakdown::Source);
        QCOMPARE(sources.bucket, Bucket::Hour); // they are kept by the hour
        QCOMPARE(sources.widened, Widened::NotKept);
        QCOMPARE(sources.lines.constFirst().values, (QList<qint64>{1, 2, 4}));
        const UsageSeries hours = ledger.series(noon, noon.addSecs(10800), Bucket::Hour, Breakdown::Source);
        QCOMPARE(hours.widened, Widened::Unknown);
    }

    void theLatencyIsThatOfTheQuestion()
    {
        Ledger ledger;
        Calls fast{noon, 90};
        fast.micros = 100;
        Calls slow{noon, 9, u"crd_2"_s};
        slow.micros = 10'000;
        Calls slowest{noon, 1, u"crd_2"_s, 2};
        slowest.micros = 100'000;
        Calls outside{noon.addSecs(7200), 1000};
        outside.micros = 1'000'000;
        for (const Calls &calls : {fast, slow, slowest, outside})
            ledger.count(calls);
        const UsageSeries all = ledger.series(noon, noon.addSecs(3600), Bucket::Hour);
        QVERIFY(all.latencyP50Ms >= 0.1 && all.latencyP50Ms < 0.13);
        QVERIFY(all.latencyP95Ms >= 10 && all.latencyP95Ms < 13);
        QVERIFY(all.latencyP99Ms >= 10 && all.latencyP99Ms < 13);
        const UsageSeries one =
            ledger.series(noon, noon.addSecs(3600), Bucket::Hour, Breakdown::Outcome, u"crd_2"_s);
        QVERIFY(one.latencyP50Ms >= 10 && one.latencyP50Ms < 13);
        QVERIFY(one.latencyP99Ms >= 100 && one.latencyP99Ms < 130);
    }

    void sixHundredBucketsAndNoMore()
    {
        Ledger ledger;
        QCOMPARE(ledger.series(noon, noon.addSecs(600 * 60), Bucket::Minute).bucket, Bucket::Minute);
        const UsageSeries wider = ledger.series(noon, noon.addSecs(600 * 60 + 1), Bucket::Minute);
        QCOMPARE(wider.bucket, Bucket::Hour);
        QCOMPARE(wider.widened, Widened::TooMany);
        // A begun minute is one more.
        QCOMPARE(ledger.series(noon.addSecs(-1), noon.addSecs(600 * 60), Bucket::Minute).bucket,
                 Bucket::Hour);
        const QDateTime midnight({2026, 3, 2}, {0, 0}, Qt::UTC);
        QCOMPARE(ledger.series(midnight, midnight.addDays(25), Bucket::Hour).bucket, Bucket::Hour);
        QCOMPARE(ledger.series(midnight, midnight.addDays(26), Bucket::Hour).bucket, Bucket::Day);
        const UsageSeries days = ledger.series(midnight, midnight.addDays(700), Bucket::Minute);
        QCOMPARE(days.bucket, Bucket::Day); // there is nothing wider: the range ends earlier
        QCOMPARE(days.to, midnight.addDays(600));
        QCOMPARE(ledger.series(midnight, midnight.addDays(599), Bucket::Day).to, midnight.addDays(599));
        QCOMPARE(ledger.series(midnight, midnight.addDays(2), Bucket::Unknown).to, midnight.addDays(2));
    }

    /// A begun hour counts whole: where its minutes are not kept, it is told by the hour.
    void oneSecondOfAnHourIsEnough()
    {
        Ledger ledger;
        ledger.count({noon.addSecs(3600)}, {hour, day});
        QCOMPARE(ledger.series(noon, noon.addSecs(3600), Bucket::Minute).bucket, Bucket::Minute);
        QCOMPARE(ledger.series(noon, noon.addSecs(3601), Bucket::Minute).bucket, Bucket::Hour);
        QCOMPARE(ledger.series(noon.addSecs(7199), noon.addSecs(7200), Bucket::Minute).bucket, Bucket::Hour);
        QCOMPARE(ledger.series(noon.addSecs(7200), noon.addSecs(7260), Bucket::Minute).bucket,
                 Bucket::Minute);
    }

    void usedByWhomAndWhen()
    {
        Ledger ledger;
        ledger.addPartner();
        ledger.addCredential(partnerId, u"crd_1"_s, u"till"_s);
        const QDateTime now = noon;
        const QDateTime kept = now.addDays(-30);
        const SourceUse older{1, u"192.0.2.1"_s, u"app/1"_s, now.addSecs(-900), now.addSecs(-600), 7};
        const SourceUse newer{2, u"192.0.2.2"_s, u"app/2"_s, now.addSecs(-5000), now.addSecs(-4000), 3};
        ledger.saw(u"crd_1"_s, older, now.addSecs(-3600));
        ledger.saw(u"crd_1"_s, newer, now.addSecs(-7200));
        ledger.saw(u"crd_1"_s, {2, u"192.0.2.3"_s, {}, kept, kept, 1}, kept);
        ledger.saw(u"crd_1"_s, {2, u"192.0.2.4"_s, {}, kept, kept, 1}, kept.addSecs(-3600));
        ledger.saw(u"crd_2"_s, {1, u"192.0.2.5"_s, {}, now, now, 1}, now);
        for (const auto &[offset, calls] : {std::pair(0, 1), {-840, 2}, {-900, 4}})
            ledger.count({now.addSecs(offset), calls}, {minute});
        for (const auto &[offset, calls] : {std::pair(0, 1), {-23 * 3600, 2}, {-24 * 3600, 4}})
            ledger.count({now.addSecs(offset), calls}, {hour});
        ledger.count({now, 100, u"crd_2"_s});
        const CredentialUse use = usage_rows::credentialUse(ledger.tx, u"crd_1"_s, now);
        QCOMPARE(use.credentialId, u"crd_1"_s);
        QCOMPARE(use.sources, (QList<SourceUse>{newer, {2, u"192.0.2.3"_s, {}, kept, kept, 1}, older}));
        QCOMPARE(use.lastUsedAt, older.lastSeenAt);
        QCOMPARE(use.callsLast15Min, 3);
        QCOMPARE(use.calls24h, 3);
        const CredentialUse none = usage_rows::credentialUse(ledger.tx, u"crd_3"_s, now);
        QCOMPARE(none.lastUsedAt, std::nullopt);
        QCOMPARE(none.callsLast15Min + none.calls24h, 0);
    }

    void scopesAndWhoUsesThem()
    {
        Ledger ledger;
        ledger.addPartner();
        ledger.addCredential(partnerId, u"crd_1"_s, u"till"_s);
        ledger.addCredential(partnerId, u"crd_2"_s, u"web"_s);
        const auto count = [&ledger](const QString &scope, const QString &credential, const QDateTime &at,
                                     qint64 calls, std::initializer_list<qint64> widths = allWidths) {
            Calls what{at, calls, credential};
            what.scope = scope;
            ledger.count(what, widths);
        };
        const QDateTime latest = noon.addSecs(-120);
        count(u"read"_s, u"crd_1"_s, latest, 3);
        count(u"read"_s, u"crd_2"_s, noon.addSecs(-7200), 5);
        count(u"read"_s, u"crd_3"_s, noon.addDays(-2), 4);
        count(u"days"_s, u"crd_1"_s, noon.addDays(-5), 1, {day});
        // Of the day that began before the 30 days only its later hours are known: used, not how often.
        const QDateTime edge = noon.addDays(-30);
        count(u"edge"_s, u"crd_1"_s, edge, 9);
        count(u"old"_s, u"crd_1"_s, edge.addSecs(-3600), 9);
        count(u"other"_s, u"crd_1"_s, noon, 9);
        Calls refused{noon, 50};
        refused.scope = u"read"_s;
        refused.outcome = Outcome::Refused;
        ledger.count(refused);
        const QList<ScopeUse> uses =
            usage_rows::scopeUse(ledger.tx, partnerId, {u"read"_s, u"days"_s, u"edge"_s, u"old"_s}, noon);
        QCOMPARE(uses, (QList<ScopeUse>{
                           {u"read"_s,
                            12,
                            latest,
                            {{u"crd_2"_s, u"web"_s, 5}, {u"crd_3"_s, {}, 4}, {u"crd_1"_s, u"till"_s, 3}}},
                           {u"days"_s, 1, {}, {{u"crd_1"_s, u"till"_s, 1}}},
                           {u"edge"_s, 0, edge, {}},
                           {u"old"_s, 0, {}, {}},
                           // Called with and not asked about, such as one that was taken away.
                           {u"other"_s, 9, noon, {{u"crd_1"_s, u"till"_s, 9}}}}));
        QStringList names;
        for (const ScopeUse &use : usage_rows::scopeUse(ledger.tx, partnerId, {}, noon))
            names.append(use.scope);
        QCOMPARE(names, (QStringList{u"days"_s, u"edge"_s, u"other"_s, u"read"_s}));
        QVERIFY(usage_rows::scopeUse(ledger.tx, u"prt_nobody"_s, {}, noon).isEmpty());
    }

    void servedCallsOfARealm()
    {
        Ledger ledger;
        ledger.addPartner(1);
        ledger.addCredential(partnerId, u"crd_1"_s, u"a"_s, Realm::Sandbox);
        ledger.addCredential(partnerId, u"crd_2"_s, u"b"_s, Realm::Production);
        QCOMPARE(usage_rows::servedCalls(ledger.tx, partnerId, Realm::Sandbox), 0);
        ledger.count({noon, 3});
        ledger.count({noon.addDays(-400), 4});
        ledger.count({noon, 10, u"crd_2"_s});
        ledger.count({noon, 100, u"crd_1"_s, 1, u"rte_1"_s, Outcome::Refused});
        QCOMPARE(usage_rows::servedCalls(ledger.tx, partnerId, Realm::Sandbox), 7);
        QCOMPARE(usage_rows::servedCalls(ledger.tx, partnerId, Realm::Production), 10);
        QCOMPARE(usage_rows::servedCalls(ledger.tx, u"prt_0002"_s, Realm::Sandbox), 0);
    }

    /// What a decision allowed, whatever came of it.
    void servedInTheLastHour()
    {
        Ledger ledger;
        ledger.addPartner(1);
        ledger.addCredential(partnerId, u"crd_1"_s, u"a"_s, Realm::Sandbox);
        ledger.addCredential(partnerId, u"crd_2"_s, u"b"_s, Realm::Production);
        const QDateTime now = noon.addSecs(1);
        const auto served = [&ledger](const QDateTime &at, Realm realm = Realm::Sandbox) {
            return usage_rows::servedLastHour(ledger.tx, partnerId, realm, at);
        };
        QCOMPARE(served(now), 0);
        ledger.count({noon, 1000, u"crd_2"_s});
        ledger.count({now.addSecs(-3601), 100}); // the minute that began before it
        int calls = 1;
        for (const Outcome outcome : {Outcome::Served, Outcome::ClientError, Outcome::ServerError,
                                      Outcome::Throttled, Outcome::Refused}) {
            ledger.count({noon.addSecs(-1800), calls, u"crd_1"_s, 1, u"rte_1"_s, outcome});
            calls *= 2;
        }
        QCOMPARE(served(now), 7);
        QCOMPARE(served(noon), 107);
        QCOMPARE(served(now, Realm::Production), 1000);
    }

    /// Days in the partner's zone; both ends belong to them.
    void quotaDaysInTheirZone()
    {
        Ledger ledger;
        ledger.addPartner(1);
        ledger.addCredential(partnerId, u"crd_1"_s, u"a"_s, Realm::Sandbox);
        ledger.addCredential(partnerId, u"crd_2"_s, u"b"_s, Realm::Production);
        const QDate from(2026, 3, 1);
        const QDate to(2026, 3, 3);
        for (int offset = -1; offset <= 3; ++offset)
            quota_rows::put(ledger.tx, {partnerId, Realm::Sandbox, from.addDays(offset), 10 + offset});
        quota_rows::put(ledger.tx, {partnerId, Realm::Production, from, 99});
        quota_rows::put(ledger.tx, {u"prt_0002"_s, Realm::Sandbox, from, 99});
        const QTimeZone tokyo("Asia/Tokyo"); // its day begins at 15:00 of the day before
        const auto throttled = [&ledger](const QDate &date, int hourOf, qint64 calls) {
            ledger.count({QDateTime(date, {hourOf, 0}, Qt::UTC), calls, u"crd_1"_s, 1, u"rte_1"_s,
                          Outcome::Throttled});
        };
        throttled(from.addDays(-1), 14, 100);
        throttled(from.addDays(-1), 15, 1);
        throttled(from, 14, 2);
        throttled(from, 15, 4);
        throttled(to, 14, 8);
        throttled(to, 15, 100);
        ledger.count({QDateTime(from, {15, 0}, Qt::UTC), 1000});
        ledger.count({QDateTime(from, {14, 0}, Qt::UTC), 50, u"crd_2"_s, 1, u"rte_1"_s, Outcome::Throttled});
        QCOMPARE(quota_rows::days(ledger.tx, partnerId, Realm::Production, tokyo, from, from),
                 (QList<QuotaDay>{{from, 99, 0, 50}})); // a quota of its own
        QCOMPARE(quota_rows::days(ledger.tx, partnerId, Realm::Sandbox, tokyo, from, to),
                 (QList<QuotaDay>{{from, 10, 0, 3}, {from.addDays(1), 11, 0, 4}, {to, 12, 0, 8}}));
        QCOMPARE(quota_rows::days(ledger.tx, partnerId, Realm::Sandbox, tokyo, from, from),
                 (QList<QuotaDay>{{from, 10, 0, 3}}));
    }
};

QTEST_GUILESS_MAIN(TestUsageRows)
#include "tst_usage_rows.moc"
