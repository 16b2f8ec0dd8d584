// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/job_flow.h"
#include "models/jobs/job_list_model.h"
#include "tests/models/model_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;

namespace {

Job jobIn(JobState state, const QString &id = u"job_1"_s, qint64 done = 0)
{
    Job job;
    job.id = id;
    job.kind = JobKind::AuditVerify;
    job.state = state;
    job.unit = JobUnit::Events;
    job.startedBy = u"sec-1"_s;
    job.startedAt = QDateTime({2026, 3, 2}, {9, 14}, Qt::UTC);
    job.done = done;
    job.total = 100;
    if (!isUnderWay(state))
        job.endedAt = job.startedAt.addSecs(30);
    return job;
}

} // namespace

class TestJobList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ModelFixture>(); }
    void cleanup()
    {
        QVERIFY(m_fixture->transport.isUsedUp());
        QCOMPARE(m_fixture->transport.unscripted(), 0);
    }

    /// Before anybody looks, news are nobody's; then the one that moved is fetched, and no other.
    void aKnownJobIsFetchedAlone()
    {
        JobListModel model(m_fixture->jobs, m_fixture->feed);
        m_fixture->tell(ChangeKind::Job, u"job_1"_s);
        QCOMPARE(m_fixture->transport.sent().size(), 0);
        load(model, {jobIn(JobState::Running), jobIn(JobState::Done, u"job_0"_s)});
        QCOMPARE(model.underWay(), 1);
        m_fixture->tell(ChangeKind::Audit);
        m_fixture->tell(ChangeKind::Partner, u"prt_1"_s);
        QSignalSpy changes(&model, &JobListModel::changed);
        m_fixture->transport.reply("GET", u"/jobs/job_1"_s, toJson(jobIn(JobState::Running, u"job_1"_s, 40)));
        m_fixture->tell(ChangeKind::Job, u"job_1"_s);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(model.jobs().first().done, std::optional<qint64>(40));
        QCOMPARE(model.jobs().size(), 2);
    }

    void anEndIsToldOnce()
    {
        JobListModel model(m_fixture->jobs, m_fixture->feed);
        QSignalSpy ends(&model, &JobListModel::ended);
        load(model, {jobIn(JobState::Running), jobIn(JobState::Done, u"job_0"_s)});
        QCOMPARE(ends.size(), 0); // what ended before is no news
        m_fixture->transport.reply("GET", u"/jobs/job_1"_s, toJson(jobIn(JobState::Done, u"job_1"_s, 100)));
        m_fixture->tell(ChangeKind::Job, u"job_1"_s);
        QCOMPARE(ends.size(), 1);
        QCOMPARE(ends.first().first().value<Job>().id, u"job_1"_s);
        m_fixture->transport.reply("GET", u"/jobs/job_1"_s, toJson(jobIn(JobState::Done, u"job_1"_s, 100)));
        m_fixture->tell(ChangeKind::Job, u"job_1"_s);
        QCOMPARE(ends.size(), 1);
        QCOMPARE(model.underWay(), 0);
    }

    /// Also one that ended while nobody could be asked.
    void anEndIsToldAfterAGap()
    {
        JobListModel model(m_fixture->jobs, m_fixture->feed);
        load(model, {jobIn(JobState::Running)});
        QSignalSpy ends(&model, &JobListModel::ended);
        m_fixture->transport.reply("GET", u"/jobs"_s, pageOf(QList<Job>{jobIn(JobState::Failed)}));
        m_fixture->tellReset();
        QCOMPARE(ends.size(), 1);
    }

    void anUnknownOneLetsAllBeFetched()
    {
        JobListModel model(m_fixture->jobs, m_fixture->feed);
        load(model, {});
        m_fixture->transport.reply("GET", u"/jobs"_s,
                                   pageOf(QList<Job>{jobIn(JobState::Queued, u"job_2"_s)}));
        m_fixture->tell(ChangeKind::Job, u"job_2"_s);
        QCOMPARE(model.underWay(), 1);
        // Forgotten by the platform: the list says so.
        m_fixture->transport.problem("GET", u"/jobs/job_2"_s, 404, u"not_found"_s);
        m_fixture->transport.reply("GET", u"/jobs"_s, pageOf(QList<Job>{}));
        m_fixture->tell(ChangeKind::Job, u"job_2"_s);
        QCOMPARE(model.jobs().size(), 0);
    }

    /// News that come while all are fetched let all be fetched once more, and not once for each.
    void newsDuringTheListAreNotLost()
    {
        JobListModel model(m_fixture->jobs, m_fixture->feed);
        m_fixture->transport.reply("GET", u"/jobs"_s, pageOf(QList<Job>{jobIn(JobState::Running)})).hold();
        m_fixture->transport.reply("GET", u"/jobs"_s, pageOf(QList<Job>{jobIn(JobState::Done)}));
        model.refresh();
        ModelFixture::spin();
        for (int i = 0; i < 3; ++i)
            Q_EMIT m_fixture->feed.changed({ChangeKind::Job, u"job_1"_s, {}, {}});
        QVERIFY(m_fixture->transport.release());
        ModelFixture::spin();
        QCOMPARE(model.underWay(), 0);
        QCOMPARE(m_fixture->transport.sentTo("GET", u"/jobs"_s).size(), 2);
    }

    void aFailureIsSaid()
    {
        JobListModel model(m_fixture->jobs, m_fixture->feed);
        m_fixture->transport.problem("GET", u"/jobs"_s, 500, u"internal"_s);
        model.refresh();
        ModelFixture::spin();
        QCOMPARE(model.state(), LoadState::Error);
        QVERIFY(!model.hasValue());
        load(model, {jobIn(JobState::Running)});
        QCOMPARE(model.state(), LoadState::Ready);
    }

    void actsAreSentWithAKey()
    {
        JobListModel model(m_fixture->jobs, m_fixture->feed);
        load(model, {});
        m_fixture->transport.reply("POST", u"/jobs"_s, toJson(jobIn(JobState::Queued)), 202);
        JobFlow start(m_fixture->jobs, JobKind::AuditVerify);
        start.submit();
        ModelFixture::spin();
        QCOMPARE(start.state(), FlowState::Done);
        QCOMPARE(m_fixture->transport.last().json(), (QJsonObject{{u"kind"_s, u"audit.verify"_s}}));
        QVERIFY(!m_fixture->transport.last().header("Idempotency-Key").isEmpty());
        m_fixture->transport.reply("GET", u"/jobs/job_1"_s, toJson(jobIn(JobState::Queued)));
        model.take(*start.result());
        QCOMPARE(model.underWay(), 1);
        ModelFixture::spin();
        for (const auto &[act, path, state] :
             {std::tuple(Op::JobCancel, u"/jobs/job_1/cancel"_s, JobState::Cancelled),
              std::tuple(Op::JobResume, u"/jobs/job_1/resume"_s, JobState::Queued)}) {
            m_fixture->transport.reply("POST", path, toJson(jobIn(state)), 202);
            JobFlow flow(m_fixture->jobs, model.jobs().first(), act);
            flow.submit();
            ModelFixture::spin();
            QCOMPARE(flow.state(), FlowState::Done);
            QVERIFY(!m_fixture->transport.last().header("Idempotency-Key").isEmpty());
            m_fixture->transport.reply("GET", u"/jobs/job_1"_s, toJson(jobIn(state)));
            model.take(*flow.result());
            QCOMPARE(model.jobs().size(), 1);
            QCOMPARE(model.jobs().first().state, state);
            ModelFixture::spin();
            QCOMPARE(model.jobs().first().state, state);
        }
        m_fixture->transport.problem("POST", u"/jobs"_s, 409, u"job_under_way"_s);
        JobFlow again(m_fixture->jobs, JobKind::AuditVerify);
        again.submit();
        ModelFixture::spin();
        QCOMPARE(again.state(), FlowState::Failed);
        QCOMPARE(again.error()->code(), ProblemCode::JobUnderWay);
    }

    /// A repeated act is answered as its first try was, though the feed has told more since.
    void anOldAnswerDoesNotLast()
    {
        JobListModel model(m_fixture->jobs, m_fixture->feed);
        load(model, {jobIn(JobState::Running)});
        m_fixture->transport.reply("GET", u"/jobs/job_1"_s, toJson(jobIn(JobState::Cancelled)));
        m_fixture->tell(ChangeKind::Job, u"job_1"_s);
        QCOMPARE(model.underWay(), 0);
        m_fixture->transport.reply("GET", u"/jobs/job_1"_s, toJson(jobIn(JobState::Cancelled)));
        model.take(jobIn(JobState::Cancelling));
        ModelFixture::spin();
        QCOMPARE(model.jobs().first().state, JobState::Cancelled);
        QCOMPARE(model.underWay(), 0);
    }

private:
    void load(JobListModel &model, const QList<Job> &jobs)
    {
        m_fixture->transport.reply("GET", u"/jobs"_s, pageOf(jobs));
        model.refresh();
        ModelFixture::spin();
        QCOMPARE(model.state(), LoadState::Ready);
        QCOMPARE(model.jobs(), jobs);
    }

    std::unique_ptr<ModelFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestJobList)
#include "tst_job_list.moc"
