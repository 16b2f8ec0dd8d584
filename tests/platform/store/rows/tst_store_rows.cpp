// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/call_rows.h"
#include "platform/store/rows/network_rows.h"
#include "tests/platform/store_fixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using pc::platform::test::StoreFixture;

namespace {

const QDateTime noon({2026, 3, 2}, {12, 0}, Qt::UTC);

/// Every member has another value.
CallRecord fullCall()
{
    CallRecord call;
    call.id = u"dec_1"_s;
    call.requestId = u"req-1"_s;
    call.at = noon.addMSecs(123);
    call.partnerId = u"prt_1"_s;
    call.credentialId = u"crd_1"_s;
    call.generation = 3;
    call.realm = Realm::Production;
    call.method = u"PUT"_s;
    call.path = u"/api/v1/orders/7"_s;
    call.routeId = u"rte_1"_s;
    call.scope = u"orders:write"_s;
    call.outcome = Outcome::ClientError;
    call.reason = DecisionReason::MissingScope;
    call.status = 403;
    call.source = u"192.0.2.7"_s;
    call.userAgent = u"app/1"_s;
    call.gateway = u"edge-1"_s;
    call.micros = 4711;
    return call;
}

GenerationRow fullGeneration(int number)
{
    const auto at = [number](int hours) { return noon.addSecs((100 * number + hours) * 3600); };
    GenerationRow row;
    row.value.number = number;
    row.value.state = GenerationState::Grace;
    row.value.lastFour = u"tl%1"_s.arg(number);
    row.value.createdAt = at(1);
    row.value.acknowledgedAt = at(2);
    row.value.graceUntil = at(3);
    row.value.endedAt = at(4);
    row.value.lastUsedAt = at(5);
    row.value.lastUsedFrom = u"192.0.2.%1"_s.arg(number);
    row.voidAt = at(6);
    row.graceSeconds = 3600 + number;
    row.expiresAt = at(7);
    row.verifier = QByteArray(32, static_cast<char>('0' + number));
    row.pepperVersion = 10 + number;
    row.sealed = "sealed" + QByteArray::number(number);
    row.ackVerifier = "ack" + QByteArray::number(number);
    return row;
}

CredentialRow fullCredential()
{
    CredentialRow row;
    row.value.id = u"crd_1"_s;
    row.value.partnerId = u"prt_0001"_s;
    row.value.partnerName = u"Partner 0001"_s;
    row.value.name = u"Schlüssel"_s;
    row.value.kind = CredentialKind::ApiKey;
    row.value.realm = Realm::Production;
    row.value.state = CredentialState::Rotating;
    row.value.scopes = {u"orders:read"_s, u"orders:write"_s};
    row.value.owner = u"ops-1"_s;
    row.value.createdAt = noon;
    row.value.createdBy = u"ops-2"_s;
    row.value.expiresAt = noon.addDays(30);
    row.value.revokedAt = noon.addDays(1);
    row.value.revokedBy = u"ops-3"_s;
    row.value.revokedReason = u"lost"_s;
    row.value.version = 9;
    row.suspended = true;
    row.nextEventAt = noon.addDays(2);
    row.generations = {fullGeneration(1), fullGeneration(2)};
    row.value.lastUsedAt = row.generations.at(1).value.lastUsedAt;
    row.value.lastUsedFrom = row.generations.at(1).value.lastUsedFrom;
    return row;
}

} // namespace

/// What is put into a table comes back, member by member, and nothing else goes.
class TestStoreRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsComeBack()
    {
        StoreFixture fixture;
        const CallRecord call = fullCall();
        call_rows::insert(fixture.tx, call);
        CallRecord again = call;
        again.status = 500;
        call_rows::insert(fixture.tx, again); // a decision is told once
        QCOMPARE(call_rows::find(fixture.tx, call.id), call);
        QCOMPARE(call_rows::find(fixture.tx, u"dec_2"_s), std::nullopt);
        for (int i = 2; i <= 4; ++i) {
            again.id = u"dec_%1"_s.arg(i);
            again.at = noon.addSecs(i);
            call_rows::insert(fixture.tx, again);
        }
        const auto after = call_rows::after(fixture.tx, fixture.tx.node().number, 1, 2);
        QCOMPARE(after.size(), std::size_t(2));
        QCOMPARE(after.at(0).nodeSeq, 2);
        QCOMPARE(after.at(0).call.id, u"dec_2"_s);
        QCOMPARE(after.at(1).nodeSeq, 3);
        QVERIFY(call_rows::after(fixture.tx, fixture.tx.node().number, 4, 2).empty());
        QCOMPARE(call_rows::removeBefore(fixture.tx, noon.addSecs(3)), 2);
        QVERIFY(call_rows::find(fixture.tx, u"dec_3"_s)); // at that instant it stays
    }

    void credentialsComeBack()
    {
        StoreFixture fixture;
        fixture.addPartner();
        const CredentialRow full = fullCredential();
        credential_rows::put(fixture.tx, full);
        QCOMPARE(credential_rows::find(fixture.tx, u"crd_1"_s), full);
        QCOMPARE(credential_rows::find(fixture.tx, u"crd_2"_s), std::nullopt);
        // Without anything that may be missing, and changed by a second put().
        CredentialRow bare = fixture.addCredential(u"prt_0001"_s, u"crd_2"_s, u"bare"_s);
        bare.value.partnerName = full.value.partnerName;
        QCOMPARE(credential_rows::find(fixture.tx, u"crd_2"_s), bare);
        bare.value.name = u"renamed"_s;
        bare.value.state = CredentialState::Revoked;
        bare.value.version = 2;
        bare.suspended = true;
        bare.generations.first().value.state = GenerationState::Revoked;
        bare.generations.first().value.endedAt = noon;
        credential_rows::put(fixture.tx, bare);
        QCOMPARE(credential_rows::find(fixture.tx, u"crd_2"_s), bare);
        QCOMPARE(credential_rows::all(fixture.tx), (QList<CredentialRow>{full, bare}));
        QCOMPARE(credential_rows::ofPartner(fixture.tx, u"prt_0001"_s), (QList<CredentialRow>{full, bare}));
        QVERIFY(credential_rows::ofPartner(fixture.tx, u"prt_0002"_s).isEmpty());
    }

    /// Of the generation that was used last, whichever that is; a use that is told late moves nothing back.
    void lastUsedMovesForward()
    {
        StoreFixture fixture;
        fixture.addPartner();
        CredentialRow row = fullCredential();
        std::swap(row.generations[0].value.lastUsedAt, row.generations[1].value.lastUsedAt);
        credential_rows::put(fixture.tx, row);
        const auto last = [&fixture] {
            const Credential value = credential_rows::find(fixture.tx, u"crd_1"_s)->value;
            return std::pair(value.lastUsedAt.value_or(QDateTime()), value.lastUsedFrom);
        };
        const QDateTime latest = *row.generations.at(0).value.lastUsedAt;
        QCOMPARE(last(), std::pair(latest, u"192.0.2.1"_s));
        credential_rows::touch(fixture.tx, u"crd_1"_s, 1, latest, u"late"_s);
        credential_rows::touch(fixture.tx, u"crd_1"_s, 2, latest.addSecs(-1), u"second"_s);
        QCOMPARE(last(), std::pair(latest, u"192.0.2.1"_s));
        credential_rows::touch(fixture.tx, u"crd_1"_s, 2, latest.addSecs(1), u"second"_s);
        QCOMPARE(last(), std::pair(latest.addSecs(1), u"second"_s));
        credential_rows::touch(fixture.tx, u"crd_1"_s, 1, latest.addSecs(1), u"first"_s); // of two the older
        QCOMPARE(last(), std::pair(latest.addSecs(1), u"first"_s));
    }

    void whatIsDue()
    {
        StoreFixture fixture;
        fixture.addPartner();
        QCOMPARE(credential_rows::nextDue(fixture.tx), std::nullopt);
        for (int i = 1; i <= 4; ++i) {
            CredentialRow row = fixture.addCredential(u"prt_0001"_s, u"crd_%1"_s.arg(i), u"key"_s);
            if (i < 4) // the last has nothing before it
                row.nextEventAt = noon.addSecs(10 - i);
            credential_rows::put(fixture.tx, row);
        }
        const auto due = [&fixture](int seconds, int limit) {
            QStringList ids;
            for (const CredentialRow &row : credential_rows::due(fixture.tx, noon.addSecs(seconds), limit))
                ids.append(row.value.id);
            return ids;
        };
        QCOMPARE(credential_rows::nextDue(fixture.tx), noon.addSecs(7));
        QCOMPARE(due(6, 9), QStringList());
        QCOMPARE(due(7, 9), QStringList{u"crd_3"_s});
        QCOMPARE(due(60, 9), (QStringList{u"crd_3"_s, u"crd_2"_s, u"crd_1"_s}));
        QCOMPARE(due(60, 2), (QStringList{u"crd_3"_s, u"crd_2"_s}));
    }

    void partnersComeBack()
    {
        StoreFixture fixture;
        Partner partner = fixture.addPartner(1);
        (void)fixture.addPartner(2);
        partner.summary = {}; // never written
        partner.summary.health = Health::NoTraffic;
        partner.summary.callsPerHour = QList<qint64>(24, 0);
        QCOMPARE(partner_rows::find(fixture.tx, u"prt_0001"_s, noon), partner);
        QCOMPARE(partner_rows::find(fixture.tx, u"prt_0003"_s, noon), std::nullopt);
        partner.name = u"Étoile"_s;
        partner.slug = u"etoile"_s;
        partner.version = 4;
        partner_rows::update(fixture.tx, partner);
        QCOMPARE(partner_rows::find(fixture.tx, u"prt_0001"_s, noon), partner);
        QCOMPARE(partner_rows::all(fixture.tx).size(), 2);
        QCOMPARE(partner_rows::all(fixture.tx).constFirst(), partner);
        QVERIFY(partner_rows::slugTaken(fixture.tx, u"etoile"_s, {}));
        QVERIFY(!partner_rows::slugTaken(fixture.tx, u"etoile"_s, u"prt_0001"_s));
        QVERIFY(!partner_rows::slugTaken(fixture.tx, u"partner-1"_s, {}));
        fixture.tx.exec(
            u"INSERT INTO partner_stats VALUES ('prt_0001', 'throttled', 1700000000123, 31, 32, 33, "
            "'7,8,9', 34, 35, 0.97)"_s);
        partner.summary.health = Health::Throttled;
        partner.summary.lastCallAt = QDateTime::fromMSecsSinceEpoch(1700000000123, Qt::UTC);
        partner.summary.calls24h = 31;
        partner.summary.errors24h = 32;
        partner.summary.throttled24h = 33;
        partner.summary.callsPerHour = QList<qint64>(21, 0) + QList<qint64>{7, 8, 9}; // the newest are last
        partner.summary.quotaUsedToday = 34;
        partner.summary.quotaToday = 35;
        QCOMPARE(partner_rows::find(fixture.tx, u"prt_0001"_s, noon), partner);
    }

    /// Those that can still be used count; those that are used and end within 14 days need somebody.
    void credentialsOfAPartnerAreCounted()
    {
        StoreFixture fixture;
        PartnerIndex index;
        fixture.addPartner();
        int number = 0;
        const auto add = [&](CredentialState state, const QDateTime &expires) {
            CredentialRow row = fixture.addCredential(u"prt_0001"_s, u"crd_%1"_s.arg(++number), u"key"_s);
            row.value.state = state;
            row.value.expiresAt = expires;
            credential_rows::put(fixture.tx, row);
            const Partner partner = partner_rows::find(fixture.tx, u"prt_0001"_s, noon).value();
            const Partner listed = partner_rows::list(fixture.tx, index, {}, noon)->items.value(0);
            if (listed.summary != partner.summary)
                qFatal("listed otherwise than found");
            return std::pair(partner.summary.credentials, partner.summary.credentialsExpiring);
        };
        const QDateTime edge = noon.addDays(14);
        QCOMPARE(add(CredentialState::Active, edge.addMSecs(1)), std::pair(1, 0));
        QCOMPARE(add(CredentialState::Active, edge), std::pair(2, 1));
        QCOMPARE(add(CredentialState::Rotating, edge), std::pair(3, 2));
        int count = 3;
        for (const CredentialState state :
             {CredentialState::Pending, CredentialState::Suspended, CredentialState::Expired})
            QCOMPARE(add(state, edge), std::pair(++count, 2));
        for (const CredentialState state : {CredentialState::Void, CredentialState::Revoked})
            QCOMPARE(add(state, edge), std::pair(6, 2));
    }

    void theCatalogueComesBack()
    {
        StoreFixture fixture;
        for (const Scope &scope : pc::test::sampleScopes())
            catalogue_rows::put(fixture.tx, scope);
        QCOMPARE(catalogue_rows::scopes(fixture.tx).size(), pc::test::sampleScopes().size());
        QVERIFY(catalogue_rows::scopes(fixture.tx).contains(pc::test::sampleScopes().constFirst()));
        const QList<Plan> plans = pc::test::samplePlans();
        for (const Plan &plan : plans)
            catalogue_rows::put(fixture.tx, plan);
        QCOMPARE(catalogue_rows::plans(fixture.tx), (QList<Plan>{plans.at(1), plans.at(0)})); // by name
        QCOMPARE(catalogue_rows::plan(fixture.tx, plans.at(1).id), plans.at(1));
        QCOMPARE(catalogue_rows::plan(fixture.tx, u"pln_none"_s), std::nullopt);
        Route route;
        route.id = u"rte_1"_s;
        route.method = u"PUT"_s;
        route.pathTemplate = u"/api/v1/b"_s;
        route.scope = u"orders:read"_s;
        Route first = route;
        first.id = u"rte_2"_s;
        first.pathTemplate = u"/api/v1/a"_s;
        catalogue_rows::put(fixture.tx, route);
        catalogue_rows::put(fixture.tx, first);
        route.method = u"GET"_s;
        catalogue_rows::put(fixture.tx, route);
        QCOMPARE(catalogue_rows::routes(fixture.tx), (QList<Route>{first, route}));
    }

    void grantsComeBack()
    {
        StoreFixture fixture;
        fixture.addPartner();
        catalogue_rows::put(fixture.tx, pc::test::samplePlans().constFirst());
        Grant grant = pc::test::sampleGrant();
        catalogue_rows::put(fixture.tx, grant);
        grant.effective = {}; // is computed, never written
        QCOMPARE(catalogue_rows::grant(fixture.tx, grant.partnerId), grant);
        QCOMPARE(catalogue_rows::grants(fixture.tx), QList<Grant>{grant});
        grant.version = 6;
        catalogue_rows::put(fixture.tx, grant);
        QCOMPARE(catalogue_rows::grants(fixture.tx), QList<Grant>{grant});
        QCOMPARE(catalogue_rows::grant(fixture.tx, u"prt_0002"_s), std::nullopt);
    }

    void networksComeBack()
    {
        StoreFixture fixture;
        fixture.addPartner();
        const QString id = pc::test::sampleGrant().partnerId;
        NetworkRules none;
        none.partnerId = id;
        QCOMPARE(network_rows::find(fixture.tx, id), none);
        QCOMPARE(network_rows::all(fixture.tx), QList<NetworkRules>());
        NetworkRules rules = none;
        rules.production = {{u"192.0.2.0/24"_s, u"Büro, \"West\""_s, noon, noon.addDays(3)}};
        rules.waiver = NetworkWaiver{noon, u"why"_s};
        rules.credentials = {{u"crd_1"_s, {{u"2001:db8::/48"_s, {}, {}, {}}}}};
        rules.version = 1;
        rules.updatedAt = noon;
        rules.updatedBy = u"ops"_s;
        network_rows::put(fixture.tx, rules);
        QCOMPARE(network_rows::find(fixture.tx, id), rules);
        rules.version = 2;
        rules.waiver.reset();
        network_rows::put(fixture.tx, rules);
        QCOMPARE(network_rows::all(fixture.tx), QList<NetworkRules>{rules});
        fixture.tx.dropStatements();
    }
};

QTEST_GUILESS_MAIN(TestStoreRows)
#include "tst_store_rows.moc"
