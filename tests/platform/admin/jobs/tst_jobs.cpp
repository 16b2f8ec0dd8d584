// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/jobs/job_fixture.h"
#include "tests/platform/store/history/history_fixture.h"

#include "contract/api/roles.h"
#include "platform/admin/api/stored_objects.h"
#include "platform/admin/jobs/job_acts.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/store/rows/credential_rows.h"

#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

constexpr char numbers[] = "1 2 3 4 5 6 7 8 9 10 ";

QList<JobState> allStates()
{
    return {JobState::Queued,    JobState::Running, JobState::Cancelling,
            JobState::Cancelled, JobState::Failed,  JobState::Done};
}

} // namespace

class TestJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateTakesItsActs()
    {
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(1700000000000, Qt::UTC);
        for (const JobState state : allStates()) {
            JobRow row = job_acts::started(u"job_1"_s, JobKind::AuditVerify, JobUnit::Events, u"a"_s, now);
            QCOMPARE(row.job.state, JobState::Queued);
            row.job.state = state;
            row.progress = "far";
            const auto cancelled = job_acts::cancelled(row, now);
            const auto resumed = job_acts::resumed(row, u"b"_s);
            QCOMPARE(cancelled.has_value(), isUnderWay(state));
            QCOMPARE(resumed.has_value(), isResumable(state));
            if (cancelled)
                QCOMPARE(cancelled->job.state,
                         state == JobState::Queued ? JobState::Cancelled : JobState::Cancelling);
            else
                QCOMPARE(cancelled.error(), ProblemCode::JobOver);
            if (cancelled)
                QCOMPARE(cancelled->job.endedAt.has_value(), state == JobState::Queued);
            if (resumed) {
                QCOMPARE(resumed->job.state, JobState::Queued);
                QCOMPARE(resumed->account, u"b"_s);
                QCOMPARE(resumed->job.resumedBy, u"b"_s);
                QCOMPARE(resumed->job.startedBy, u"a"_s);
                QCOMPARE(resumed->progress, "far");
            } else {
                QCOMPARE(resumed.error(),
                         state == JobState::Done ? ProblemCode::JobOver : ProblemCode::JobUnderWay);
            }
        }
    }

    void aJobIsAcceptedWatchedAndDone()
    {
        JobFixture fixture;
        const auto runner = fixture.counting();
        QVERIFY(!runner->step());
        const Reply started = fixture.start();
        QCOMPARE(started.status, 202);
        const QByteArray id = started.json.value(u"id"_s).toString().toLatin1();
        QCOMPARE(started.headers.value("Location"), "/admin/v1/jobs/" + id);
        QCOMPARE(started.json.value(u"state"_s).toString(), u"queued"_s);
        QCOMPARE(started.json.value(u"started_by"_s).toString(), u"tester"_s);
        QVERIFY(!started.json.contains(u"done"_s) && !started.json.contains(u"total"_s));
        QVERIFY(runner->step());
        QCOMPARE(fixture.stateOf(id), u"running"_s);
        QCOMPARE(fixture.job(id).value(u"done"_s).toInt(), 1);
        QVERIFY(!fixture.job(id).contains(u"total"_s));
        for (int i = 2; i <= Counting::steps; ++i) {
            QVERIFY(runner->step());
            QCOMPARE(fixture.job(id).value(u"done"_s).toInt(), i);
            QCOMPARE(fixture.job(id).value(u"total"_s).toInt(), 10);
        }
        QCOMPARE(fixture.stateOf(id), u"done"_s);
        QVERIFY(fixture.job(id).contains(u"ended_at"_s) && fixture.job(id).contains(u"result"_s));
        QVERIFY(!runner->step());
        QCOMPARE(fixture.written(), QString::fromLatin1(numbers));
        QCOMPARE(fixture.eventsOf(id), (QStringList{u"job.start"_s, u"job.finish"_s}));
        QCOMPARE(fixture.post("/jobs/" + id + "/cancel").code(), u"job_over"_s);
        QCOMPARE(fixture.post("/jobs/" + id + "/resume").code(), u"job_over"_s);
        const Reply list = fixture.get("/jobs");
        QCOMPARE(list.json.value(u"count"_s).toInt(), 1);
        QCOMPARE(list.json.value(u"items"_s).toArray().first().toObject(), fixture.job(id));
    }

    /// Whatever becomes of the runner, each step counts once.
    void anotherProcessGoesOn()
    {
        JobFixture fixture;
        const QByteArray id = fixture.startedId();
        for (int i = 0; i < Counting::steps; ++i) {
            QVERIFY(fixture.counting()->step());
            fixture.open();
        }
        QCOMPARE(fixture.stateOf(id), u"done"_s);
        QCOMPARE(fixture.written(), QString::fromLatin1(numbers));
    }

    void oneOfAKindAtATime()
    {
        JobFixture fixture;
        const auto runner = fixture.counting();
        const QByteArray id = fixture.startedId();
        QCOMPARE(fixture.start().code(), u"job_under_way"_s);
        QVERIFY(runner->step());
        QCOMPARE(fixture.start().code(), u"job_under_way"_s);
        QCOMPARE(fixture.post("/jobs/" + id + "/resume").code(), u"job_under_way"_s);
        QCOMPARE(fixture.post("/jobs/" + id + "/cancel").status, 202);
        QCOMPARE(fixture.start().code(), u"job_under_way"_s); // its present step is not over
        QVERIFY(runner->step());
        const Reply second = fixture.start();
        QCOMPARE(second.status, 202);
        QCOMPARE(fixture.post("/jobs/" + id + "/resume").code(), u"job_under_way"_s); // the other one
    }

    void aCancelledOneStopsAndGoesOnFromThere()
    {
        JobFixture fixture;
        const auto runner = fixture.counting();
        const QByteArray id = fixture.startedId();
        for (int i = 0; i < 3; ++i)
            QVERIFY(runner->step());
        const Reply cancelled = fixture.post("/jobs/" + id + "/cancel");
        QCOMPARE(cancelled.status, 202);
        QCOMPARE(cancelled.json.value(u"state"_s).toString(), u"cancelling"_s);
        QCOMPARE(fixture.post("/jobs/" + id + "/cancel").status, 202); // again changes nothing
        QVERIFY(runner->step());
        QCOMPARE(fixture.stateOf(id), u"cancelled"_s);
        QVERIFY(!runner->step());
        QCOMPARE(fixture.written(), u"1 2 3 "_s);
        fixture.signIn(u"other"_s, {u"security"_s});
        const Reply resumed = fixture.post("/jobs/" + id + "/resume");
        QCOMPARE(resumed.status, 202);
        QCOMPARE(resumed.json.value(u"resumed_by"_s).toString(), u"other"_s);
        QVERIFY(!resumed.json.contains(u"ended_at"_s));
        while (runner->step()) {
        }
        QCOMPARE(fixture.stateOf(id), u"done"_s);
        QCOMPARE(fixture.written(), QString::fromLatin1(numbers));
        QCOMPARE(fixture.eventsOf(id),
                 (QStringList{u"job.start"_s, u"job.cancel"_s, u"job.resume"_s, u"job.finish"_s}));
    }

    /// The step that was under way when somebody cancelled counts for nothing, whatever the order.
    void aCancelOvertakesTheStep()
    {
        JobFixture fixture;
        QByteArray id;
        int cancelAt = 0;
        int step = 0;
        bool resumes = false;
        const auto runner = fixture.counting([&] {
            if (++step != cancelAt)
                return;
            QCOMPARE(fixture.post("/jobs/" + id + "/cancel").status, 202);
            if (resumes && fixture.stateOf(id) == "cancelled"_L1)
                QCOMPARE(fixture.post("/jobs/" + id + "/resume").status, 202);
        });
        cancelAt = 1; // it is queued still
        id = fixture.startedId();
        QVERIFY(runner->step());
        QCOMPARE(fixture.stateOf(id), u"cancelled"_s);
        QCOMPARE(fixture.written(), QString());
        QCOMPARE(fixture.post("/jobs/" + id + "/resume").status, 202);
        cancelAt = 4;
        for (int i = 0; i < 3; ++i)
            QVERIFY(runner->step());
        QCOMPARE(fixture.stateOf(id), u"cancelled"_s);
        QCOMPARE(fixture.written(), u"1 2 "_s);
        // Cancelled and resumed while a step was under way: it may count, and the next goes on from it.
        resumes = true;
        step = 0;
        cancelAt = 1;
        QCOMPARE(fixture.post("/jobs/" + id + "/resume").status, 202);
        while (runner->step()) {
        }
        QCOMPARE(fixture.stateOf(id), u"done"_s);
        QCOMPARE(fixture.written(), QString::fromLatin1(numbers));
    }

    void manyActsAtOnce()
    {
        JobFixture fixture;
        const auto runner = fixture.counting();
        const QByteArray id = fixture.startedId();
        std::atomic<bool> over{false};
        std::thread steps([&] {
            while (!over)
                (void)runner->step();
        });
        for (int i = 0; i < 20; ++i) {
            for (const char *act : {"/cancel", "/resume"})
                (void)fixture.post("/jobs/" + id + act);
            int other = 0;
            for (const QJsonValue &item : fixture.get("/jobs").json.value(u"items"_s).toArray()) {
                const QString state = item.toObject().value(u"state"_s).toString();
                other += isUnderWay(enumFromText<JobState>(state)) ? 1 : 0;
            }
            QVERIFY(other <= 1);
            (void)fixture.start();
        }
        over = true;
        steps.join();
        // Each job counted to its end at most, never a number twice in one job.
        const QStringList written = fixture.written().split(u' ', Qt::SkipEmptyParts);
        QVERIFY(!written.isEmpty());
    }

    void whatFailsCanBeResumed()
    {
        JobFixture fixture;
        const auto runner = fixture.counting();
        const QByteArray id = fixture.startedId();
        QVERIFY(runner->step());
        fixture.counter->fails = true;
        QVERIFY(runner->step());
        QCOMPARE(fixture.stateOf(id), u"failed"_s);
        QCOMPARE(fixture.job(id).value(u"problem"_s).toString(), u"store_failed"_s);
        QVERIFY(fixture.job(id).contains(u"ended_at"_s));
        QVERIFY(fixture.logged.contains("the disk says no")); // for those who run the service only
        QVERIFY(!fixture.get("/jobs/" + id).body.contains("the disk says no"));
        QVERIFY(!runner->step());
        fixture.counter->fails = false;
        QCOMPARE(fixture.post("/jobs/" + id + "/resume").status, 202);
        while (runner->step()) {
        }
        QCOMPARE(fixture.stateOf(id), u"done"_s);
        QCOMPARE(fixture.job(id).value(u"problem"_s).toString(), u"store_failed"_s); // why it was resumed
        QCOMPARE(fixture.written(), QString::fromLatin1(numbers));
        QCOMPARE(fixture.eventsOf(id),
                 (QStringList{u"job.start"_s, u"job.finish"_s, u"job.resume"_s, u"job.finish"_s}));
    }

    /// Before each step the right of whoever wants it is asked again (docs/adr/0132); a session may end.
    void whoLostTheRightIsNotActedFor()
    {
        JobFixture fixture;
        const auto runner = fixture.counting();
        const QByteArray admin = fixture.token;
        fixture.signIn(u"leaver"_s, {u"security"_s});
        const QByteArray id = fixture.startedId();
        QCOMPARE(fixture.send(HttpMethod::Delete, "/session", {}, {}, {}).status, 204);
        fixture.token = admin;
        QVERIFY(runner->step());
        QCOMPARE(fixture.stateOf(id), u"running"_s);
        OperatorSessions &sessions = fixture.administration->context().sessions;
        OperatorRow row = *sessions.find(u"leaver"_s);
        row.roles = {Role::PartnerOps};
        sessions.setOperator(row);
        QVERIFY(runner->step());
        QCOMPARE(fixture.stateOf(id), u"failed"_s);
        QCOMPARE(fixture.job(id).value(u"problem"_s).toString(), u"not_allowed"_s);
        QCOMPARE(fixture.written(), u"1 "_s);
        QCOMPARE(fixture.post("/jobs/" + id + "/resume").status, 202); // in another name
        QVERIFY(runner->step());
        QCOMPARE(fixture.stateOf(id), u"running"_s);
        row = *sessions.find(u"tester"_s);
        row.disabledAt = fixture.administration->context().now();
        sessions.setOperator(row);
        QVERIFY(runner->step());
        fixture.signIn(u"third"_s, {u"viewer"_s});
        QCOMPARE(fixture.stateOf(id), u"failed"_s);
    }

    void everyRoleLooksAndSomeAct()
    {
        JobFixture fixture;
        for (const Role role : {Role::Viewer, Role::Support, Role::PartnerOps, Role::Security, Role::Admin}) {
            fixture.signIn(u"one-%1"_s.arg(static_cast<int>(role)), {toText(role)});
            const bool may = role == Role::Security || role == Role::Admin;
            QCOMPARE(fixture.get("/jobs").status, 200);
            const Reply started = fixture.start();
            QCOMPARE(started.status, may ? 202 : 403);
            const QByteArray id = started.json.value(u"id"_s).toString().toLatin1();
            const QByteArray one = may ? id : QByteArray("job_none");
            QCOMPARE(fixture.get("/jobs/" + one).status, may ? 200 : 404);
            for (const char *act : {"/cancel", "/resume", "/cancel"})
                QCOMPARE(fixture.post("/jobs/" + one + act).status, may ? 202 : 403);
        }
    }

    /// A job of a kind that this release does not know, left by another one.
    void unknownWorkEnds()
    {
        JobFixture fixture;
        const QByteArray id = fixture.startedId();
        JobRunner knowsNothing(fixture.administration->context(), {});
        QVERIFY(knowsNothing.step());
        QCOMPARE(fixture.job(id).value(u"problem"_s).toString(), u"unknown_kind"_s);
        const Reply refused = fixture.post("/jobs", {{u"kind"_s, u"moon.landing"_s}});
        QCOMPARE(refused.status, 422);
        QCOMPARE(refused.json.value(u"errors"_s).toArray().first().toObject().value(u"pointer"_s).toString(),
                 u"/kind"_s);
    }

    void theLastHundredAreKept()
    {
        JobFixture fixture;
        const auto kept = fixture.administration->context().store.writeNow<int>([](Tx &tx) {
            const QDateTime at = QDateTime::fromMSecsSinceEpoch(1600000000000, Qt::UTC);
            for (int i = 0; i < 150; ++i) {
                JobRow row = job_acts::started(u"job_%1"_s.arg(i), JobKind::AuditVerify, JobUnit::Events,
                                               u"a"_s, at.addSecs(i));
                // The oldest is under way: it stays, however many came after it.
                if (i > 0)
                    row.job.state = JobState::Done;
                job_rows::put(tx, row);
            }
            job_rows::keepNewest(tx, JobRunner::mostKept);
            return static_cast<int>(job_rows::all(tx).size());
        });
        QCOMPARE(kept.value_or(0), JobRunner::mostKept + 1);
        QCOMPARE(fixture.get("/jobs/job_0").status, 200);
        QCOMPARE(fixture.get("/jobs/job_49").status, 404);
        QCOMPARE(fixture.get("/jobs/job_50").status, 200);
        QCOMPARE(fixture.get("/jobs").json.value(u"items"_s).toArray().first().toObject().value(u"id"_s),
                 u"job_149"_s);
    }

    /// News of the state come at once, those of progress at most twice a second.
    void theFeedTellsOfIt()
    {
        JobFixture fixture;
        const auto runner = fixture.counting();
        QElapsedTimer timer;
        timer.start();
        const QString head = fixture.feedCursor();
        const QByteArray id = fixture.startedId();
        while (runner->step()) {
        }
        int told = 0;
        const QJsonArray changes = fixture.toldAfter(head);
        for (const QJsonValue &change : changes) {
            if (change.toObject().value(u"kind"_s) != u"job"_s)
                continue;
            QVERIFY(QJsonDocument(change.toObject()).toJson().contains(id));
            ++told;
        }
        // Queued, running, done; and progress.
        QVERIFY2(told >= 3 && told <= 3 + timer.elapsed() / 500, qPrintable(QString::number(told)));
    }

    /// What a step does is an act of whoever wants the job: the log, the feed and the policy have it with the
    /// step. The end says what the work says of it.
    void whatAStepDoesIsToldAndDecidedBy()
    {
        JobFixture fixture;
        const QString partner = fixture.makePartner(u"bulk"_s);
        const QString made = fixture.makeCredential(partner).id;
        const AdminContext &context = fixture.administration->context();
        const auto runner = fixture.counting({}, [&](Tx &tx) {
            const auto row = credential_rows::find(tx, made);
            const auto next = life_cycle::suspended(*row, context.now());
            return next ? storeCredential(
                              tx, *next,
                              {eventAbout(AuditAction::CredentialSuspend, made, row->value.name, partner)})
                        : WriteOutcome();
        });
        const auto state = [&] { return fixture.policy->current()->credential(id16Of(made))->state; };
        const QByteArray admin = fixture.token;
        fixture.signIn(u"other"_s, {u"security"_s, u"viewer"_s});
        const QByteArray id = fixture.startedId();
        fixture.token = admin;
        const QString cursor = fixture.feedCursor();
        QCOMPARE(state(), CredentialState::Active);
        QVERIFY(runner->step());
        QCOMPARE(state(), CredentialState::Suspended);
        const QJsonArray events = fixture.events("action=credential.suspend");
        QCOMPARE(events.size(), 1);
        const QJsonValue event = events.at(0);
        QCOMPARE(event[u"actor"_s].toString(), u"other"_s);
        QCOMPARE(event[u"actor_role"_s].toString(), u"security"_s);
        QCOMPARE(event[u"source"_s].toString(), u"jobs"_s);
        const QJsonArray told = fixture.toldAfter(cursor);
        QVERIFY(std::any_of(told.begin(), told.end(), [&](const QJsonValue &each) {
            return each[u"kind"_s] == u"credential"_s && each[u"id"_s] == made &&
                   each[u"event_id"_s] == event[u"id"_s];
        }));
        while (runner->step()) {
        }
        const QJsonArray ends = fixture.events("action=job.finish&target_id=" + id);
        QCOMPARE(ends.size(), 1);
        const QJsonValue counted = ends.at(0)[u"changes"_s][1];
        QCOMPARE(counted[u"field"_s].toString(), u"counted"_s);
        QCOMPARE(counted[u"after"_s].toString(), u"10"_s);
    }

    /// What a job had found was found in a history that is not there any more.
    void anAcceptedHistoryLetsThemBeginAnew()
    {
        JobFixture fixture;
        const QByteArray id = fixture.startedId();
        {
            const auto runner = fixture.counting();
            for (int i = 0; i < 3; ++i)
                QVERIFY(runner->step());
        }
        fixture.close();
        const DatabaseCopy copy(fixture.dir.path());
        fixture.open();
        (void)fixture.makePartner(u"later"_s);
        fixture.close();
        copy.putBack();
        fixture.open();
        const auto runner = fixture.counting();
        QVERIFY(!runner->step()); // nothing is written, and nothing is done
        QCOMPARE(fixture.job(id).value(u"done"_s).toInt(), 3);
        QCOMPARE(
            fixture.local(HttpMethod::Post, "/local/v1/history/accept", {{u"reason"_s, u"Seen"_s}}).status,
            204);
        QVERIFY(runner->step());
        QCOMPARE(fixture.job(id).value(u"done"_s).toInt(), 1);
    }

    /// The thread takes what is there by itself, and what comes.
    void theThreadGoesOnByItself()
    {
        JobFixture fixture;
        const QByteArray id = fixture.startedId();
        fixture.open();
        fixture.administration->start();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.stateOf(id), u"done"_s, 20'000);
        const QByteArray second = fixture.startedId();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.stateOf(second), u"done"_s, 20'000);
        const QJsonObject report =
            fixture.job(second).value(u"result"_s).toObject().value(u"history"_s).toObject();
        QCOMPARE(report.value(u"finding"_s).toString(), u"nothing"_s);
        QCOMPARE(report.value(u"events"_s), report.value(u"size"_s));
        QVERIFY(report.value(u"events"_s).toInt() > 0);
    }

    /// What was found stands in the event of the end, and in the log of the process.
    void aFindingIsTold()
    {
        JobFixture fixture;
        (void)fixture.makePartner(u"some"_s);
        tamper(fixture.dir.path(),
               [](Tx &tx) { tx.exec(u"UPDATE audit_events SET actor = 'nobody' WHERE idx = 2"_s); });
        const QByteArray id = fixture.startedId();
        fixture.administration->start();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.stateOf(id), u"done"_s, 20'000);
        const QJsonArray ends = fixture.events("action=job.finish&target_id=" + id);
        QCOMPARE(ends.size(), 1);
        QStringList said;
        const QJsonArray changes = ends.at(0)[u"changes"_s].toArray();
        for (const QJsonValue &each : changes)
            said.append(each[u"field"_s].toString());
        QCOMPARE(said, (QStringList{u"state"_s, u"events"_s, u"root"_s, u"finding"_s}));
        QVERIFY(changes.at(3)[u"after"_s].toString() != u"nothing"_s);
        fixture.close();
        QCOMPARE(fixture.logged.count("history_finding"), 1);
    }

    /// A store whose writer hangs: the job waits with everybody, and nothing of it is lost.
    void aWriterThatHangsIsWaitedFor()
    {
        JobFixture fixture;
        const QByteArray id = fixture.startedId();
        {
            const StalledStore stalled(fixture.administration->context().store);
            fixture.administration->start();
            QTest::qWait(100);
            QCOMPARE(fixture.stateOf(id), u"queued"_s);
        }
        QTRY_COMPARE_WITH_TIMEOUT(fixture.stateOf(id), u"done"_s, 20'000);
    }
};

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
