// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/jobs/job_handlers.h"

#include "platform/admin/api/body.h"
#include "platform/admin/jobs/job_acts.h"
#include "platform/admin/jobs/job_runner.h"
#include "platform/domain/audit_diff.h"

#include <algorithm>

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

/// Stores it; the log and the feed say so, and the runner sees it when it is stored.
WriteOutcome settle(const WriteCall &call, Tx &tx, const JobRow &row, AuditAction action)
{
    job_rows::put(tx, row);
    WriteOutcome outcome;
    outcome.answer = replyWith(row.job, 202);
    outcome.answer.headers.set("Location", "/admin/v1/jobs/" + row.job.id.toLatin1());
    outcome.events = {{eventAbout(action, row.job.id, toText(row.job.kind), {}), ChangeKind::Job}};
    outcome.stored = [runner = call.context.jobs] { runner->wake(); };
    return outcome;
}

tl::unexpected<AdminProblem> refused(ProblemCode code)
{
    if (code == ProblemCode::JobUnderWay)
        return refuse(code, u"Such a job is under way"_s, u"One of a kind at a time."_s);
    return refuse(code, u"The job has ended"_s);
}

bool isKindUnderWay(Tx &tx, JobKind kind)
{
    const std::vector<JobRow> rows = job_rows::underWay(tx);
    return std::any_of(rows.begin(), rows.end(), [kind](const JobRow &row) { return row.job.kind == kind; });
}

} // namespace

AdminResult jobList(const AdminCall &, Tx &tx)
{
    Page<Job> page;
    const std::vector<JobRow> rows = job_rows::all(tx);
    for (const JobRow &row : rows)
        page.items.append(row.job);
    page.count = page.items.size();
    return replyWith(page);
}

AdminResult jobGet(const AdminCall &call, Tx &tx)
{
    const auto row = job_rows::find(tx, call.parameter("job_id"));
    return row ? AdminResult(replyWith(row->job)) : notFound(u"job"_s);
}

namespace {

WriteResult start(const WriteCall &call, const AdminExpected<JobStart> &asked, Tx &tx)
{
    if (!asked)
        return tl::make_unexpected(asked.error());
    const auto unit = call.context.jobs->unitOf(asked->kind);
    if (!unit)
        return invalid({pc::rules::fieldError(u"/kind"_s, pc::rules::FieldFault::UnknownValue,
                                              u"There is no such work."_s)});
    if (isKindUnderWay(tx, asked->kind))
        return refused(ProblemCode::JobUnderWay);
    const QString id = u"job_"_s + QString::fromLatin1(randomBase62(call.context.random, 16).view());
    const JobRow row = job_acts::started(id, asked->kind, *unit, call.actor.account, call.now);
    WriteOutcome outcome = settle(call, tx, row, AuditAction::JobStart);
    job_rows::keepNewest(tx, JobRunner::mostKept);
    return outcome;
}

WriteResult cancel(const WriteCall &call, Tx &tx)
{
    const auto found = job_rows::find(tx, call.parameter("job_id"));
    if (!found)
        return notFound(u"job"_s);
    if (found->job.state == JobState::Cancelling)
        return WriteOutcome{replyWith(found->job, 202)};
    const auto row = job_acts::cancelled(*found, call.now);
    if (!row)
        return refused(row.error());
    return settle(call, tx, *row, AuditAction::JobCancel);
}

WriteResult resumeJob(const WriteCall &call, Tx &tx)
{
    const auto found = job_rows::find(tx, call.parameter("job_id"));
    if (!found)
        return notFound(u"job"_s);
    const auto row = job_acts::resumed(*found, call.actor.account);
    if (!row)
        return refused(row.error());
    if (isKindUnderWay(tx, row->job.kind))
        return refused(ProblemCode::JobUnderWay);
    return settle(call, tx, *row, AuditAction::JobResume);
}

} // namespace

AdminExpected<PreparedWrite> jobStart(const WriteCall &call)
{
    return PreparedWrite{
        [asked = bodyAs<JobStart>(call)](const WriteCall &write, Tx &tx) { return start(write, asked, tx); }};
}

AdminExpected<PreparedWrite> jobCancel(const WriteCall &)
{
    return PreparedWrite{cancel};
}

AdminExpected<PreparedWrite> jobResume(const WriteCall &)
{
    return PreparedWrite{resumeJob};
}

} // namespace pc::platform::handlers
