// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/jobs/job_acts.h"

namespace pc::platform::job_acts {

JobRow started(const QString &id, JobKind kind, JobUnit unit, const QString &by, const QDateTime &now)
{
    JobRow row;
    row.job.id = id;
    row.job.kind = kind;
    row.job.state = JobState::Queued;
    row.job.unit = unit;
    row.job.startedBy = by;
    row.job.startedAt = now;
    row.account = by;
    return row;
}

tl::expected<JobRow, ProblemCode> cancelled(JobRow row, const QDateTime &now)
{
    if (!isUnderWay(row.job.state))
        return tl::make_unexpected(ProblemCode::JobOver);
    if (row.job.state == JobState::Queued)
        return ended(std::move(row), JobState::Cancelled, now);
    row.job.state = JobState::Cancelling;
    return row;
}

tl::expected<JobRow, ProblemCode> resumed(JobRow row, const QString &by)
{
    if (!isResumable(row.job.state))
        return tl::make_unexpected(isUnderWay(row.job.state) ? ProblemCode::JobUnderWay
                                                             : ProblemCode::JobOver);
    row.job.state = JobState::Queued;
    row.job.resumedBy = by;
    row.job.endedAt.reset();
    row.account = by;
    return row;
}

JobRow stepped(JobRow row, const JobStep &step, const QDateTime &now)
{
    row.job.state = JobState::Running;
    row.job.done = step.done;
    row.job.total = step.total;
    row.job.result = step.result;
    row.progress = step.progress;
    return step.result ? ended(std::move(row), JobState::Done, now) : row;
}

JobRow ended(JobRow row, JobState how, const QDateTime &now)
{
    row.job.state = how;
    row.job.endedAt = now;
    return row;
}

JobRow failed(JobRow row, JobProblem why, const QDateTime &now)
{
    row.job.problem = why;
    return ended(std::move(row), JobState::Failed, now);
}

} // namespace pc::platform::job_acts
