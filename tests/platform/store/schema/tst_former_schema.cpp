// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/networks.h"
#include "platform/admin/maintenance/maintenance.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/audit/audit_signer.h"
#include "platform/store/history/history_check.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/store/rows/call_rows.h"
#include "platform/store/rows/metering_rows.h"
#include "platform/store/rows/network_rows.h"
#include "platform/store/rows/node_rows.h"
#include "platform/store/rows/partner_rows.h"
#include "platform/store/rows/quota_rows.h"
#include "platform/store/rows/usage_rows.h"
#include "platform/store/schema/schema.h"
#include "platform/verify/state_check.h"
#include "platform/verify/verify_log.h"
#include "tests/platform/admin/admin_fixture.h"

#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

const QDateTime noon({2026, 5, 1}, {12, 0}, Qt::UTC);
const QString partnerId = u"prt_0000000000000001"_s;

/// A store as the release before nodes made it: call records in the order of their table, no node in a key.
struct FormerStore
{
    QTemporaryDir dir;
    SqlConnection connection{dir.filePath(u"store.db"_s), Durability::WhenComplete};
    Tx tx{connection.database(), sqliteDialect()};

    FormerStore()
    {
        std::vector<Migration> list = migrations(sqliteDialect());
        list.erase(std::find_if(list.begin(), list.end(),
                                [](const Migration &step) {
                                    return QLatin1String(step.name) == QLatin1String("nodes");
                                }),
                   list.end());
        pc::platform::migrate(tx, list);
    }
    void addCalls(int first, int last)
    {
        tx.exec(u"BEGIN"_s);
        for (int i = first; i <= last; ++i)
            tx.query(u"INSERT INTO calls (id, request_id, at, partner_id, credential_id, generation, realm, "
                     "method, path, route_id, scope, outcome, reason, status, source, user_agent, gateway, "
                     "micros) VALUES (?, ?, ?, ?, 'crd_1', 1, 'sbx', 'GET', '/a', 'rt_1', 'read', 'served', "
                     "'allowed', 200, '192.0.2.1', 'agent', 'edge', 90)"_s)
                .bind(u"dec_%1"_s.arg(i))
                .bind(u"req_%1"_s.arg(i))
                .bind(noon.addMSecs(i))
                .bind(partnerId)
                .exec();
        tx.exec(u"COMMIT"_s);
    }
    /// `count` hours, one cell each.
    void addCells(int count)
    {
        LatencyHistogram latency;
        latency.add(150, 7);
        tx.exec(u"BEGIN"_s);
        for (int i = 0; i < count; ++i)
            tx.query(u"INSERT INTO rollups (partner_id, bucket, at, credential_id, generation, route_id, "
                     "scope, outcome, calls, latency) VALUES (?, ?, ?, 'crd_1', 1, 'rt_1', 'read', 'served', "
                     "7, ?)"_s)
                .bind(partnerId)
                .bind(metering_rows::hourBucket)
                .bind(noon.toSecsSinceEpoch() + i * metering_rows::hourBucket)
                .bind(latency.serialise())
                .exec();
        tx.exec(u"COMMIT"_s);
    }
    void addQuota(const QDate &day, qint64 used)
    {
        tx.queryOnce(u"INSERT INTO quota_counters (partner_id, day, realm, credential_id16, used) VALUES (?, "
                     "?, 'sbx', '', ?)"_s)
            .bind(partnerId)
            .bind(day.toString(Qt::ISODate))
            .bind(used)
            .exec();
        tx.dropStatements();
    }
    [[nodiscard]] QStringList waiting(qint64 node)
    {
        QStringList list;
        for (const NodeRow &row : node_rows::all(tx)) {
            if (row.number != node)
                continue;
            for (const call_rows::Stored &each : call_rows::after(tx, node, row.sealed, 100))
                list.append(QString::number(each.nodeSeq) + u' ' + each.call.id);
        }
        return list;
    }
};

CallRecord servedCall(int number)
{
    CallRecord call;
    call.id = u"dec_%1"_s.arg(number);
    call.at = noon.addMSecs(number);
    call.partnerId = partnerId;
    call.credentialId = u"crd_1"_s;
    call.generation = 1;
    call.realm = Realm::Sandbox;
    call.routeId = u"rt_1"_s;
    call.scope = u"read"_s;
    call.outcome = Outcome::Served;
    call.reason = DecisionReason::Allowed;
    return call;
}

/// Takes the schema step "nodes" back: the directory is one of the release before.
void makeFormer(Tx &tx)
{
    const qint64 sealed = node_rows::all(tx).constFirst().sealed;
    for (
        const QString &statement :
        {u"DROP INDEX calls_by_node"_s, u"ALTER TABLE calls DROP COLUMN node_seq"_s,
         u"ALTER TABLE calls DROP COLUMN node"_s, u"DROP TABLE nodes"_s,
         u"CREATE TABLE former AS SELECT partner_id, bucket, at, credential_id, generation, route_id, scope, "
         "outcome, calls, latency FROM rollups"_s,
         u"DROP TABLE rollups"_s, u"ALTER TABLE former RENAME TO rollups"_s,
         u"CREATE TABLE former AS SELECT partner_id, day, realm, credential_id16, used FROM quota_counters"_s,
         u"DROP TABLE quota_counters"_s, u"ALTER TABLE former RENAME TO quota_counters"_s,
         u"DELETE FROM schema_migrations WHERE name = 'nodes'"_s})
        tx.exec(statement);
    meta_rows::put(tx, u"calls_sealed"_s, QString::number(sealed));
}

} // namespace

class TestFormerSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Partners that are in production when allow-lists come go on calling for a while, on record.
    void productionIsWaivedAtTheUpgrade()
    {
        FormerStore former;
        Tx &tx = former.tx;
        pc::platform::migrate(tx, u"nod_test"_s);
        int number = 0;
        for (const Stage stage : {Stage::Sandbox, Stage::Limited, Stage::Production}) {
            Partner partner;
            partner.id = partner.slug = partner.name = u"prt_000%1"_s.arg(++number);
            partner.owner = u"ops"_s;
            partner.planId = u"pln_x"_s;
            partner.stage = stage;
            partner.status = PartnerStatus::Active;
            partner.createdAt = partner.updatedAt = partner.stageSince = noon;
            partner_rows::insert(tx, partner);
        }
        tx.dropStatements();
        tx.exec(u"DROP TABLE networks"_s);
        tx.exec(u"DELETE FROM schema_migrations WHERE name = 'networks'"_s);
        QCOMPARE(StateCheck().contradiction(tx), QString()); // `verify` reads it as it is
        const QDateTime before = QDateTime::currentDateTimeUtc();
        pc::platform::migrate(tx, migrations(sqliteDialect()));
        QCOMPARE(network_rows::find(tx, u"prt_0001"_s).version, 0);
        for (const QString &id : {u"prt_0002"_s, u"prt_0003"_s}) {
            const NetworkRules rules = network_rows::find(tx, id);
            QCOMPARE(rules.version, 1);
            QVERIFY(rules.waiver.has_value());
            const qint64 days = before.daysTo(rules.waiver->until);
            QVERIFY(days >= 90 && days <= 91);
            QVERIFY(pc::rules::hasNetworks(rules, before));
        }
        StateCheck check;
        QStringList told;
        for (qint64 i = 0; i < 2; ++i) {
            const QList<QByteArray> bytes = audit_log::canonicalRange(tx, i, 1);
            QCOMPARE(bytes.size(), 1);
            const AuditEvent event = audit_log::decode(bytes.constFirst());
            told.append(event.action + u' ' + event.targetId + u' ' + event.actor + u' ' + event.actorRole);
            check.see(event);
        }
        QCOMPARE(told, (QStringList{u"networks.edit prt_0002 platform platform"_s,
                                    u"networks.edit prt_0003 platform platform"_s}));
        QCOMPARE(check.contradiction(tx), QString());
        tx.dropStatements();
    }

    void oldRowsAreOfThisNode()
    {
        FormerStore former;
        former.addCalls(1, 6);
        former.addCells(3);
        former.addQuota(noon.date(), 42);
        meta_rows::put(former.tx, u"calls_sealed"_s, u"4"_s);
        UsageQuery usage{partnerId,          noon,      noon.addSecs(3 * 3600), Bucket::Hour,
                         Breakdown::Outcome, u"crd_1"_s};

        migrate(former.tx, u"nod_here"_s);
        QCOMPARE(former.tx.node().number, 1);
        const QList<NodeRow> nodes = node_rows::all(former.tx);
        QCOMPARE(nodes.size(), 1);
        QCOMPARE(nodes.constFirst().id, u"nod_here"_s);
        QCOMPARE(meta_rows::value(former.tx, u"calls_sealed"_s), QString());
        QCOMPARE(node_rows::unsealed(former.tx), 2);
        QCOMPARE(former.waiting(1), (QStringList{u"5 dec_5"_s, u"6 dec_6"_s}));
        QCOMPARE(call_rows::list(former.tx, {})->items.size(), 6);
        QCOMPARE(call_rows::find(former.tx, u"dec_1"_s)->requestId, u"req_1"_s);
        UsageSeries series = usage_rows::series(former.tx, usage);
        QCOMPARE(series.lines.constFirst().values, (QList<qint64>{7, 7, 7}));
        QVERIFY(series.latencyP50Ms > 0);
        QCOMPARE(quota_rows::since(former.tx, noon.date()),
                 (std::vector<QuotaCount>{{partnerId, Realm::Sandbox, noon.date(), 42, 0}}));

        // What follows is counted from there, and adds to what there was.
        (void)metering_rows::meter(former.tx, {servedCall(7), servedCall(6), servedCall(8)});
        QCOMPARE(former.waiting(1),
                 (QStringList{u"5 dec_5"_s, u"6 dec_6"_s, u"7 dec_7"_s, u"8 dec_8"_s})); // 6 was there
        series = usage_rows::series(former.tx, usage);
        QCOMPARE(series.lines.constFirst().values, (QList<qint64>{10, 7, 7}));
        migrate(former.tx, u"nod_here"_s); // again: nothing to do
        QCOMPARE(former.tx.node().number, 1);
    }

    /// A directory that lost its id is another node: nothing of what the former one wrote is lost or written
    /// over, and readers see both.
    void nodesCountApart()
    {
        FormerStore store;
        migrate(store.tx, u"nod_first"_s);
        (void)metering_rows::meter(store.tx, {servedCall(1), servedCall(2)});
        quota_rows::put(store.tx, {partnerId, Realm::Sandbox, noon.date(), 30});
        migrate(store.tx, u"nod_second"_s);
        QCOMPARE(store.tx.node().number, 2);
        (void)metering_rows::meter(store.tx, {servedCall(3)});
        quota_rows::put(store.tx, {partnerId, Realm::Sandbox, noon.date(), 4});
        quota_rows::put(store.tx, {partnerId, Realm::Sandbox, noon.date(), 5});

        QCOMPARE(store.waiting(1), (QStringList{u"1 dec_1"_s, u"2 dec_2"_s}));
        QCOMPARE(store.waiting(2), QStringList{u"1 dec_3"_s});
        const UsageQuery usage{partnerId, noon, noon.addSecs(3600), Bucket::Minute, Breakdown::Outcome, {}};
        QCOMPARE(usage_rows::series(store.tx, usage).lines.constFirst().total, 3);
        QCOMPARE(
            quota_rows::days(store.tx, partnerId, Realm::Sandbox, QTimeZone::utc(), noon.date(), noon.date())
                .constFirst()
                .used,
            35);
        QCOMPARE(quota_rows::since(store.tx, noon.date()),
                 (std::vector<QuotaCount>{{partnerId, Realm::Sandbox, noon.date(), 5, 30}}));
        migrate(store.tx, u"nod_first"_s);
        QCOMPARE(quota_rows::since(store.tx, noon.date()),
                 (std::vector<QuotaCount>{{partnerId, Realm::Sandbox, noon.date(), 30, 5}}));
    }

    /// A directory of the release before opens, goes on sealing where that one ended, and its log, in which
    /// older leaves name no node, holds.
    void aFormerDirectoryOpens()
    {
        AdminFixture fixture;
        const QString partner = fixture.makePartner(u"former"_s);
        const AdminFixture::Issued issued = fixture.makeCredential(partner);
        const auto meter = [&](int number) {
            AdminContext &context = fixture.administration->context();
            QVERIFY(context.store.writeNow<bool>([&](Tx &tx) {
                (void)metering_rows::meter(tx, {fixture.servedCall(partner, issued.id, number)});
                return true;
            }));
        };
        const auto seal = [&fixture] { Maintenance(fixture.administration->context()).sealCalls(); };
        const auto sealed = [&fixture] {
            QStringList ranges;
            const QJsonArray items = fixture.events("action=calls.sealed");
            for (const QJsonValue &item : items)
                ranges.prepend(item[u"target_id"_s].toString());
            return ranges;
        };
        meter(1);
        meter(2);
        seal();
        meter(3); // waits for its leaf
        fixture.close();
        {
            const SqlConnection connection(databaseFile(fixture.dir.path()), Durability::EachCommit);
            Tx tx(connection.database(), sqliteDialect());
            makeFormer(tx);
        }
        fixture.open();
        meter(4);
        seal();
        QCOMPARE(sealed(), (QStringList{u"1-2"_s, u"3-4"_s}));

        AdminContext &context = fixture.administration->context();
        const auto verdict = context.store.readNow<LogVerdict>([&](Tx &tx) {
            AnchorReading anchor =
                AnchorFile::read(AnchorFile::pathIn(fixture.dir.path()), context.signer.origin(),
                                 context.signer.verifyKey(), history::pointer(tx));
            anchor.keyRemembers = context.signer.remembersAnchor();
            return verifyLog(tx, context.signer.origin(), context.signer.verifyKey(), anchor, {});
        });
        QVERIFY(verdict);
        QVERIFY2(verdict->ok, qPrintable(verdict->why));
        QCOMPARE(verdict->stateWhy, QString());
    }

    /// The step copies roll-ups and looks at each record once: a million of each take seconds, not minutes.
    void theStepIsBounded()
    {
        constexpr int rows = 20'000;
        FormerStore former;
        former.addCalls(1, rows);
        former.addCells(rows);
        meta_rows::put(former.tx, u"calls_sealed"_s, QString::number(rows - 100));
        QElapsedTimer timer;
        timer.start();
        migrate(former.tx, u"nod_here"_s);
        const qint64 took = timer.elapsed();
        QCOMPARE(node_rows::unsealed(former.tx), 100);
        QVERIFY2(took < 4'000, qPrintable(u"%1 ms for %2 rows"_s.arg(took).arg(rows))); // about 100 ms
    }
};

QTEST_GUILESS_MAIN(TestFormerSchema)
#include "tst_former_schema.moc"
