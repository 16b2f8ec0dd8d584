// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin_fixture.h"

#include "contract/codec/codecs.h"
#include "platform/admin/audit_signer.h"
#include "platform/admin/maintenance.h"
#include "platform/store/admin_rows.h"
#include "platform/store/audit_log.h"
#include "platform/store/call_rows.h"
#include "platform/store/checkpoint_rows.h"

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
        const auto sealed = [&service] {
            return service.fixture.get("/audit/events?action=calls.sealed").json.value(u"items"_s).toArray();
        };
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
        QCOMPARE(sealed().at(0).toObject().value(u"target_id"_s).toString(), u"3-3"_s);
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
        put(u"old"_s, now.addSecs(-Maintenance::idempotencyHours * 3600 - 1));
        put(u"young"_s, now.addSecs(-Maintenance::idempotencyHours * 3600 + 60));
        const auto stored = service.context.store.writeNow<bool>([&](Tx &tx) {
            denied_token_rows::put(tx, {"over", service.fixture.clock.now().wall - 1s}, u"crd_x"_s);
            denied_token_rows::put(tx, {"lives", service.fixture.clock.now().wall + 60s}, u"crd_x"_s);
            return true;
        });
        QVERIFY(stored);

        service.maintenance.everyMinute();

        const auto left = service.context.store.readNow<QStringList>([&now](Tx &tx) {
            QStringList names;
            for (const call_rows::Stored &each : call_rows::after(tx, 0, 10))
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

    /// The same thread does it, once a minute and once a second, until it is stopped.
    void theThreadRunsBoth()
    {
        Service service;
        service.store({callAt(service.now(), 1)});
        service.maintenance.start();
        QTRY_COMPARE_WITH_TIMEOUT(
            service.fixture.get("/audit/events?action=calls.sealed").json.value(u"count"_s).toInteger(), 1,
            10'000);
        QTRY_VERIFY_WITH_TIMEOUT(service.checkpoints() >= 1, 10'000);
        service.maintenance.stop();
        service.maintenance.stop(); // a second time is nothing
    }
};

QTEST_GUILESS_MAIN(TestMaintenance)
#include "tst_maintenance.moc"
