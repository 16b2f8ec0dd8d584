// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/problem_codes.h"
#include "platform/admin/jobs/job_work.h"
#include "platform/store/rows/job_rows.h"

#include <tl/expected.hpp>

/// What may become of a job: rules on values.
namespace pc::platform::job_acts {

/// A new one, in the name of an account.
[[nodiscard]] JobRow started(const QString &id, JobKind kind, JobUnit unit, const QString &by,
                             const QDateTime &now);
/// It ends after its present step, or at once when it has none. Asked again, nothing changes. JobOver when it
/// has ended.
[[nodiscard]] tl::expected<JobRow, ProblemCode> cancelled(JobRow row, const QDateTime &now);
/// It goes on from where it was, in the name of whoever says so. JobUnderWay while it runs, JobOver when it
/// is done.
[[nodiscard]] tl::expected<JobRow, ProblemCode> resumed(JobRow row, const QString &by);

/// As a step leaves it: running, or done.
[[nodiscard]] JobRow stepped(JobRow row, const JobStep &step, const QDateTime &now);
/// It has ended.
[[nodiscard]] JobRow ended(JobRow row, JobState how, const QDateTime &now);
[[nodiscard]] JobRow failed(JobRow row, JobProblem why, const QDateTime &now);

} // namespace pc::platform::job_acts
