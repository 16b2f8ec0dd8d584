// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/admin_fixture.h"

#include "contract/codec/codecs.h"
#include "platform/admin/maintenance/maintenance.h"
#include "platform/admin/usage/metering_writer.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/audit/audit_signer.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/store/rows/call_rows.h"
#include "platform/store/rows/checkpoint_rows.h"
#include "platform/store/rows/node_rows.h"
#include "platform/store/rows/quota_rows.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;
using namespace std::chrono_literals;

namespace {

CallRecord callAt(const QDateTime &at, int number)
{
    CallRecord call;
    call.id = u"dec_"_s + QString::number(number).rightJustified(16, u'0');
    call.requestId = u"req_"_s + QString::number(number);
    call.at = at;
    call.partnerId = u"prt_0000000000000001"_s;
    call.realm = Realm::Sandbox;
    call.method = u"GET"_s;
    call.path = u"/api/v1/orders"_s;
    call.outcome = Outcome::Served;
    call.reason = DecisionReason::Allowed;
    call.status = 200;
    return call;
}

struct Service
{
    AdminFixture fixture;
    AdminContext &context = fixture.administration->context();
    Maintenance maintenance{context};

    [[nodiscard]] QDateTime now() const { return context.now(); }
    [[nodiscard]] Node node() const
    {
        return context.store.readNow<Node>([](Tx &tx) { return tx.node(); }).value();
    }
    void store(const QList<CallRecord> &calls) const
    {
        const auto stored = context.store.writeNow<bool>([&calls](Tx &tx) {
            for (const CallRecord &call : calls)
                call_rows::insert(tx, call);
            return true;
        });
        QVERIFY(stored);
    }
    [[nodiscard]] int checkpoints() const
    {
        return static_cast<int>(
            context.store.readNow<qsizetype>([](Tx &tx) { return checkpoint_rows::all(tx).size(); })
                .value_or(-1));
    }
    /// A partner: some events.
    void grow(int number) { (void)fixture.makePartner(u"grown-%1"_s.arg(number)); }
    /// What the feed tells after this cursor, "kind id partner".
    [[nodiscard]] QStringList fedAfter(const QString &cursor)
    {
        QStringList list;
        const QJsonArray changes = fixture.toldAfter(cursor);
        for (const QJsonValue &change : changes) {
            QStringList about{change[u"id"_s].toString(), change[u"partner_id"_s].toString()};
            about.removeAll(QString());
            list.append(change[u"kind"_s].toString() + u' ' + about.join(u' '));
        }
        return list;
    }
    [[nodiscard]] QJsonArray eventsOf(const QByteArray &action) { return fixture.events("action=" + action); }
    [[nodiscard]] qint64 events() const
    {
        return context.store
            .readNow<qint64>([](Tx &tx) { return static_cast<qint64>(audit_log::frontier(tx).size()); })
            .value_or(-1);
    }
};

} // namespace

/// What the clock has done, minute by minute, with a clock that tests move.
class TestMaintenance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsAreSealedOnce()
    {
        Service service;
        const auto sealed = [&service] { return service.eventsOf("calls.sealed"); };
        service.maintenance.sealCalls();
        QVERIFY(sealed().isEmpty()); // no calls, no leaf
        const QList<CallRecord> first{callAt(service.now(), 1), callAt(service.now().addSecs(-5), 2)};
        service.store(first);
        service.maintenance.sealCalls();
        QCOMPARE(sealed().size(), 1);
        service.maintenance.sealCalls();
        QCOMPARE(sealed().size(), 1); // none of them twice
        service.store({callAt(service.now(), 3)});
        service.maintenance.sealCalls();
        QCOMPARE(sealed().size(), 2);

        QCryptographicHash digest(QCryptographicHash::Sha256);
        for (const CallRecord &call : first) // in the order in which they were stored
            digest.addData(QByteArray(jsonBytes(call) + '\n'));
        const QJsonObject event = sealed().at(1).toObject();
        QCOMPARE(event.value(u"target_id"_s).toString(), u"1-2"_s);
        QCOMPARE(event.value(u"actor"_s).toString(), u"platform"_s);
        const QJsonArray changes = event.value(u"changes"_s).toArray();
        QCOMPARE(changes.at(0).toObject().value(u"after"_s).toString(), u"2"_s);
        QCOMPARE(changes.at(1).toObject().value(u"after"_s).toString(),
                 QString::fromLatin1(digest.result().toHex()));
        QCOMPARE(changes.at(2).toObject().value(u"field"_s).toString(), u"node"_s);
        QCOMPARE(changes.at(2).toObject().value(u"after"_s).toString(), service.node().id);
        QCOMPARE(sealed().at(0).toObject().value(u"target_id"_s).toString(), u"3-3"_s);

        // The feed hears of a leaf, and of none where there is none.
        const QString cursor = service.fixture.feedCursor();
        service.maintenance.sealCalls();
        QCOMPARE(service.fedAfter(cursor), QStringList());
        service.store({callAt(service.now(), 4)});
        service.maintenance.sealCalls();
        QCOMPARE(service.fedAfter(cursor), QStringList{u"audit "_s});
        const QJsonArray told = service.fixture.toldAfter(cursor);
        QCOMPARE(told.at(0)[u"event_id"_s], sealed().at(0)[u"id"_s]);
    }

    /// What a former node of the directory left is sealed by the one that is there now, each node's on its
    /// own and in the order in which that node counted.
    void callsOfEveryNodeAreSealed()
    {
        Service service;
        service.store({callAt(service.now(), 1)});
        const auto stored = service.context.store.writeNow<bool>([&service](Tx &tx) {
            const Node own = tx.node();
            tx.setNode({node_rows::enter(tx, u"nod_former"_s), u"nod_former"_s});
            call_rows::insert(tx, std::vector{callAt(service.now(), 2), callAt(service.now(), 3)});
            tx.setNode(own);
            return true;
        });
        QVERIFY(stored);
        service.store({callAt(service.now(), 4)});
        service.maintenance.sealCalls();
        QStringList said;
        const QJsonArray events = service.eventsOf("calls.sealed");
        for (const QJsonValue &event : events)
            said.append(event[u"target_id"_s].toString() + u' ' +
                        event[u"changes"_s].toArray().at(2).toObject()[u"after"_s].toString());
        said.sort();
        QStringList expected{u"1-2 "_s + service.node().id, u"1-2 nod_former"_s};
        expected.sort();
        QCOMPARE(said, expected);
        service.maintenance.sealCalls();
        QCOMPARE(service.eventsOf("calls.sealed").size(), 2);
    }

    /// Records that were removed before a leaf covered them are not waited for, and take nothing with them.
    void removedCallsAreNotWaitedFor()
    {
        Service service;
        service.store({callAt(service.now(), 1), callAt(service.now(), 2)});
        const auto removed = service.context.store.writeNow<int>(
            [&service](Tx &tx) { return call_rows::removeBefore(tx, service.now().addSecs(60)); });
        QCOMPARE(removed.value(), 2);
        service.maintenance.sealCalls();
        QVERIFY(service.eventsOf("calls.sealed").isEmpty());
        QCOMPARE(
            service.context.store.readNow<qint64>([](Tx &tx) { return node_rows::unsealed(tx); }).value(), 0);
        service.store({callAt(service.now(), 3)});
        service.maintenance.sealCalls();
        QCOMPARE(service.eventsOf("calls.sealed").at(0)[u"target_id"_s].toString(), u"3-3"_s);
    }

    /// More than a leaf in a minute are sealed as they come.
    void fullLeavesWaitForNoMinute()
    {
        Service service;
        const auto sealed = [&service] {
            QStringList ranges;
            const QJsonArray items = service.eventsOf("calls.sealed");
            for (const QJsonValue &item : items)
                ranges.prepend(item.toObject().value(u"target_id"_s).toString());
            return ranges;
        };
        QList<CallRecord> calls;
        for (int i = 1; i < Maintenance::callsPerLeaf; ++i)
            calls.append(callAt(service.now(), i));
        service.store(calls);
        service.maintenance.everySecond();
        QCOMPARE(sealed(), QStringList()); // one is missing
        calls.clear();
        for (int i = Maintenance::callsPerLeaf; i <= 2 * Maintenance::callsPerLeaf + 1; ++i)
            calls.append(callAt(service.now(), i));
        service.store(calls);
        service.maintenance.everySecond();
        QCOMPARE(sealed(), (QStringList{u"1-5000"_s, u"5001-10000"_s})); // all that are full
        service.maintenance.everySecond();
        QCOMPARE(sealed().size(), 2);
        service.maintenance.everyMinute();
        QCOMPARE(sealed(), (QStringList{u"1-5000"_s, u"5001-10000"_s, u"10001-10001"_s}));
    }

    void aCheckpointComesWithTimeOrWithEvents()
    {
        Service service;
        service.maintenance.checkpointWhenDue(); // the first covers what a new platform begins with
        const int before = service.checkpoints();
        QVERIFY(before >= 1);
        service.fixture.clock.advance(std::chrono::seconds(Maintenance::checkpointSeconds + 1));
        service.maintenance.checkpointWhenDue();
        QCOMPARE(service.checkpoints(), before); // nothing has grown
        service.grow(1);
        service.maintenance.checkpointWhenDue();
        QCOMPARE(service.checkpoints(), before + 1); // the last is long ago
        service.grow(2);
        service.fixture.clock.advance(std::chrono::seconds(Maintenance::checkpointSeconds - 1));
        service.maintenance.checkpointWhenDue();
        QCOMPARE(service.checkpoints(), before + 1); // too early
        service.fixture.clock.advance(1s);
        service.maintenance.checkpointWhenDue();
        QCOMPARE(service.checkpoints(), before + 2);

        // So many events do not wait for the time.
        const qint64 signedAt = service.events();
        for (int i = 3; service.events() < signedAt + Maintenance::checkpointEvents - 1; ++i)
            service.grow(i);
        const bool exact = service.events() == signedAt + Maintenance::checkpointEvents - 1;
        service.maintenance.checkpointWhenDue();
        if (exact)
            QCOMPARE(service.checkpoints(), before + 2);
        service.grow(1000);
        service.maintenance.checkpointWhenDue();
        QVERIFY(service.checkpoints() >= before + 3);
        const auto latest =
            service.context.store.readNow<qint64>([](Tx &tx) { return checkpoint_rows::latest(tx)->size; });
        QCOMPARE(latest.value_or(-1), service.events());
    }

    void anEndLeavesNothingUnsigned()
    {
        Service service;
        service.grow(1);
        service.maintenance.checkpointAtStop();
        const auto latest =
            service.context.store.readNow<qint64>([](Tx &tx) { return checkpoint_rows::latest(tx)->size; });
        QCOMPARE(latest.value_or(-1), service.events());
    }

    void whatIsOverIsTidiedUp()
    {
        Service service;
        const QDateTime now = service.now();
        const qint64 retention = Maintenance::callRetentionDays * 24 * 3600;
        service.store({callAt(now.addSecs(-retention - 1), 1), callAt(now.addSecs(-retention + 60), 2)});
        const auto put = [&service](const QString &key, const QDateTime &at) {
            IdempotencyRow row;
            row.actor = u"tester"_s;
            row.operation = u"partner_create"_s;
            row.key = key;
            row.requestHash = QByteArray(32, 'h');
            row.at = at;
            row.status = 201;
            const auto stored = service.context.store.writeNow<bool>([&row](Tx &tx) {
                idempotency_rows::put(tx, row);
                return true;
            });
            QVERIFY(stored);
        };
        put(u"old"_s, now.addSecs(-idempotency_rows::keptHours * 3600 - 1));
        put(u"young"_s, now.addSecs(-idempotency_rows::keptHours * 3600 + 60));
        const auto stored = service.context.store.writeNow<bool>([&](Tx &tx) {
            denied_token_rows::put(tx, {"over", service.fixture.clock.now().wall - 1s}, u"crd_x"_s);
            denied_token_rows::put(tx, {"lives", service.fixture.clock.now().wall + 60s}, u"crd_x"_s);
            return true;
        });
        QVERIFY(stored);

        service.maintenance.everyMinute();

        const auto left = service.context.store.readNow<QStringList>([&now](Tx &tx) {
            QStringList names;
            for (const call_rows::Stored &each : call_rows::after(tx, tx.node().number, 0, 10))
                names.append(each.call.requestId);
            for (const QString &key : {u"old"_s, u"young"_s}) {
                if (idempotency_rows::find(tx, u"tester"_s, u"partner_create"_s, key))
                    names.append(key);
            }
            for (const DeniedToken &token : denied_token_rows::all(tx))
                names.append(QString::fromLatin1(token.jti));
            return names;
        });
        QVERIFY(left);
        QCOMPARE(*left, (QStringList{u"req_2"_s, u"young"_s, u"lives"_s}));
    }

    /// A minute has sixty seconds, and begins with the start.
    void aMinuteIsSixtyTicks()
    {
        Service service;
        const auto sealed = [&service] { return service.eventsOf("calls.sealed").size(); };
        service.store({callAt(service.now(), 1)});
        service.maintenance.tick();
        QCOMPARE(sealed(), 1);
        service.store({callAt(service.now(), 2)});
        for (int tick = 2; tick <= 60; ++tick)
            service.maintenance.tick();
        QCOMPARE(sealed(), 1);
        service.maintenance.tick();
        QCOMPARE(sealed(), 2);
    }

    /// Steps within a minute are one event: from before the first to after the last. Then it is over.
    void stepsOfAMinuteAreOneEvent()
    {
        Service service;
        const auto steps = [&service] { return service.eventsOf("clock.step"); };
        const auto second = [&service](std::chrono::seconds step = 0s) {
            service.fixture.clock.stepWall(step);
            service.fixture.clock.advance(1s);
            service.maintenance.watchClock();
        };
        second();
        const QString cursor = service.fixture.feedCursor();
        second(4min);
        QCOMPARE(steps().size(), 1);
        QCOMPARE(service.fedAfter(cursor), QStringList{u"audit "_s});
        QCOMPARE(steps().at(0)[u"actor"_s].toString(), u"platform"_s);
        QCOMPARE(steps().at(0)[u"actor_role"_s].toString(), u"platform"_s);
        QCOMPARE(steps().at(0)[u"source"_s].toString(), u"clock"_s);
        const QDateTime before = toDateTime(service.fixture.clock.now().wall);
        second(2min);
        second(-1min);
        for (int i = 0; i < 57; ++i) // the 59th second after it
            second();
        QCOMPARE(steps().size(), 1);
        second();
        QCOMPARE(steps().size(), 2);
        const QJsonValue change = steps().at(0)[u"changes"_s].toArray().at(0);
        const auto at = [&change](const char *side) {
            return QDateTime::fromString(change[QLatin1StringView(side)].toString(), Qt::ISODateWithMs);
        };
        QCOMPARE(at("before"), before.addSecs(1));
        QCOMPARE(at("after"), before.addSecs(2 + 60));
        for (int i = 0; i < 130; ++i)
            second();
        QCOMPARE(steps().size(), 2);
    }

    /// What the clock did to credentials: by the platform, with the instant it holds from, in log and feed.
    void clockEventsSaySinceWhen()
    {
        Service service;
        AdminFixture &fixture = service.fixture;
        const QString partner = fixture.makePartner(u"clock"_s);
        const SealingKey key = SealingKey::generate(fixture.random);
        const Reply issued = fixture.post("/partners/" + partner.toLatin1() + "/credentials",
                                          fixture.issueBody(key.publicKey()));
        const QString made = issued.json.value(u"credential"_s).toObject().value(u"id"_s).toString();
        const QDateTime now = service.now();
        const QString cursor = service.fixture.feedCursor();
        fixture.clock.advance(15min - 1ms);
        QCOMPARE(service.maintenance.recordClockEvents(), 0);
        fixture.clock.advance(1ms); // at this very instant
        QCOMPARE(service.maintenance.recordClockEvents(), 1);
        QCOMPARE(service.maintenance.recordClockEvents(), 0);
        fixture.signIn(u"tester"_s, {u"admin"_s});
        const QJsonArray events = service.eventsOf("generation.void");
        QCOMPARE(events.size(), 1);
        const QJsonValue event = events.at(0);
        QCOMPARE(event[u"target_id"_s].toString(), made);
        QCOMPARE(event[u"partner_id"_s].toString(), partner);
        QCOMPARE(event[u"actor"_s].toString(), u"platform"_s);
        QCOMPARE(event[u"source"_s].toString(), u"clock"_s);
        const QJsonArray changes = event[u"changes"_s].toArray();
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes.at(0)[u"after"_s].toString(), now.addSecs(900).toString(Qt::ISODateWithMs));
        QCOMPARE(changes.at(1)[u"field"_s].toString(), u"generation"_s);
        QCOMPARE(changes.at(1)[u"after"_s].toString(), u"1"_s);
        QVERIFY(service.fedAfter(cursor).contains(u"credential "_s + made + u' ' + partner));
        // An expiry concerns all of it, and names no generation.
        const AdminFixture::Issued other = fixture.makeCredential(partner);
        fixture.clock.advance(std::chrono::hours(24 * 90));
        QCOMPARE(service.maintenance.recordClockEvents(), 1);
        fixture.signIn(u"tester"_s, {u"admin"_s});
        QCOMPARE(service.eventsOf("credential.expired").at(0)[u"changes"_s].toArray().size(), 1);
        QCOMPARE(service.eventsOf("credential.expired").at(0)[u"target_id"_s].toString(), other.id);
    }

    /// Both clocks have a say in when the next checkpoint comes.
    void aCheckpointTrustsNoClockAlone()
    {
        Service service;
        service.maintenance.checkpointWhenDue();
        const int before = service.checkpoints();
        service.grow(1);
        service.fixture.clock.stepWall(1h); // by the wall alone it would be time
        service.maintenance.checkpointWhenDue();
        QCOMPARE(service.checkpoints(), before);
        service.fixture.clock.stepWall(-1h);
        Maintenance fresh(service.context); // by the time since it began alone it would be
        service.fixture.clock.advance(10s);
        fresh.checkpointWhenDue();
        QCOMPARE(service.checkpoints(), before);
        service.fixture.clock.advance(50s);
        fresh.checkpointWhenDue();
        QCOMPARE(service.checkpoints(), before + 1);
    }

    /// Sign-ins that are over leave the store, and figures beside a partner move on without a call of it.
    void quietPartnersMoveOn()
    {
        Service service;
        AdminFixture &fixture = service.fixture;
        const QString partner = fixture.makePartner(u"quiet"_s);
        const AdminFixture::Issued credential = fixture.makeCredential(partner);
        CallQueue queue(3); // two of five are too many
        for (int i = 0; i < 5; ++i)
            QCOMPARE(queue.push(fixture.servedCall(partner, credential.id, i)), i < 3);
        const QString cursor = service.fixture.feedCursor();
        {
            NoOtherNodes others;
            MeteringWriter writer(service.context, queue, others);
            writer.start();
            writer.stop();
        }
        const auto number = [&service](const QString &sql) {
            return service.context.store
                .readNow<qint64>([&sql](Tx &tx) {
                    Statement row = tx.queryOnce(sql);
                    return row.next() ? row.number(0) : qint64{-1};
                })
                .value_or(-2);
        };
        QCOMPARE(number(u"SELECT COUNT(*) FROM calls"_s), 3);
        QCOMPARE(number(u"SELECT COUNT(*) FROM metering_gaps"_s), 1);
        QCOMPARE(number(u"SELECT SUM(dropped) FROM metering_gaps"_s), 2);
        QTRY_COMPARE_WITH_TIMEOUT(service.fedAfter(cursor), QStringList{u"usage "_s + partner}, 10'000);
        const auto calls = [&] {
            return fixture.get("/partners/" + partner.toLatin1())
                .json.value(u"summary"_s)
                .toObject()
                .value(u"calls_24h"_s)
                .toInteger(-1);
        };
        QCOMPARE(calls(), 3);
        QVERIFY(number(u"SELECT COUNT(*) FROM sessions"_s) > 0);
        const qint64 policy = fixture.policy->current()->number();
        service.maintenance.everyMinute();
        QCOMPARE(fixture.policy->current()->number(), policy); // nothing denied, nothing to forget
        QVERIFY(number(u"SELECT COUNT(*) FROM sessions"_s) > 0);
        fixture.clock.advance(26h);
        service.maintenance.everyMinute();
        QCOMPARE(number(u"SELECT COUNT(*) FROM sessions"_s), 0);
        fixture.signIn(u"tester"_s, {u"admin"_s});
        QCOMPARE(calls(), 0);
    }

    /// Quota counters are kept without a call record, and with none of both nothing is written.
    void countersAreKeptByThemselves()
    {
        Service service;
        AdminFixture &fixture = service.fixture;
        const QString partner = fixture.makePartner(u"quota"_s);
        (void)fixture.counters->take({partner, Realm::Sandbox, {10, 10, 1000}, QTimeZone::utc()},
                                     fixture.clock.now());
        QCOMPARE(fixture.counters->unpersisted(), 1);
        const auto write = [&service] {
            CallQueue queue;
            NoOtherNodes others;
            MeteringWriter writer(service.context, queue, others);
            writer.start();
            writer.stop();
        };
        write();
        QCOMPARE(fixture.counters->unpersisted(), 0);
        const QDate today = toDateTime(fixture.clock.now().wall).date();
        const auto kept = [&] {
            return service.context.store
                .readNow<qint64>([&](Tx &tx) {
                    qint64 used = 0;
                    for (const QuotaCount &count : quota_rows::since(tx, today.addDays(-1)))
                        used += count.partnerId == partner ? count.used : 0;
                    return used;
                })
                .value_or(-1);
        };
        QCOMPARE(kept(), 1);
        write();
        QCOMPARE(kept(), 1);
        // What the store does not take is counted again when it does.
        (void)fixture.counters->take({partner, Realm::Sandbox, {10, 10, 1000}, QTimeZone::utc()},
                                     fixture.clock.now());
        fixture.administration->stop();
        write();
        QCOMPARE(fixture.counters->unpersisted(), 1);
        QVERIFY(fixture.logged.contains("metering_not_stored"));
    }

    /// What a release before has written is indexed in the end; the log tells its beginning and its end.
    void oldEventsAreIndexed()
    {
        AdminFixture fixture;
        QVERIFY(fixture.administration->context().store.writeNow<bool>([&fixture](Tx &tx) {
            for (int i = 0; i < 1200; ++i) {
                AuditEvent event;
                event.at = fixture.administration->context().now();
                event.actor = u"tester"_s;
                event.action = u"partner.edit"_s;
                event.targetName = u"Straße %1"_s.arg(i);
                audit_log::append(tx, event);
            }
            // Back to what step 5 of the schema left.
            tx.exec(u"DROP TABLE audit_words"_s);
            tx.exec(u"CREATE VIRTUAL TABLE audit_search USING fts5(body, content='', detail=none, "
                    "tokenize=\"unicode61 remove_diacritics 2\")"_s);
            tx.exec(u"DELETE FROM schema_migrations WHERE version IN (6, 7)"_s);
            tx.exec(u"DELETE FROM meta WHERE name = 'audit_index_from'"_s);
            return true;
        }));
        fixture.open();
        Maintenance maintenance(fixture.administration->context());
        fixture.logged.clear();
        qint64 remaining = -1;
        for (int turn = 0; turn < 100 && remaining != 0; ++turn) // half a second each at most
            remaining = maintenance.indexOldEvents();
        QCOMPARE(remaining, 0);
        QCOMPARE(fixture.eventCount("q=strasse"), 1200);
        QCOMPARE(fixture.logged.count("audit_index"), 2);
        QCOMPARE(maintenance.indexOldEvents(), 0);
        QCOMPARE(fixture.logged.count("audit_index"), 2);
    }

    /// The same thread does it, once a minute and once a second, until it is stopped.
    void theThreadRunsBoth()
    {
        Service service;
        service.store({callAt(service.now(), 1)});
        service.maintenance.start();
        QTRY_COMPARE_WITH_TIMEOUT(service.fixture.eventCount("action=calls.sealed"), 1, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(service.checkpoints() >= 1, 10'000);
        service.maintenance.stop();
        service.maintenance.stop(); // a second time is nothing
    }
};

QTEST_GUILESS_MAIN(TestMaintenance)
#include "tst_maintenance.moc"
