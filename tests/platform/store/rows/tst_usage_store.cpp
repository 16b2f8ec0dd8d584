// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/observed_budget.h"
#include "platform/store/rows/node_rows.h"
#include "platform/store/rows/usage_store.h"
#include "tests/platform/store_fixture.h"

#include <QtTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using pc::platform::test::StoreFixture;

namespace {

const QDateTime noon({2026, 5, 1}, {12, 0}, Qt::UTC);
const QString credentialId = u"crd_1"_s;
using MakeUsage = std::function<std::unique_ptr<UsageStore>()>;

struct Fixture : StoreFixture
{
    const QString partnerId = addPartner().id;
    std::unique_ptr<UsageStore> usage;

    explicit Fixture(const MakeUsage &make) : usage(make())
    {
        (void)addCredential(partnerId, credentialId, u"one"_s);
    }
    [[nodiscard]] CallRecord callOf(int number, Outcome outcome = Outcome::Served) const
    {
        CallRecord call;
        call.id = u"dec_%1"_s.arg(number);
        call.at = noon.addMSecs(number);
        call.partnerId = partnerId;
        call.credentialId = credentialId;
        call.generation = 1;
        call.realm = Realm::Sandbox;
        call.scope = u"read"_s;
        call.outcome = outcome;
        call.reason = DecisionReason::Allowed;
        call.micros = 120;
        return call;
    }
    void add(const std::vector<CallRecord> &records, const std::vector<QuotaCount> &quotas = {})
    {
        QCOMPARE(usage->add(tx, {records, {}, quotas, 0, noon}),
                 records.empty() ? QSet<QString>() : QSet<QString>{partnerId});
    }
    /// From here on another node writes.
    void become(const QString &node) { tx.setNode({node_rows::enter(tx, node), node}); }
    [[nodiscard]] qint64 total(Breakdown by)
    {
        qint64 calls = 0;
        const UsageSeries series =
            usage->series(tx, {partnerId, noon.addSecs(-3600), noon.addSecs(3600), Bucket::Minute, by, {}});
        for (const UsageLine &line : series.lines)
            calls += line.total;
        return calls;
    }
    /// What a leaf would cover, "node first-last id…".
    [[nodiscard]] QStringList unsealed(int least, int most)
    {
        QStringList list;
        const QList<UnsealedCalls> nodes = usage->unsealedCalls(tx, least, most);
        for (const UnsealedCalls &each : nodes) {
            usage->markSealed(tx, each);
            if (each.calls.empty())
                continue;
            QStringList parts{each.node, u"%1-%2"_s.arg(each.first).arg(each.last)};
            for (const CallRecord &call : each.calls)
                parts.append(call.id);
            list.append(parts.join(u' '));
        }
        return list;
    }
};

} // namespace

Q_DECLARE_METATYPE(MakeUsage)

/// What a store of usage holds, whatever the engine; seen through its interface.
class TestUsageStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figuresAreSumsOverNodes_data() { engines(); }
    void figuresAreSumsOverNodes()
    {
        QFETCH(MakeUsage, make);
        Fixture fixture(make);
        fixture.become(u"nod_a"_s);
        fixture.add({fixture.callOf(1), fixture.callOf(2, Outcome::Throttled)});
        fixture.become(u"nod_b"_s);
        fixture.add({fixture.callOf(3), fixture.callOf(4)});
        fixture.add({fixture.callOf(5)});
        for (const Breakdown by : {Breakdown::Outcome, Breakdown::Credential, Breakdown::Source})
            QCOMPARE(fixture.total(by), 5);
        Tx &tx = fixture.tx;
        QCOMPARE(fixture.usage->servedCalls(tx, fixture.partnerId, Realm::Sandbox), 4);
        QCOMPARE(fixture.usage->servedLastHour(tx, fixture.partnerId, Realm::Sandbox, noon.addSecs(60)), 4);
        QCOMPARE(fixture.usage->credentialUse(tx, credentialId, noon.addSecs(60)).callsLast15Min, 5);
        QCOMPARE(fixture.usage->scopeUse(tx, fixture.partnerId, {u"read"_s}, noon).constFirst().calls30d, 4);
        QCOMPARE(
            fixture.usage
                ->quotaDays(tx, fixture.partnerId, Realm::Sandbox, QTimeZone::utc(), noon.date(), noon.date())
                .constFirst()
                .throttled,
            1);
    }

    void aFloodLeavesTheLinesOfOthers_data() { engines(); }
    /// Whatever strangers fill, in one go or in many: a partner keeps his lines, and so does what was there.
    void aFloodLeavesTheLinesOfOthers()
    {
        QFETCH(MakeUsage, make);
        using Budget = pc::rules::ObservedBudget;
        Fixture fixture(make);
        const qint64 hour = noon.toSecsSinceEpoch();
        const auto add = [&](const QString &partner, const QString &source, int from, int kinds) {
            std::vector<observation_rows::Counted> observed;
            for (int i = from; i < from + kinds; ++i)
                observed.push_back({u"obs_1"_s,
                                    hour,
                                    DecisionReason::UnknownRoute,
                                    partner,
                                    u"GET /%1"_s.arg(i),
                                    {},
                                    {},
                                    source,
                                    {},
                                    1});
            fixture.usage->add(fixture.tx, {{}, {}, {}, 0, noon, std::move(observed)});
        };
        const auto lines = [&fixture](const QString &partner) {
            QHash<QString, qint64> told;
            for (const ObservedLine &each : observation_rows::report(fixture.tx, u"obs_1"_s, {}).lines) {
                if (each.partnerId == partner)
                    told.insert(each.what, each.calls);
            }
            return told;
        };
        add({}, u"192.0.2.1"_s, 0, 10);
        for (int i = 0; i < 5; ++i)
            add({}, u"192.0.2.1"_s, 1000 * i, 1000);
        QCOMPARE(lines({}).size(), Budget::ofSource + 1);
        QCOMPARE(lines({}).value(u"GET /3"_s), 2);
        add({}, u"192.0.2.1"_s, 0, 10);
        QCOMPARE(lines({}).value(u"GET /3"_s), 3); // it was there
        for (int i = 0; i < 10; ++i)
            add({}, u"192.0.2.%1"_s.arg(2 + i), 10000 + 200 * i, 200);
        // Three sources and a half filled it; those that came later are told by a few kinds each.
        QCOMPARE(lines({}).size(), Budget::ofStrangers + 6 * Budget::leastOfSource + 1);
        add(fixture.partnerId, {}, 0, 3);
        QCOMPARE(lines(fixture.partnerId).size(), 3);
        add(fixture.partnerId, {}, 3, 500);
        add(fixture.partnerId, {}, 0, 3);
        QCOMPARE(lines(fixture.partnerId).size(), Budget::ofPartner + 1);
        QCOMPARE(lines(fixture.partnerId).value(u"GET /2"_s), 2);
        add(u"prt_other"_s, {}, 0, 3);
        QCOMPARE(lines(u"prt_other"_s).size(), 3);
    }

    void longFloodsLeaveTheLinesOfPartners_data() { engines(); }
    /// Over many hours: what strangers vary is bounded for all of them, and takes no partner's place.
    void longFloodsLeaveTheLinesOfPartners()
    {
        QFETCH(MakeUsage, make);
        using Budget = pc::rules::ObservedBudget;
        Fixture fixture(make);
        const qint64 first = noon.toSecsSinceEpoch();
        const auto add = [&fixture](qint64 hour, const QString &partner, int from, int kinds, qint64 calls) {
            std::vector<observation_rows::Counted> observed;
            for (int i = from; i < from + kinds; ++i)
                observed.push_back({u"obs_1"_s,
                                    hour,
                                    DecisionReason::UnknownRoute,
                                    partner,
                                    u"GET /%1"_s.arg(i),
                                    {},
                                    {},
                                    partner.isEmpty() ? u"192.0.2.%1"_s.arg(i % 4) : QString(),
                                    {},
                                    calls});
            fixture.usage->add(fixture.tx, {{}, {}, {}, 0, noon, std::move(observed)});
        };
        for (int hour = 0; hour < 3; ++hour)
            add(first + hour * 3600, {}, 2000 * hour, 2000, 5);
        add(first + 2 * 3600, fixture.partnerId, 0, 3, 1);
        const ObservationReport report = observation_rows::report(fixture.tx, u"obs_1"_s, {});
        const auto isOfPartner = [](const ObservedLine &each) { return !each.partnerId.isEmpty(); };
        QCOMPARE(std::count_if(report.lines.begin(), report.lines.end(), isOfPartner), 3);
        QCOMPARE(report.lines.size(), 2003);
        QCOMPARE(report.moreLines, 3 * Budget::ofStrangers + 1 - 2000);
        QVERIFY(isOfPartner(report.lines.constLast())); // most calls first
        QCOMPARE(report.strangers.size(), 5);           // and those that were not told apart
        for (const ObservedStranger &each : report.strangers)
            QCOMPARE(each.what.size(), each.source.isEmpty() ? 1 : 10);

        const auto told = [&fixture](const char *whose) {
            Statement row = fixture.tx.query(
                u"SELECT COUNT(*) FROM observed_calls WHERE what <> 'others' AND "_s + QLatin1String(whose));
            return row.next() ? row.number(0) : -1;
        };
        for (int hour = 3; hour < 22; ++hour)
            add(first + hour * 3600, {}, 0, 1200, 1);
        QCOMPARE(told("partner_id = ''"), Budget::ofObservation);
        add(first + 21 * 3600, {}, 5000, 3, 1);
        QCOMPARE(told("partner_id = ''"), Budget::ofObservation);
        add(first + 21 * 3600, fixture.partnerId, 0, 3, 1);
        QCOMPARE(told("partner_id <> ''"), 6);

        // It goes in slices, and only what ended before.
        Observation observation;
        observation.id = u"obs_1"_s;
        observation.kind = ObservationKind::Api;
        observation.begunAt = noon;
        observation_rows::put(fixture.tx, observation);
        QVERIFY(!observation_rows::forgetSomeBefore(fixture.tx, noon.addDays(2)));
        QCOMPARE(told("partner_id = ''"), Budget::ofObservation);
        observation.endedAt = noon.addDays(1);
        observation_rows::put(fixture.tx, observation);
        QVERIFY(!observation_rows::forgetSomeBefore(fixture.tx, noon.addDays(1)));
        int slices = 1;
        while (observation_rows::forgetSomeBefore(fixture.tx, noon.addDays(2)))
            ++slices;
        QCOMPARE(slices, 11);
        QCOMPARE(told("1 = 1"), 0);
    }

    void quotasAreOfTheirNode_data() { engines(); }
    void quotasAreOfTheirNode()
    {
        QFETCH(MakeUsage, make);
        Fixture fixture(make);
        const auto quota = [&fixture](qint64 used) {
            return QuotaCount{fixture.partnerId, Realm::Sandbox, noon.date(), used};
        };
        const auto known = [&fixture] {
            const auto list = fixture.usage->quotasSince(fixture.tx, noon.date());
            return list.empty() ? std::pair<qint64, qint64>(-1, -1)
                                : std::pair(list.front().used, list.front().elsewhere);
        };
        QCOMPARE(known(), (std::pair<qint64, qint64>(-1, -1)));
        fixture.become(u"nod_a"_s);
        fixture.add({}, {quota(7)});
        fixture.add({}, {quota(9)}); // absolute
        fixture.become(u"nod_b"_s);
        QCOMPARE(known(), (std::pair<qint64, qint64>(0, 9)));
        fixture.add({}, {quota(2)});
        QCOMPARE(known(), (std::pair<qint64, qint64>(2, 9)));
        fixture.become(u"nod_a"_s);
        QCOMPARE(known(), (std::pair<qint64, qint64>(9, 2)));
        QCOMPARE(fixture.usage
                     ->quotaDays(fixture.tx, fixture.partnerId, Realm::Sandbox, QTimeZone::utc(), noon.date(),
                                 noon.date())
                     .constFirst()
                     .used,
                 11);
    }

    void recordsAreCoveredOnce_data() { engines(); }
    /// Each node's on its own, in the order in which it counted them.
    void recordsAreCoveredOnce()
    {
        QFETCH(MakeUsage, make);
        Fixture fixture(make);
        QCOMPARE(fixture.unsealed(0, 10), QStringList());
        fixture.become(u"nod_a"_s);
        fixture.add({fixture.callOf(5), fixture.callOf(1)});
        fixture.become(u"nod_b"_s);
        fixture.add({fixture.callOf(3)});
        fixture.become(u"nod_a"_s);
        fixture.add({fixture.callOf(5), fixture.callOf(2)}); // one of them is there already
        QCOMPARE(fixture.usage->unsealed(fixture.tx), 4);
        QCOMPARE(fixture.unsealed(2, 2), QStringList{u"nod_a 1-2 dec_5 dec_1"_s});
        QCOMPARE(fixture.unsealed(2, 2), QStringList()); // too few of either
        QCOMPARE(fixture.unsealed(1, 2), (QStringList{u"nod_a 3-3 dec_2"_s, u"nod_b 1-1 dec_3"_s}));
        QCOMPARE(fixture.usage->unsealed(fixture.tx), 0);
        QCOMPARE(fixture.usage->listCalls(fixture.tx, {})->items.size(), 4);
        QCOMPARE(fixture.usage->findCall(fixture.tx, u"dec_3"_s)->credentialId, credentialId);
        fixture.usage->removeCallsBefore(fixture.tx, noon.addSecs(60));
        QCOMPARE(fixture.usage->listCalls(fixture.tx, {})->items.size(), 0);
        QCOMPARE(fixture.total(Breakdown::Outcome), 5); // as it was added
        // A node goes on counting where it was, whatever is kept.
        fixture.add({fixture.callOf(9)});
        QCOMPARE(fixture.unsealed(1, 10), QStringList{u"nod_a 4-4 dec_9"_s});
    }

    void whatIsTakenBackWasNeverThere_data() { engines(); }
    void whatIsTakenBackWasNeverThere()
    {
        QFETCH(MakeUsage, make);
        Fixture fixture(make);
        fixture.add({fixture.callOf(1)});
        fixture.tx.exec(fixture.tx.dialect().beginWrite());
        fixture.add({fixture.callOf(2)}, {{fixture.partnerId, Realm::Sandbox, noon.date(), 3}});
        (void)fixture.unsealed(1, 10);
        fixture.tx.exec(u"ROLLBACK"_s);
        QCOMPARE(fixture.usage->unsealed(fixture.tx), 1);
        QVERIFY(fixture.usage->quotasSince(fixture.tx, noon.date()).empty());
        fixture.add({fixture.callOf(2)}); // handed over again
        QCOMPARE(fixture.unsealed(1, 10), QStringList{u"nod_test 1-2 dec_1 dec_2"_s});
        QCOMPARE(fixture.total(Breakdown::Outcome), 2);
    }

private:
    static void engines()
    {
        QTest::addColumn<MakeUsage>("make");
        QTest::newRow("tables of the store") << MakeUsage([] { return std::make_unique<SqlUsageStore>(); });
    }
};

QTEST_GUILESS_MAIN(TestUsageStore)
#include "tst_usage_store.moc"
