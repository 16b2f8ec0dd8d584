// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <algorithm>
#include <array>
#include <optional>

namespace pc {

/// What a verification of the whole audit log ended with.
struct HistoryReport
{
    qint64 events = 0; ///< checked
    qint64 size = 0;   ///< of the log when it was begun
    QByteArray root;   ///< of the events that were checked, 32 bytes
    qint64 checkpoints = 0;
    qint64 anchored = 0; ///< lines of the anchor file that the log fits
    HistoryFinding finding = HistoryFinding::Unknown;
    std::optional<qint64> firstBad; ///< index of the first event that cannot be vouched for
    bool operator==(const HistoryReport &) const = default;
};

/// One member for each kind of job that has something to tell.
struct JobResult
{
    std::optional<HistoryReport> history; ///< of JobKind::AuditVerify
    bool operator==(const JobResult &) const = default;
};

/// Work of the service that takes longer than a request: it can be watched, cancelled and resumed, and goes
/// on after a restart.
struct Job
{
    QString id; ///< job_…
    JobKind kind = JobKind::Unknown;
    JobState state = JobState::Unknown;
    std::optional<qint64> done;  ///< of `total`, in units; unknown before the first step
    std::optional<qint64> total; ///< unknown as long as nobody has counted
    JobUnit unit = JobUnit::Unknown;
    QString startedBy; ///< operator account
    QString resumedBy; ///< who resumed it last; empty: nobody did
    QDateTime startedAt;
    std::optional<QDateTime> endedAt;         ///< cancelled, failed or done
    std::optional<JobResult> result;          ///< when done
    JobProblem problem = JobProblem::Unknown; ///< why it failed; also of one that was resumed since
    bool operator==(const Job &) const = default;
};

/// Body of job.start.
struct JobStart
{
    JobKind kind = JobKind::Unknown;
    bool operator==(const JobStart &) const = default;
};

/// Queued, running or about to end: one of a kind at a time.
inline constexpr std::array underWayStates{JobState::Queued, JobState::Running, JobState::Cancelling};
[[nodiscard]] constexpr bool isUnderWay(JobState state)
{
    return std::find(underWayStates.begin(), underWayStates.end(), state) != underWayStates.end();
}
[[nodiscard]] constexpr bool isResumable(JobState state)
{
    return state == JobState::Cancelled || state == JobState::Failed;
}

} // namespace pc
