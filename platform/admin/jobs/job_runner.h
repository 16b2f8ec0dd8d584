// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/admin/api/job_starter.h"
#include "platform/admin/jobs/job_work.h"
#include "platform/store/rows/job_rows.h"

#include <QHash>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace pc::platform {

/// Carries jobs out, one step at a time, on a thread of its own. What a job is stands in its row: every step
/// reads it, works on one of the store's readers, and stores how far it came; so a process that is killed
/// loses one step, and the next one goes on by itself. Between two steps it rests at least as long as the
/// step took: everything else comes first.
class JobRunner final : public JobStarter
{
public:
    using Works = std::vector<std::unique_ptr<const JobWork>>;

    /// Jobs that are remembered.
    static constexpr int mostKept = 100;
    /// How often the feed tells of the progress of one job, at most.
    static constexpr std::chrono::milliseconds tellPeriod{500};

    JobRunner(AdminContext &context, Works works) : m_context(context), m_works(std::move(works)) {}
    ~JobRunner() override { stop(); }
    JobRunner(const JobRunner &) = delete;
    JobRunner &operator=(const JobRunner &) = delete;

    /// Goes on with what the process before this one left.
    void start();
    /// Ends after the present step; the jobs stay as they are. Idempotent.
    void stop();
    void wake() override;
    [[nodiscard]] std::optional<JobUnit> unitOf(JobKind kind) const override;
    /// One step of the next job that is under way; false when there is none, or none can be taken now. What
    /// the thread does, and tests.
    bool step();

private:
    struct Taken
    {
        JobRow row;
        JobProblem problem = JobProblem::Unknown; ///< why it cannot go on
        std::optional<JobStep> step;
    };
    void run();
    /// Nullptr when this service does not know such work.
    [[nodiscard]] const JobWork *workFor(JobKind kind) const;
    [[nodiscard]] std::optional<Taken> takeStep(Tx &tx);
    void settle(Tx &tx, const Taken &taken);
    [[nodiscard]] bool isAllowed(const QString &account) const;
    [[nodiscard]] WriteOutcome endOf(const Job &job) const;
    [[nodiscard]] AuditEvent inTheNameOf(const QString &account, AuditEvent event) const;
    [[nodiscard]] bool isTimeToTell(const QString &id);

    AdminContext &m_context;
    const Works m_works;
    QString m_last; ///< whose turn it was; they take turns
    QHash<QString, std::chrono::steady_clock::time_point> m_told;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_woken = true;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace pc::platform
