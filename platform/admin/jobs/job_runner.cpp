// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/jobs/job_runner.h"

#include "contract/api/roles.h"
#include "platform/admin/api/settle_outcome.h"
#include "platform/admin/jobs/job_acts.h"
#include "platform/domain/audit_diff.h"
#include "platform/store/history/history_anchor.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds leastRest{5};
/// After what could not be done: a store that hangs is not asked again at once.
constexpr std::chrono::seconds retryPeriod{1};

} // namespace

void JobRunner::start()
{
    m_thread = std::thread([this] { run(); });
}

void JobRunner::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_wake.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void JobRunner::wake()
{
    const std::lock_guard lock(m_mutex);
    m_woken = true;
    m_wake.notify_all();
}

void JobRunner::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        m_woken = false;
        lock.unlock();
        const auto begun = std::chrono::steady_clock::now();
        const bool stepped = step();
        const auto took = std::chrono::steady_clock::now() - begun;
        lock.lock();
        if (stepped) // rests whatever happens meanwhile
            m_wake.wait_for(lock, std::max<std::chrono::nanoseconds>(took, leastRest),
                            [this] { return m_stopping; });
        else
            m_wake.wait_for(lock, retryPeriod, [this] { return m_stopping || m_woken; });
    }
}

std::optional<JobUnit> JobRunner::unitOf(JobKind kind) const
{
    const JobWork *work = workFor(kind);
    return work != nullptr ? std::optional(work->unit()) : std::nullopt;
}

const JobWork *JobRunner::workFor(JobKind kind) const
{
    const auto found = std::find_if(m_works.begin(), m_works.end(),
                                    [kind](const auto &work) { return work->kind() == kind; });
    return found == m_works.end() ? nullptr : found->get();
}

/// Disabled or demoted since: nothing more is done in that name. A session that only ran out does not matter,
/// jobs outlive it.
bool JobRunner::isAllowed(const QString &account) const
{
    const auto who = m_context.sessions.find(account);
    return who && !who->disabledAt && allows(who->roles, Op::JobStart);
}

bool JobRunner::step()
{
    if (!m_context.history.isAccepted())
        return false; // nothing may be written
    const auto taken = m_context.store.readNow<std::optional<Taken>>([this](Tx &tx) { return takeStep(tx); });
    if (!taken) {
        if (taken.error().kind != StoreError::Kind::Closed)
            m_context.log.warning("jobs_not_read", {{"why", taken.error().text}});
        return false;
    }
    if (!*taken)
        return false;
    m_last = (*taken)->row.job.id;
    const auto settled = m_context.store.writeNow<bool>([this, &taken](Tx &tx) {
        settle(tx, **taken);
        return true;
    });
    if (!settled && settled.error().kind != StoreError::Kind::Closed)
        m_context.log.warning("job_not_stored", {{"job", m_last}, {"why", settled.error().text}});
    return settled.has_value();
}

std::optional<JobRunner::Taken> JobRunner::takeStep(Tx &tx)
{
    const std::vector<JobRow> rows = job_rows::underWay(tx);
    if (rows.empty())
        return {};
    const auto last =
        std::find_if(rows.begin(), rows.end(), [this](const JobRow &row) { return row.job.id == m_last; });
    Taken taken;
    taken.row = last == rows.end() || last + 1 == rows.end() ? rows.front() : *(last + 1);
    if (taken.row.job.state == JobState::Cancelling)
        return taken;
    const JobWork *work = workFor(taken.row.job.kind);
    if (work == nullptr) {
        taken.problem = JobProblem::UnknownKind;
        return taken;
    }
    if (!isAllowed(taken.row.account)) {
        taken.problem = JobProblem::NotAllowed;
        return taken;
    }
    try {
        taken.step = work->step(tx, taken.row.progress);
    } catch (const SqlFailure &failure) {
        m_context.log.error("job_failed", {{"job", taken.row.job.id}, {"why", failure.error().text}});
        taken.problem = JobProblem::StoreFailed;
    }
    return taken;
}

/// In the writer's turn, where every act on a job has its turn too: whoever cancelled it since is obeyed, and
/// a step of what is not there any more counts for nothing.
void JobRunner::settle(Tx &tx, const Taken &taken)
{
    const auto found = job_rows::find(tx, taken.row.job.id);
    if (!found || !isUnderWay(found->job.state) || found->account != taken.row.account ||
        found->progress != taken.row.progress) {
        tx.rollBack();
        return;
    }
    JobRow row = *found;
    WriteOutcome end;
    if (row.job.state == JobState::Cancelling) {
        row = job_acts::ended(std::move(row), JobState::Cancelled, m_context.now());
    } else if (!taken.step) {
        row = job_acts::failed(std::move(row), taken.problem, m_context.now());
        end = endOf(row.job);
    } else {
        if (taken.step->write)
            settleOutcome(m_context, tx, taken.step->write(tx),
                          [&](AuditEvent event) { return inTheNameOf(row.account, std::move(event)); });
        row = job_acts::stepped(std::move(row), *taken.step, m_context.now());
        if (row.job.state == JobState::Done)
            end = endOf(row.job);
    }
    job_rows::put(tx, row);
    const bool isTime = isTimeToTell(row.job.id);
    if (end.events.isEmpty() && (row.job.state != found->job.state || isTime))
        m_context.feed.publishAfter(tx, QList<Change>{{ChangeKind::Job, row.job.id, {}, {}}});
    settleOutcome(m_context, tx, std::move(end), [this](AuditEvent event) {
        return byThePlatform(std::move(event), m_context.now(), u"jobs"_s);
    });
}

/// An end that nobody asked for is an event.
WriteOutcome JobRunner::endOf(const Job &job) const
{
    AuditEvent event = eventAbout(AuditAction::JobFinish, job.id, toText(job.kind), {});
    event.changes = {{u"state"_s, {}, toText(job.state)}};
    if (job.state == JobState::Failed)
        event.changes.append({u"problem"_s, {}, toText(job.problem)});
    const JobWork *work = workFor(job.kind);
    if (job.result && work != nullptr)
        event.changes += work->endChanges(*job.result);
    return outcomeOf(std::move(event), ChangeKind::Job);
}

/// What a step did is the act of whoever wants the job, by the role that allows it.
AuditEvent JobRunner::inTheNameOf(const QString &account, AuditEvent event) const
{
    Actor actor;
    actor.account = account;
    if (const auto who = m_context.sessions.find(account))
        actor.roles = who->roles;
    event.at = m_context.now();
    event.actor = account;
    event.actorRole = roleFor(actor, Op::JobStart);
    event.source = u"jobs"_s;
    return event;
}

bool JobRunner::isTimeToTell(const QString &id)
{
    const auto now = std::chrono::steady_clock::now();
    const auto told = m_told.constFind(id);
    if (told != m_told.constEnd() && now - *told < tellPeriod)
        return false;
    m_told.removeIf([now](const auto &each) { return now - each.value() >= tellPeriod; });
    m_told.insert(id, now);
    return true;
}

} // namespace pc::platform
