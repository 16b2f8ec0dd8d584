// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/data_dir/data_directory.h"
#include "platform/local/record_host_act.h"
#include "tests/platform/store/history/older_log.h"

#include "platform/admin/api/leak_events.h"
#include "platform/admin/api/revocation_backlog.h"
#include "platform/admin/maintenance/maintenance.h"
#include "platform/admin/revocation/backlog_storing.h"
#include "platform/admin/usage/metering_writer.h"
#include "platform/cli/command_line.h"
#include "platform/store/history/history_anchor.h"
#include "platform/store/sqlite/sql_connection.h"

#include <QSqlQuery>
#include <QSqlRecord>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

/// Every row of every table.
QByteArray everything(const QString &directory)
{
    const SqlConnection connection(databaseFile(directory), Durability::EachCommit);
    QStringList tables;
    QSqlQuery names(connection.database());
    if (!names.exec(u"SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"_s))
        qFatal("no tables");
    while (names.next())
        tables.append(names.value(0).toString());
    QByteArray all;
    for (const QString &table : std::as_const(tables)) {
        QSqlQuery rows(connection.database());
        if (!rows.exec(u"SELECT * FROM \"%1\""_s.arg(table)))
            qFatal("%s cannot be read", qPrintable(table));
        all += table.toUtf8() + '\n';
        while (rows.next()) {
            for (int i = 0; i < rows.record().count(); ++i)
                all += rows.value(i).toByteArray() + '\x1f';
            all += '\n';
        }
    }
    return all;
}

/// A service whose database was put back to an older one.
struct Refused
{
    AdminFixture fixture;
    QString partner;
    AdminFixture::Issued issued;

    Refused()
    {
        partner = fixture.makePartner(u"mu"_s);
        issued = fixture.makeCredential(partner);
        fixture.signIn(u"other"_s, {u"viewer"_s});
        fixture.signIn(u"tester"_s, {u"admin"_s});
        openOnAnOlderLog(fixture);
        if (context().history.isAccepted())
            qFatal("accepted");
    }
    [[nodiscard]] AdminContext &context() const { return fixture.administration->context(); }
    [[nodiscard]] QByteArray path(const Operation &operation) const
    {
        return QByteArray(operation.path)
            .replace("{partner_id}", partner.toLatin1())
            .replace("{credential_id}", issued.id.toLatin1())
            .replace("{job_id}", "job_none")
            .replace("{api_id}", "api_demo")
            .replace("{revision_id}", "rev_none")
            .replace("{observation_id}", "obs_none")
            .replace("{version_id}", "ver_none")
            .replace("{plan_id}", "pln_standard")
            .replace("{generation}", "1");
    }
    [[nodiscard]] qint64 count(const QByteArray &action) { return fixture.eventCount("action=" + action); }
};

} // namespace

/// Nothing is written into a log that is in question: not one row of any table, by nobody, until it is
/// accepted. What has to be said then is said afterwards.
class TestRefusedHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noOperationWrites();
    void noLocalActWrites();
    void nothingInTheBackgroundWrites();
    void noCommandWrites();
    void anOperatorIsShutOutWhileNothingRuns();
    void whatWaitedIsWrittenWhenItIsAccepted();
};

void TestRefusedHistory::noOperationWrites()
{
    Refused refused;
    AdminFixture &fixture = refused.fixture;
    const QByteArray before = everything(fixture.dir.path());
    int writing = 0;
    for (const Operation &operation : operations()) {
        if (!operation.write || operation.op == Op::SessionEnd)
            continue;
        ++writing;
        const Reply reply = fixture.send(methodFromName(operation.method), refused.path(operation),
                                         {{u"reason"_s, u"Test"_s}}, fixture.freshKey(), u"\"1\""_s);
        if (operation.op == Op::SessionRenew) {
            QCOMPARE(reply.status, 200);
            const QByteArray token = fixture.token;
            fixture.token = reply.json.value(u"token"_s).toString().toLatin1();
            QCOMPARE(fixture.get("/session").status, 200);
            fixture.token = token;
        } else {
            QCOMPARE(reply.status, 403);
            QCOMPARE(reply.code(), u"history_not_accepted"_s);
        }
        QVERIFY2(everything(fixture.dir.path()) == before, operation.id);
    }
    QVERIFY(writing > 10);
    // Whoever leaves is out, and the side journal remembers it.
    QCOMPARE(fixture.send(HttpMethod::Delete, "/session", {}, fixture.freshKey(), {}).code(),
             u"refused_not_durable"_s);
    QCOMPARE(fixture.get("/session").status, 401);
    QVERIFY(everything(fixture.dir.path()) == before);
}

void TestRefusedHistory::noLocalActWrites()
{
    Refused refused;
    AdminFixture &fixture = refused.fixture;
    const QByteArray before = everything(fixture.dir.path());
    const auto ask = [&](const QByteArray &path, const QJsonObject &body = {}) {
        return fixture.local(HttpMethod::Post, "/local/v1" + path, body).status;
    };
    QCOMPARE(ask("/operators", {{u"account"_s, u"new"_s}, {u"roles"_s, QJsonArray{u"admin"_s}}}), 422);
    QCOMPARE(ask("/operators/token", {{u"account"_s, u"tester"_s}}), 200);
    QCOMPARE(ask("/operators/token", {{u"account"_s, u"nobody"_s}}), 422);
    QCOMPARE(ask("/attach"), 200);
    QCOMPARE(ask("/operators/disable", {{u"account"_s, u"other"_s}}), 202);
    QCOMPARE(ask("/operators/token", {{u"account"_s, u"other"_s}}), 422); // only the side journal knows
    QCOMPARE(ask("/operators/disable", {{u"account"_s, u"nobody"_s}}), 422);
    for (const auto &[action, status] :
         {std::pair{u"gateway.add"_s, 422}, {u"gateway.remove"_s, 204}, {u"partner.freeze"_s, 422}})
        QCOMPARE(ask("/acts", {{u"action"_s, action}, {u"target_id"_s, u"edge-1"_s}}), status);
    QVERIFY(fixture.administration->localToken().get());
    QCOMPARE(ask("/history/accept", {{u"reason"_s, u" "_s}}), 422);
    QVERIFY(everything(fixture.dir.path()) == before);
}

void TestRefusedHistory::nothingInTheBackgroundWrites()
{
    Refused refused;
    AdminFixture &fixture = refused.fixture;
    AdminContext &context = refused.context();
    const QByteArray before = everything(fixture.dir.path());
    fixture.clock.advance(std::chrono::hours(24 * 400)); // everything is due
    Maintenance maintenance(context);
    maintenance.everySecond();
    maintenance.everyMinute();
    maintenance.checkpointAtStop();
    (void)maintenance.indexOldEvents();
    storeBacklog(context);
    LeakSighting sighting;
    sighting.credentialId = refused.issued.id;
    LeakEvents(context).record(sighting);
    std::promise<bool> denied;
    fixture.administration->denials().deny(
        {{"jti-1", fixture.clock.now().wall}, refused.partner, refused.issued.id, 1, {}, {}},
        [&denied](bool durable) { denied.set_value(durable); });
    auto durable = denied.get_future();
    QCOMPARE(durable.wait_for(std::chrono::seconds(30)), std::future_status::ready);
    QVERIFY(durable.get()); // by the side journal
    CallRecord call;
    call.id = u"dec_1"_s;
    call.partnerId = refused.partner;
    call.at = context.now();
    (void)fixture.calls->push(call);
    {
        NoOtherNodes others;
        MeteringWriter metering(context, *fixture.calls, others);
        metering.start();
        metering.stop();
    }
    (void)context.store.readNow<bool>([](Tx &) { return true; });
    QVERIFY(everything(fixture.dir.path()) == before);
    for (const char *tried : {"maintenance_not_stored", "checkpoint_not_stored", "audit_index_not_stored"})
        QVERIFY2(!fixture.logged.contains(tried), tried); // nobody has even asked
    fixture.close();                                      // signs nothing
    QVERIFY(everything(fixture.dir.path()) == before);
}

void TestRefusedHistory::noCommandWrites()
{
    Refused refused;
    refused.fixture.close();
    const QString directory = refused.fixture.dir.path();
    const QByteArray before = everything(directory);
    const host_acts::HostAct added{AuditAction::GatewayAdd, u"edge-1"_s, {}};
    const auto refusal = host_acts::recordFromCommand(directory, added);
    QVERIFY(!refusal);
    QVERIFY2(refusal.error().contains(u"not accepted"_s), qPrintable(refusal.error()));
    const host_acts::HostAct removed{AuditAction::GatewayRemove, u"edge-1"_s, {}};
    const auto journaled = host_acts::recordFromCommand(directory, removed);
    QVERIFY2(journaled, journaled ? "" : qPrintable(journaled.error()));
    QVERIFY(everything(directory) == before);
    refused.fixture.open();
    QCOMPARE(refused.context().backlog.waiting().size(), std::size_t(1));
}

/// Stopped, and its history refused: taking power away waits for neither. In force at the next start, in the
/// log once the history is accepted.
void TestRefusedHistory::anOperatorIsShutOutWhileNothingRuns()
{
    Refused refused;
    AdminFixture &fixture = refused.fixture;
    const auto signIn = [&fixture](const QString &account) {
        return fixture.local(HttpMethod::Post, "/local/v1/operators/token", {{u"account"_s, account}});
    };
    fixture.close();
    const QString directory = fixture.dir.path();
    const QByteArray before = everything(directory);
    const auto disable = [&directory](const QString &account) {
        return static_cast<int>(
            runCommandLine({u"operator"_s, u"disable"_s, account, u"--data"_s, directory}));
    };
    QCOMPARE(disable(u"other"_s), 0);
    QCOMPARE(disable(u"other"_s), 0); // the same once
    QCOMPARE(disable(u"nobody"_s), 1);
    QCOMPARE(
        runCommandLine({u"operator"_s, u"add"_s, u"new"_s, u"--role"_s, u"admin"_s, u"--data"_s, directory}),
        ExitCode::Failed);
    QVERIFY(everything(directory) == before);

    fixture.open();
    QCOMPARE(refused.context().backlog.waiting().size(), std::size_t(1));
    QCOMPARE(signIn(u"other"_s).status, 422);
    fixture.token = signIn(u"tester"_s).json.value(u"token"_s).toString().toLatin1();
    QVERIFY(!fixture.token.isEmpty());
    QCOMPARE(refused.count("operator.disable"), 0);
    QCOMPARE(fixture.local(HttpMethod::Post, "/local/v1/history/accept", {{u"reason"_s, u"Test"_s}}).status,
             204);
    Maintenance(refused.context()).everySecond();
    QCOMPARE(refused.count("operator.disable"), 1);
    QVERIFY(refused.context().backlog.waiting().empty());
    fixture.close();
    fixture.open();
    QCOMPARE(signIn(u"other"_s).status, 422);
    QCOMPARE(refused.count("operator.disable"), 1);
}

void TestRefusedHistory::whatWaitedIsWrittenWhenItIsAccepted()
{
    Refused refused;
    AdminFixture &fixture = refused.fixture;
    const qint64 begun = refused.count("session.begin");
    const auto signIn = [&] {
        return fixture.local(HttpMethod::Post, "/local/v1/attach")
            .json.value(u"token"_s)
            .toString()
            .toLatin1();
    };
    const QByteArray staying = signIn();
    fixture.token = signIn();
    (void)fixture.send(HttpMethod::Delete, "/session", {}, fixture.freshKey(), {}); // and left again
    const QByteArray gone = fixture.token;
    fixture.token = staying;
    QCOMPARE(
        fixture.local(HttpMethod::Post, "/local/v1/operators/disable", {{u"account"_s, u"other"_s}}).status,
        202);
    QCOMPARE(fixture
                 .local(HttpMethod::Post, "/local/v1/acts",
                        {{u"action"_s, u"gateway.remove"_s}, {u"target_id"_s, u"edge-1"_s}})
                 .status,
             204);
    QCOMPARE(refused.count("session.begin"), begun);
    const QString cursor = fixture.feedCursor();
    QCOMPARE(fixture.local(HttpMethod::Post, "/local/v1/history/accept", {{u"reason"_s, u"Test"_s}}).status,
             204);
    Maintenance(refused.context()).everySecond();
    QTRY_COMPARE_WITH_TIMEOUT(refused.count("session.begin"), begun + 2, 10'000);
    QCOMPARE(refused.count("session.end"), 1);
    QCOMPARE(refused.count("operator.disable"), 1);
    QCOMPARE(refused.count("gateway.remove"), 1);
    QVERIFY(refused.context().backlog.waiting().empty());
    const auto told = [&](const QByteArray &action) {
        const QJsonArray events = fixture.events("action=" + action);
        const QJsonArray changes = fixture.toldAfter(cursor);
        return std::count_if(
            changes.begin(), changes.end(),
            [id = events.at(0)[u"id"_s]](const QJsonValue &each) { return each[u"event_id"_s] == id; });
    };
    for (const char *action :
         {"history.accept", "session.begin", "session.end", "operator.disable", "gateway.remove"})
        QTRY_COMPARE_WITH_TIMEOUT(told(action), 1, 10'000);
    fixture.open(); // the session outlives a restart; the one that was ended does not
    QCOMPARE(fixture.get("/session").status, 200);
    fixture.token = gone;
    QCOMPARE(fixture.get("/session").status, 401);
}

QTEST_GUILESS_MAIN(TestRefusedHistory)
#include "tst_refused_history.moc"
