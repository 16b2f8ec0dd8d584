// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/call_rows.h"
#include "platform/store/rows/metering_rows.h"
#include "platform/store/rows/quota_rows.h"
#include "tests/platform/store_fixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using pc::platform::test::StoreFixture;

namespace {

const QDateTime noon({2026, 3, 2}, {12, 0}, Qt::UTC);
const QString partnerId = u"prt_0001"_s;

CallRecord callAt(const QDateTime &at, const QString &source = u"192.0.2.1"_s)
{
    static int number = 0;
    CallRecord call;
    call.id = u"dec_%1"_s.arg(++number);
    call.at = at;
    call.partnerId = partnerId;
    call.credentialId = u"crd_1"_s;
    call.generation = 1;
    call.realm = Realm::Sandbox;
    call.routeId = u"rte_1"_s;
    call.scope = u"orders:read"_s;
    call.outcome = Outcome::Served;
    call.reason = DecisionReason::Allowed;
    call.source = source;
    call.userAgent = u"app/1"_s;
    call.micros = 100;
    return call;
}

metering_rows::Cell hourCell(const QDateTime &at, Outcome outcome, qint64 calls)
{
    metering_rows::Cell cell;
    cell.partnerId = partnerId;
    cell.bucket = metering_rows::hourBucket;
    cell.at = at.toSecsSinceEpoch();
    cell.credentialId = u"crd_1"_s;
    cell.generation = 1;
    cell.outcome = outcome;
    cell.calls = calls;
    return cell;
}

struct Source
{
    QString address;
    QString agent;
    QDateTime first;
    QDateTime last;
    qint64 calls = 0;
    bool operator==(const Source &) const = default;
};

QList<Source> sourcesOf(StoreFixture &fixture, int generation = 1)
{
    QList<Source> list;
    Statement row =
        fixture.tx.query(u"SELECT source, user_agent, first_seen, last_seen, calls FROM source_use "
                         "WHERE generation = ? ORDER BY hour, source, user_agent"_s);
    row.bind(generation);
    while (row.next())
        list.append({row.text(0), row.text(1), row.time(2), row.time(3), row.number(4)});
    return list;
}

struct Stats
{
    QString health;
    std::optional<QDateTime> lastCall;
    qint64 calls = 0;
    qint64 errors = 0;
    qint64 throttled = 0;
    QString perHour;
    qint64 quotaUsed = 0;
    qint64 quotaTotal = 0;
    double share = -1;
};

Stats statsOf(StoreFixture &fixture, const QDateTime &now, qint64 used = 0, qint64 total = 0)
{
    metering_rows::refreshStats(fixture.tx, partnerId, used, total, now);
    Statement row =
        fixture.tx.query(u"SELECT health, last_call_at, calls_24h, errors_24h, throttled_24h, per_hour, "
                         "quota_used, quota_total, quota_share FROM partner_stats"_s);
    if (!row.next())
        return {};
    const auto lastCall = row.isNull(1) ? std::nullopt : std::optional(row.time(1));
    return {row.text(0), lastCall,      row.number(2), row.number(3), row.number(4),
            row.text(5), row.number(6), row.number(7), row.real(8)};
}

} // namespace

/// What one batch of calls leaves in the roll-ups, beside the generations and beside the partner.
class TestMeteringRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoseCallItWas_data()
    {
        QTest::addColumn<QString>("partner");
        QTest::addColumn<QString>("credential");
        QTest::addColumn<int>("generation");
        QTest::addColumn<bool>("counted");
        QTest::addColumn<bool>("attributed");
        QTest::newRow("nobody's") << QString() << QString() << 0 << false << false;
        QTest::newRow("nobody's, with a credential") << QString() << u"crd_1"_s << 1 << false << false;
        QTest::newRow("a partner's") << partnerId << QString() << 0 << true << false;
        QTest::newRow("a generation of nothing") << partnerId << QString() << 1 << true << false;
        QTest::newRow("no generation") << partnerId << u"crd_1"_s << 0 << true << false;
        QTest::newRow("the first generation") << partnerId << u"crd_1"_s << 1 << true << true;
    }
    /// Every call is recorded; only a partner's is counted; only a generation's says who used it.
    void whoseCallItWas()
    {
        QFETCH(QString, partner);
        QFETCH(QString, credential);
        QFETCH(int, generation);
        QFETCH(bool, counted);
        QFETCH(bool, attributed);
        StoreFixture fixture;
        fixture.addPartner();
        fixture.addCredential(partnerId, u"crd_1"_s, u"key"_s);
        CallRecord call = callAt(noon);
        call.partnerId = partner;
        call.credentialId = credential;
        call.generation = generation;
        QCOMPARE(metering_rows::meter(fixture.tx, {call}),
                 counted ? QSet<QString>{partnerId} : QSet<QString>());
        QCOMPARE(call_rows::find(fixture.tx, call.id), call);
        QCOMPARE(fixture.numberOf(u"SELECT COUNT(*) FROM rollups"_s), counted ? 3 : 0);
        QCOMPARE(fixture.numberOf(u"SELECT COUNT(*) FROM source_use"_s), attributed ? 1 : 0);
        QCOMPARE(credential_rows::find(fixture.tx, u"crd_1"_s)->value.lastUsedAt,
                 attributed ? std::optional(noon) : std::nullopt);
    }

    /// In each width by its own start; a second batch adds to the first, in calls and in latency.
    void aCallIsCountedInEachWidth()
    {
        StoreFixture fixture;
        const QDateTime at = noon.addSecs(25 * 60 + 42);
        CallRecord slow = callAt(at);
        slow.micros = 100'000;
        (void)metering_rows::meter(fixture.tx, {callAt(at), callAt(at.addSecs(1))});
        (void)metering_rows::meter(fixture.tx, {slow});
        QHash<qint64, qint64> starts;
        Statement row =
            fixture.tx.query(u"SELECT bucket, at, calls, latency, credential_id, generation, route_id, "
                             "scope, outcome FROM rollups"_s);
        while (row.next()) {
            starts.insert(row.number(0), row.number(1));
            QCOMPARE(row.number(2), 3);
            const LatencyHistogram latency = LatencyHistogram::parse(row.bytes(3));
            QCOMPARE(latency.total(), 3);
            QVERIFY(latency.quantileMs(0.5) < 0.2 && latency.quantileMs(1) > 99);
            QCOMPARE(row.text(4), slow.credentialId);
            QCOMPARE(row.number(5), slow.generation);
            QCOMPARE(row.text(6), slow.routeId);
            QCOMPARE(row.text(7), slow.scope);
            QCOMPARE(row.text(8), toText(slow.outcome));
        }
        QCOMPARE(starts, (QHash<qint64, qint64>{{60, noon.addSecs(25 * 60).toSecsSinceEpoch()},
                                                {3600, noon.toSecsSinceEpoch()},
                                                {86400, noon.addSecs(-12 * 3600).toSecsSinceEpoch()}}));
    }

    /// Calls come in any order, within a batch and between two.
    void aSourceKnowsItsFirstAndLast()
    {
        const QList<int> minutes{10, 5, 20, 15};
        for (const bool together : {true, false}) {
            StoreFixture fixture;
            fixture.addPartner();
            fixture.addCredential(partnerId, u"crd_1"_s, u"key"_s);
            std::vector<CallRecord> calls;
            for (const int minute : minutes)
                calls.push_back(callAt(noon.addSecs(minute * 60)));
            for (const CallRecord &call : calls)
                if (!together)
                    (void)metering_rows::meter(fixture.tx, {call});
            if (together)
                (void)metering_rows::meter(fixture.tx, calls);
            QCOMPARE(sourcesOf(fixture),
                     (QList<Source>{{u"192.0.2.1"_s, u"app/1"_s, noon.addSecs(300), noon.addSecs(1200), 4}}));
        }
    }

    /// The source of the last use is that of the latest call, and of two at one instant that of the first.
    void lastUseIsOfTheLatestCall()
    {
        StoreFixture fixture;
        fixture.addPartner();
        fixture.addCredential(partnerId, u"crd_1"_s, u"key"_s);
        const auto lastUse = [&fixture] {
            const Credential value = credential_rows::find(fixture.tx, u"crd_1"_s)->value;
            return std::pair(value.lastUsedAt.value_or(QDateTime()), value.lastUsedFrom);
        };
        (void)metering_rows::meter(
            fixture.tx, {callAt(noon, u"192.0.2.1"_s), callAt(noon.addSecs(2), u"192.0.2.2"_s),
                         callAt(noon.addSecs(2), u"192.0.2.3"_s), callAt(noon.addSecs(1), u"192.0.2.4"_s)});
        QCOMPARE(lastUse(), std::pair(noon.addSecs(2), u"192.0.2.2"_s));
        (void)metering_rows::meter(fixture.tx, {callAt(noon.addSecs(1), u"192.0.2.5"_s)});
        QCOMPARE(lastUse(), std::pair(noon.addSecs(2), u"192.0.2.2"_s));
    }

    /// A stranger's addresses do not fill the disk: 200 of them in an hour, the others together; who is
    /// known stays known, and each hour and generation counts by itself.
    void sourcesHaveALimit()
    {
        StoreFixture fixture;
        std::vector<CallRecord> calls;
        for (int i = 0; i < 200; ++i)
            calls.push_back(callAt(noon, u"192.0.2.%1"_s.arg(i, 3, 10, QChar(u'0'))));
        (void)metering_rows::meter(fixture.tx, calls);
        QCOMPARE(sourcesOf(fixture).size(), 200);
        CallRecord otherAgent = callAt(noon, u"192.0.2.000"_s);
        otherAgent.userAgent = u"app/2"_s;
        CallRecord otherGeneration = callAt(noon, u"198.51.100.1"_s);
        otherGeneration.generation = 2;
        (void)metering_rows::meter(
            fixture.tx, {callAt(noon, u"192.0.2.000"_s), callAt(noon, u"198.51.100.1"_s), otherAgent,
                         callAt(noon.addSecs(3600), u"198.51.100.1"_s), otherGeneration});
        const QList<Source> sources = sourcesOf(fixture);
        QCOMPARE(sources.size(), 202);
        QCOMPARE(sources.at(0), (Source{u"192.0.2.000"_s, u"app/1"_s, noon, noon, 2}));
        QCOMPARE(sources.at(200), (Source{u"others"_s, QString(), noon, noon, 2}));
        QCOMPARE(sources.at(201).address, u"198.51.100.1"_s); // of the next hour
        QCOMPARE(sourcesOf(fixture, 2).size(), 1);
    }

    void longAgentsAreCut()
    {
        StoreFixture fixture;
        CallRecord call = callAt(noon);
        call.userAgent = QString(201, u'a');
        (void)metering_rows::meter(fixture.tx, {call});
        QCOMPARE(sourcesOf(fixture).constFirst().agent, QString(200, u'a'));
    }

    void quotasAreKeptByDay()
    {
        StoreFixture fixture;
        const QDate today(2026, 3, 2);
        const QuotaCount old{partnerId, Realm::Sandbox, today.addDays(-1), 5};
        const QuotaCount first{partnerId, Realm::Production, today, 7};
        QuotaCount second{u"prt_0002"_s, Realm::Sandbox, today, 8};
        for (const QuotaCount &count : {old, first, second})
            quota_rows::put(fixture.tx, count);
        second.used = 9;
        quota_rows::put(fixture.tx, second); // absolute, not added
        const auto since = quota_rows::since(fixture.tx, today);
        QCOMPARE(since.size(), std::size_t(2));
        QVERIFY(std::find(since.begin(), since.end(), first) != since.end());
        QVERIFY(std::find(since.begin(), since.end(), second) != since.end());
    }

    void healthOfADay_data()
    {
        QTest::addColumn<QList<int>>("calls"); // served, refused, throttled, client error, server error
        QTest::addColumn<QString>("health");
        QTest::newRow("none") << QList<int>{0, 0, 0, 0, 0} << u"no_traffic"_s;
        QTest::newRow("one") << QList<int>{1, 0, 0, 0, 0} << u"healthy"_s;
        QTest::newRow("5 % errors") << QList<int>{95, 5, 0, 0, 0} << u"healthy"_s;
        QTest::newRow("more than 5 %") << QList<int>{94, 2, 0, 2, 2} << u"errors"_s;
        QTest::newRow("more than both") << QList<int>{90, 6, 4, 0, 0} << u"errors"_s;
        QTest::newRow("1 % throttled") << QList<int>{99, 0, 1, 0, 0} << u"healthy"_s;
        QTest::newRow("more than 1 %") << QList<int>{98, 0, 2, 0, 0} << u"throttled"_s;
    }
    void healthOfADay()
    {
        QFETCH(QList<int>, calls);
        QFETCH(QString, health);
        StoreFixture fixture;
        fixture.addPartner();
        const QList<Outcome> outcomes{Outcome::Served, Outcome::Refused, Outcome::Throttled,
                                      Outcome::ClientError, Outcome::ServerError};
        for (qsizetype i = 0; i < outcomes.size(); ++i) {
            if (calls.at(i) > 0)
                metering_rows::insert(fixture.tx, hourCell(noon, outcomes.at(i), calls.at(i)));
        }
        const Stats stats = statsOf(fixture, noon.addSecs(60));
        QCOMPARE(stats.health, health);
        QCOMPARE(stats.calls, std::accumulate(calls.begin(), calls.end(), 0));
        QCOMPARE(stats.throttled, calls.at(2));
        QCOMPARE(stats.errors, calls.at(1) + calls.at(3) + calls.at(4));
    }

    /// 24 hours, the one that runs now is the last.
    void theDayHasTwentyFourHours()
    {
        StoreFixture fixture;
        fixture.addPartner();
        for (int hour = -25; hour <= 1; ++hour) {
            metering_rows::insert(fixture.tx,
                                  hourCell(noon.addSecs(hour * 3600), Outcome::Served, 100 + hour));
            metering_rows::insert(fixture.tx, hourCell(noon.addSecs(hour * 3600), Outcome::Throttled, 1));
        }
        const Stats stats = statsOf(fixture, noon.addSecs(3599));
        QStringList perHour;
        qint64 all = 0;
        for (int hour = -23; hour <= 0; ++hour) {
            perHour.append(QString::number(101 + hour));
            all += 101 + hour;
        }
        QCOMPARE(stats.perHour, perHour.join(u','));
        QCOMPARE(stats.calls, all);
        QCOMPARE(stats.throttled, 24);
    }

    /// By the records; when they are gone by the hours; and what was known is not forgotten.
    void theLastCallIsRemembered()
    {
        StoreFixture fixture;
        fixture.addPartner();
        QCOMPARE(statsOf(fixture, noon).lastCall, std::nullopt);
        const QDateTime at = noon.addSecs(-1234);
        (void)metering_rows::meter(fixture.tx, {callAt(at), callAt(at.addSecs(-5))});
        QCOMPARE(statsOf(fixture, noon).lastCall, at);
        QCOMPARE(call_rows::removeBefore(fixture.tx, noon), 2);
        QCOMPARE(statsOf(fixture, noon).lastCall, noon.addSecs(-3600));
        fixture.tx.exec(u"DELETE FROM rollups"_s);
        QCOMPARE(statsOf(fixture, noon).lastCall, noon.addSecs(-3600));
        fixture.tx.exec(u"DELETE FROM partner_stats"_s);
        QCOMPARE(statsOf(fixture, noon).lastCall, std::nullopt);
    }

    void theShareOfTheQuota()
    {
        StoreFixture fixture;
        fixture.addPartner();
        for (const auto &[used, total, share] :
             {std::tuple(0, 0, 0.0), {5, 0, 0.0}, {1, 4, 0.25}, {3, 1, 3.0}, {4, 4, 1.0}}) {
            const Stats stats = statsOf(fixture, noon, used, total);
            QCOMPARE(stats.quotaUsed, used);
            QCOMPARE(stats.quotaTotal, total);
            QCOMPARE(stats.share, share);
        }
    }
};

QTEST_GUILESS_MAIN(TestMeteringRows)
#include "tst_metering_rows.moc"
