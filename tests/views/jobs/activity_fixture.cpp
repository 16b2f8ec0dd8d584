// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/jobs/activity_fixture.h"

#include "contract/api/roles.h"
#include "contract/codec/codecs.h"
#include "tests/support/scripted_transport.h"

#include <QJsonDocument>

namespace pc::test {

using namespace Qt::StringLiterals;
using client::TransportResult;

namespace {

template <typename T>
TransportResult answerOf(int status, const T &value)
{
    return ScriptedTransport::response(status, QJsonDocument(toJson(value)).toJson());
}

} // namespace

Job jobIn(JobState state, const QString &id)
{
    Job job;
    job.id = id;
    job.kind = JobKind::AuditVerify;
    job.state = state;
    job.unit = JobUnit::Events;
    job.startedBy = u"ops-1"_s;
    job.startedAt = QDateTime({2025, 11, 21}, {10, 21}, Qt::UTC);
    job.done = 5000;
    job.total = 20000;
    if (!isUnderWay(state))
        job.endedAt = job.startedAt.addSecs(30);
    if (state == JobState::Done) {
        HistoryReport report;
        report.events = report.size = 20000;
        report.root = QByteArray(32, 'r');
        report.checkpoints = 80;
        report.anchored = 412;
        report.finding = HistoryFinding::Nothing;
        job.done = 20000;
        job.result = JobResult{report};
    }
    if (state == JobState::Failed)
        job.problem = JobProblem::StoreFailed;
    return job;
}

ActivityFixture::ActivityFixture(QList<Job> list, Role role) : jobs(std::move(list))
{
    pages.service->session.roles = {role};
    pages.service->session.permissions = permissionsOf({role});
    pages.connection->keeper().start();
    pages.service->first = [this](const SampleService::Asked &asked) { return answer(asked); };
    pages.show(new QWidget);
    commands = new views::JobCommands(pages.context, model, &pages.window);
    model.refresh();
    settle();
}

std::optional<TransportResult> ActivityFixture::answer(const SampleService::Asked &asked)
{
    if (!asked.path.startsWith(u"/jobs"))
        return {};
    if (first)
        if (auto own = first(asked))
            return own;
    if (asked.method == "GET" && asked.path == u"/jobs")
        return answerOf(200, Page<Job>{jobs, {}, {}, {}});
    if (asked.method == "GET")
        for (const Job &job : std::as_const(jobs))
            if (asked.path == u"/jobs/"_s + job.id)
                return answerOf(200, job);
    if (asked.method == "POST" && asked.path == u"/jobs")
        jobs.prepend(jobIn(JobState::Queued, u"job_new"_s));
    else if (asked.path.endsWith(u"/cancel"))
        jobs.first().state = JobState::Cancelling;
    else if (asked.path.endsWith(u"/resume"))
        jobs.first().state = JobState::Queued;
    return answerOf(202, jobs.first());
}

views::ActivityDialog *ActivityFixture::open()
{
    pages.commands.run(u"activity.open"_s);
    settle();
    return pages.window.findChild<views::ActivityDialog *>();
}

void ActivityFixture::tell()
{
    Q_EMIT pages.connection->feed().changed({ChangeKind::Job, jobs.first().id, {}, {}});
    settle();
}

} // namespace pc::test
