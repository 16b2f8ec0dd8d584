// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/verify/state_check.h"

#include "contract/audit_actions/audit_action.h"
#include "tests/platform/admin/revocation/revocation_fixture.h"

#include "platform/admin/maintenance/maintenance.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/network_rows.h"
#include "platform/store/rows/partner_rows.h"
#include "platform/verify/credential_events.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

QString contradiction(RevocationFixture &fixture)
{
    const auto found = fixture.admin.administration->context().store.readNow<QString>([](Tx &tx) {
        StateCheck check;
        const QList<QByteArray> events = audit_log::canonicalRange(tx, 0, 10'000);
        for (const QByteArray &canonical : events)
            check.see(audit_log::decode(canonical));
        return check.contradiction(tx);
    });
    return found ? *found : u"the store cannot be read"_s;
}

void tamper(RevocationFixture &fixture, const std::function<void(Tx &)> &act)
{
    const auto stored = fixture.admin.administration->context().store.writeNow<bool>([&act](Tx &tx) {
        act(tx);
        return true;
    });
    QVERIFY(stored.has_value());
}

void activate(RevocationFixture &fixture)
{
    tamper(fixture, [&](Tx &tx) {
        auto row = credential_rows::find(tx, fixture.made.id);
        QVERIFY(row.has_value());
        row->value.state = CredentialState::Active;
        credential_rows::put(tx, *row);
    });
}

} // namespace

/// What the tables have open although the log says that it was closed.
class TestStateCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsOpenWithoutAnEventIsFound_data()
    {
        QTest::addColumn<QString>("act");
        QTest::newRow("revoked") << u"revoke"_s;
        QTest::newRow("suspended") << u"suspend"_s;
        QTest::newRow("frozen") << u"freeze"_s;
    }
    void whatIsOpenWithoutAnEventIsFound()
    {
        QFETCH(QString, act);
        RevocationFixture fixture;
        QCOMPARE(contradiction(fixture), QString());
        QCOMPARE(fixture.begin(fixture.actNamed(act)).get().status, 200);
        QCOMPARE(contradiction(fixture), QString());
        if (act == u"freeze") {
            tamper(fixture, [&](Tx &tx) {
                auto partner = partner_rows::find(tx, fixture.partner, fixture.now());
                QVERIFY(partner.has_value());
                partner->status = PartnerStatus::Active;
                partner_rows::update(tx, *partner);
            });
            QVERIFY(contradiction(fixture).contains(fixture.partner));
        } else {
            activate(fixture);
            QVERIFY(contradiction(fixture).contains(fixture.made.id));
        }
    }

    void whatWasOpenedByAnEventIsRight()
    {
        RevocationFixture fixture;
        QCOMPARE(fixture.begin(fixture.actNamed(u"suspend"_s)).get().status, 200);
        QCOMPARE(fixture
                     .begin({"/credentials/{c}/resume", HttpMethod::Post, pc::platform::test::act(),
                             fixture.get("/credentials/{c}").etag})
                     .get()
                     .status,
                 200);
        QCOMPARE(fixture.begin(fixture.actNamed(u"freeze"_s)).get().status, 200);
        QCOMPARE(fixture
                     .begin({"/partners/{p}/unfreeze", HttpMethod::Post, pc::platform::test::act(),
                             fixture.get("/partners/{p}").etag})
                     .get()
                     .status,
                 200);
        QCOMPARE(contradiction(fixture), QString());
    }

    /// What a scope is allowed for and what a plan allows, as far as their events say it.
    void scopesAndPlansAreCompared()
    {
        RevocationFixture fixture;
        AdminFixture &admin = fixture.admin;
        const QJsonObject limits{{u"rate"_s, 2.5}, {u"burst"_s, 5}, {u"daily_quota"_s, 0}};
        const QJsonObject plan{{u"name"_s, u"Night"_s},   {u"description"_s, QString()},
                               {u"sandbox"_s, limits},    {u"limited"_s, limits},
                               {u"production"_s, limits}, {u"reason"_s, u"why"_s}};
        const QString id = admin.post("/plans", plan).json.value(u"id"_s).toString();
        const QByteArray scope = "/scope?scope=orders:read";
        const QJsonObject said{{u"title"_s, u"Orders"_s},
                               {u"sentence"_s, QString()},
                               {u"data_categories"_s, QJsonArray{u"orders"_s, u"a, b"_s}},
                               {u"lawful_bases"_s, QJsonArray{u"contract"_s}},
                               {u"sensitive"_s, true},
                               {u"reason"_s, u"why"_s}};
        QCOMPARE(admin.put(scope, said, {}, admin.get(scope).etag).status, 200);
        QCOMPARE(contradiction(fixture), QString());
        const auto withScope = [&](const std::function<void(Scope &)> &change) {
            tamper(fixture, [&](Tx &tx) {
                Scope row = catalogue_rows::scope(tx, u"orders:read"_s).value_or(Scope());
                change(row);
                catalogue_rows::put(tx, row);
            });
        };
        withScope([](Scope &row) { row.lawfulBases = {}; });
        QVERIFY(contradiction(fixture).contains(u"orders:read"_s));
        withScope([](Scope &row) { row.lawfulBases = {LawfulBasis::Contract}; });
        QCOMPARE(contradiction(fixture), QString());
        withScope([](Scope &row) { row.dataCategories.removeLast(); });
        QVERIFY(contradiction(fixture).contains(u"orders:read"_s));
        withScope([](Scope &row) { row.dataCategories.append(u"a, b"_s); });
        withScope([](Scope &row) { row.sensitive = false; });
        QVERIFY(contradiction(fixture).contains(u"orders:read"_s));
        withScope([](Scope &row) { row.sensitive = true; });
        tamper(fixture, [&](Tx &tx) {
            Plan row = catalogue_rows::plan(tx, id).value_or(Plan());
            row.production.rate = 2000;
            catalogue_rows::put(tx, row);
        });
        QVERIFY(contradiction(fixture).contains(id));
        tamper(fixture, [&](Tx &tx) { catalogue_rows::removePlan(tx, id); });
        QVERIFY(contradiction(fixture).contains(id));
    }

    /// A grace that begins or moves while the credential is suspended is told as it is.
    void ofASuspendedOneTheGraceIsTold()
    {
        RevocationFixture fixture;
        AdminFixture &admin = fixture.admin;
        const auto made = admin.makeCredential(fixture.partner);
        const QByteArray path = "/credentials/" + made.id.toLatin1();
        const QJsonObject reason = pc::platform::test::act();
        const SealingKey key = SealingKey::generate(admin.random);
        QJsonObject rotation = reason;
        rotation.insert(u"seal_to"_s, admin.issueBody(key.publicKey()).value(u"seal_to"_s));
        rotation.insert(u"grace_seconds"_s, 3600);
        rotation.insert(u"emergency"_s, false);
        const Reply rotated = admin.post(path + "/rotate", rotation, "rot-2", made.etag);
        QVERIFY2(rotated.status / 100 == 2, rotated.body);
        const Secret second = AdminFixture::unseal(rotated.json, key, "rot-2");
        QCOMPARE(admin.post(path + "/suspend", reason).status, 200);
        QCOMPARE(admin.acknowledge(made.id, 2, second).status, 200);
        QCOMPARE(contradiction(fixture), QString());
        QJsonObject later = reason;
        later.insert(u"until"_s, fixture.now().addSecs(7200).toString(Qt::ISODateWithMs));
        const Reply moved = admin.post(path + "/grace", later, {}, admin.get(path).etag);
        QVERIFY2(moved.status == 200, moved.body);
        const QJsonValue event = admin.events("action=credential.grace&limit=1").at(0);
        for (const QString &side : {u"before"_s, u"after"_s})
            QVERIFY(event[u"changes"_s][0][side].toString().startsWith(u"20"_s));
        QCOMPARE(admin.post(path + "/resume", reason, {}, admin.get(path).etag).status, 200);
        QCOMPARE(contradiction(fixture), QString());
    }
    /// Former services said of a suspended one what was shown of it: nothing is concluded from that.
    void whatFormerEventsLeftOutIsNotConcluded()
    {
        CredentialEvents events;
        const auto see = [&events](AuditAction action, const QList<FieldChange> &changes) {
            AuditEvent event;
            event.action = toText(action);
            event.targetId = u"crd_1"_s;
            event.changes = changes;
            events.see(action, event);
        };
        CredentialRow row;
        row.value.id = u"crd_1"_s;
        row.value.state = CredentialState::Rotating;
        row.generations.resize(2);
        for (int i = 0; i < 2; ++i)
            row.generations[i].value.number = i + 1;
        row.generations[0].value.state = GenerationState::Grace;
        row.generations[1].value.state = GenerationState::Active;
        see(AuditAction::CredentialIssue, {});
        see(AuditAction::CredentialAck, {{u"generation"_s, {}, u"1"_s}});
        see(AuditAction::CredentialSuspend, {});
        see(AuditAction::CredentialAck, {{u"generation"_s, {}, u"2"_s}});
        see(AuditAction::CredentialGrace, {{u"grace_until"_s, u"ended"_s, u"ended"_s}});
        see(AuditAction::CredentialResume, {});
        QCOMPARE(events.contradiction(row), QString());
        see(AuditAction::CredentialGrace, {{u"grace_until"_s, u"2026-01-01"_s, u"ended"_s}});
        QVERIFY(events.contradiction(row).contains(u"generation 1"_s));
    }

    /// A secret that nobody acknowledged is not in force; an acknowledgement of before said of none which.
    void whatWaitsIsNotInForce()
    {
        CredentialEvents events;
        AuditEvent event;
        event.targetId = u"crd_1"_s;
        event.changes = {{u"state"_s, {}, u"pending"_s}};
        events.see(AuditAction::CredentialIssue, event);
        CredentialRow row;
        row.value.id = u"crd_1"_s;
        row.generations.resize(1);
        row.generations[0].value.number = 1;
        for (const GenerationState state : {GenerationState::Active, GenerationState::Grace}) {
            row.generations[0].value.state = state;
            QVERIFY(events.contradiction(row).contains(u"no event says so"_s));
        }
        row.generations[0].value.state = GenerationState::Active;
        event.changes = {};
        events.see(AuditAction::CredentialAck, event);
        QCOMPARE(events.contradiction(row), QString());
    }

    /// Whose secrets are taken under a client id of another system stands in its event.
    void aClientIdIsWhoseItsEventSays()
    {
        CredentialEvents events;
        AuditEvent event;
        event.action = toText(AuditAction::CredentialImport);
        event.targetId = u"crd_1"_s;
        event.partnerId = u"prt_1"_s;
        event.changes = {{u"client_id"_s, {}, u"acme-backend"_s}};
        events.see(AuditAction::CredentialImport, event);
        CredentialRow row;
        row.value.id = u"crd_1"_s;
        row.value.partnerId = u"prt_1"_s;
        row.value.kind = CredentialKind::LegacyClientId;
        row.value.legacyClientId = u"acme-backend"_s;
        QCOMPARE(events.contradiction(row), QString());
        row.value.partnerId = u"prt_2"_s;
        QVERIFY(events.contradiction(row).contains(u"another partner"_s));
        row.value.partnerId = u"prt_1"_s;
        row.value.legacyClientId = u"other-backend"_s;
        QVERIFY(events.contradiction(row).contains(u"another client id"_s));
    }

    /// What gives somebody more than the log says, row by row.
    void whatNoEventGaveIsFound_data()
    {
        using Edit = std::function<void(RevocationFixture &, Tx &)>;
        QTest::addColumn<QString>("act"); // before it; empty: none
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("says");
        const auto credential = [](const std::function<void(CredentialRow &, const QDateTime &)> &change) {
            return Edit([change](RevocationFixture &fixture, Tx &tx) {
                auto row = credential_rows::find(tx, fixture.made.id);
                QVERIFY(row.has_value());
                change(*row, fixture.now());
                credential_rows::put(tx, *row);
            });
        };
        const Edit graceAgain = credential([](CredentialRow &row, const QDateTime &now) {
            row.generations.first().value.state = GenerationState::Grace;
            row.generations.first().value.graceUntil = now.addSecs(3600);
        });
        for (const char *act : {"end grace", "emergency rotation", "over by the clock"})
            QTest::addRow("a generation after %s", act)
                << QString::fromLatin1(act) << graceAgain << u"generation 1"_s;
        QTest::newRow("a longer life") << QString() << credential([](CredentialRow &row, const QDateTime &) {
            row.value.expiresAt = row.value.expiresAt.addDays(30);
        }) << u"lives longer"_s;
        QTest::newRow("a credential") << QString() << credential([](CredentialRow &row, const QDateTime &) {
            row.value.id = u"crd_0000000000000009"_s;
        }) << u"crd_0000000000000009 was issued"_s;
        QTest::newRow("a session") << QString() << Edit([](RevocationFixture &fixture, Tx &tx) {
            SessionRow row;
            row.tokenHash = QByteArray(32, 'x');
            row.chain = u"ses_forged"_s;
            row.account = u"tester"_s;
            row.expiresAt = row.renewableUntil = fixture.now().addSecs(3600);
            session_rows::put(tx, row);
        }) << u"ses_forged"_s;
        QTest::newRow("a session of another") << QString() << Edit([](RevocationFixture &, Tx &tx) {
            const QList<SessionRow> rows = session_rows::all(tx);
            for (SessionRow row : rows) {
                row.account = u"ann"_s;
                session_rows::removeChain(tx, row.chain);
                session_rows::put(tx, row);
            }
        }) << u"\"ann\" began"_s;
        QTest::newRow("a stage") << QString() << Edit([](RevocationFixture &fixture, Tx &tx) {
            auto partner = partner_rows::find(tx, fixture.partner, fixture.now());
            QVERIFY(partner.has_value());
            partner->stage = Stage::Production;
            partner_rows::update(tx, *partner);
        }) << u"another stage"_s;
        QTest::newRow("a scope") << u"fewer scopes"_s << Edit([](RevocationFixture &fixture, Tx &tx) {
            auto grant = catalogue_rows::grant(tx, fixture.partner);
            QVERIFY(grant.has_value());
            grant->scopes.append(u"orders:read"_s);
            catalogue_rows::put(tx, *grant);
        }) << u"scopes that no event gave"_s;
        const auto networks = [](const std::function<void(NetworkRules &)> &change) {
            return Edit([change](RevocationFixture &fixture, Tx &tx) {
                NetworkRules rules = network_rows::find(tx, fixture.partner);
                change(rules);
                network_rows::put(tx, rules);
            });
        };
        const QString others = u"other allow-lists than its events say"_s;
        QTest::newRow("a network") << u"fewer networks"_s << networks([](NetworkRules &rules) {
            rules.sandbox.append({u"198.18.1.0/24"_s, {}, {}, {}});
        }) << others;
        QTest::newRow("an empty list, which lets all through")
            << u"fewer networks"_s << networks([](NetworkRules &rules) { rules.sandbox.clear(); }) << others;
        QTest::newRow("a waiver") << QString() << networks([](NetworkRules &rules) {
            rules.waiver = NetworkWaiver{QDateTime(QDate(2040, 1, 1), QTime(), Qt::UTC), u"none"_s};
        }) << others;
    }
    void whatNoEventGaveIsFound()
    {
        QFETCH(QString, act);
        QFETCH(std::function<void(RevocationFixture &, Tx &)>, edit);
        QFETCH(QString, says);
        RevocationFixture fixture;
        const QByteArray tester = fixture.admin.token;
        fixture.admin.signIn(u"ann"_s, {u"viewer"_s});
        fixture.admin.token = tester;
        if (act == u"over by the clock") {
            fixture.admin.clock.advance(std::chrono::hours(2));
            QCOMPARE(Maintenance(fixture.admin.administration->context()).recordClockEvents(), 1);
        } else if (!act.isEmpty()) {
            QCOMPARE(fixture.begin(fixture.actNamed(act)).get().status / 100, 2);
        }
        QCOMPARE(contradiction(fixture), QString());
        tamper(fixture, [&](Tx &tx) { edit(fixture, tx); });
        const QString found = contradiction(fixture);
        QVERIFY2(found.contains(says), qPrintable(found));
    }

    /// Given back, and in another order: as the events say.
    void scopesFollowTheirEvents()
    {
        RevocationFixture fixture;
        const auto edit = [&fixture](const QJsonArray &scopes) {
            Act wanted = fixture.actNamed(u"fewer scopes"_s);
            wanted.body.insert(u"scopes"_s, scopes);
            QCOMPARE(fixture.begin(wanted).get().status, 200);
            QCOMPARE(contradiction(fixture), QString());
        };
        edit({});
        edit({u"orders:read"_s});
        edit({u"orders:read"_s, u"products:read"_s});
        edit({u"products:read"_s, u"orders:read"_s});
        edit({u"products:read"_s});
    }

    /// Line by line, notes with commas and all, and in another order.
    void networksFollowTheirEvents()
    {
        RevocationFixture fixture;
        const auto entry = [](const QString &network, const QString &note = {}) {
            return QJsonObject{{u"network"_s, network}, {u"note"_s, note}};
        };
        const QString until = fixture.now().addDays(5).toString(Qt::ISODateWithMs);
        QJsonObject timed = entry(u"198.18.2.0/24"_s, u"Move, first part"_s);
        timed.insert(u"until"_s, until);
        const QJsonArray one{entry(u"198.18.0.0/24"_s, u"Office, \"west\""_s), timed};
        const QJsonArray turned{one.at(1), one.at(0)};
        for (const auto &[sandbox, production] : {std::pair(one, QJsonArray()),
                                                  {turned, one},
                                                  {QJsonArray{one.at(0)}, turned},
                                                  {QJsonArray(), one}}) {
            Act wanted = fixture.actNamed(u"fewer networks"_s);
            wanted.body.insert(u"sandbox"_s, sandbox);
            wanted.body.insert(u"production"_s, production);
            wanted.body.insert(u"reason"_s, u"Test"_s);
            wanted.body.insert(u"credentials"_s, QJsonArray{QJsonObject{{u"credential_id"_s, fixture.made.id},
                                                                        {u"entries"_s, one}}});
            wanted.body.insert(u"waiver"_s,
                               QJsonObject{{u"until"_s, until}, {u"reason"_s, u"Moves, slowly"_s}});
            const Reply reply = fixture.begin(wanted).get();
            QVERIFY2(reply.status == 200, reply.body);
            QCOMPARE(contradiction(fixture), QString());
        }
    }

    void operatorsAreWhatTheirEventsSay()
    {
        RevocationFixture fixture;
        AdminFixture &admin = fixture.admin;
        const auto account = [&](const QJsonArray &roles) {
            QCOMPARE(admin
                         .local(HttpMethod::Post, "/local/v1/operators",
                                {{u"account"_s, u"eve"_s}, {u"roles"_s, roles}})
                         .status,
                     204);
        };
        const auto change = [&](const std::function<void(OperatorRow &)> &edit) {
            tamper(fixture, [&](Tx &tx) {
                auto row = operator_rows::find(tx, u"eve"_s);
                QVERIFY(row.has_value());
                edit(*row);
                operator_rows::put(tx, *row);
            });
        };
        account({u"viewer"_s});
        account({u"support"_s, u"viewer"_s});
        QCOMPARE(contradiction(fixture), QString());
        change([](OperatorRow &row) { row.roles.append(Role::Admin); });
        QVERIFY(contradiction(fixture).contains(u"\"eve\" has other roles"_s));
        change([](OperatorRow &row) { row.roles.removeLast(); });
        QCOMPARE(contradiction(fixture), QString());

        QCOMPARE(
            admin.local(HttpMethod::Post, "/local/v1/operators/disable", {{u"account"_s, u"eve"_s}}).status,
            204);
        QCOMPARE(contradiction(fixture), QString());
        change([](OperatorRow &row) { row.disabledAt.reset(); });
        QVERIFY(contradiction(fixture).contains(u"\"eve\" was disabled"_s));
        change([&](OperatorRow &row) { row.disabledAt = fixture.now(); });
        account({u"support"_s, u"viewer"_s}); // enabled again
        QCOMPARE(contradiction(fixture), QString());
        tamper(fixture, [now = fixture.now()](Tx &tx) {
            OperatorRow row;
            row.account = row.displayName = u"mallory"_s;
            row.createdAt = now;
            row.roles = {Role::Admin};
            operator_rows::put(tx, row);
        });
        QVERIFY(contradiction(fixture).contains(u"\"mallory\""_s));
    }
};

QTEST_GUILESS_MAIN(TestStateCheck)
#include "tst_state_check.moc"
