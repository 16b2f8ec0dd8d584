// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/job_list_model.h"

#include <algorithm>
#include <utility>

namespace pc::models {

namespace {

/// Nullptr when it is not among them.
const Job *jobOf(const QList<Job> &jobs, const QString &id)
{
    const auto found =
        std::find_if(jobs.begin(), jobs.end(), [&id](const Job &each) { return each.id == id; });
    return found == jobs.end() ? nullptr : &*found;
}

/// It was under way when it was last heard of.
bool hasEnded(const QList<Job> &before, const Job &now)
{
    const Job *known = jobOf(before, now.id);
    return known && isUnderWay(known->state) && !isUnderWay(now.state);
}

} // namespace

JobListModel::JobListModel(client::JobsClient &jobs, ChangeFeed &feed, QObject *parent)
    : ObjectModel(parent), m_jobsClient(jobs), m_feed(feed)
{
    connect(&feed, &ChangeFeed::reset, this, [this] {
        if (state() != LoadState::Idle)
            refresh();
    });
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        if (change.kind == ChangeKind::Job)
            follow(change.id);
    });
}

JobListModel::~JobListModel() = default;

int JobListModel::underWay() const
{
    return static_cast<int>(
        std::count_if(m_jobs.begin(), m_jobs.end(), [](const Job &job) { return isUnderWay(job.state); }));
}

void JobListModel::dropValue()
{
    m_jobs.clear();
    m_loaded = false;
}

void JobListModel::refresh()
{
    beginLoad();
    m_one.cancel();
    m_changed.clear();
    m_again = false;
    m_list = m_jobsClient.list(this, [this](client::Result<Page<Job>> result) {
        if (!result)
            return fail(result.error());
        const QList<Job> before = std::exchange(m_jobs, std::move(result->items));
        m_loaded = true;
        succeed(m_feed.clock().now());
        Q_EMIT changed();
        for (const Job &job : std::as_const(m_jobs))
            if (hasEnded(before, job))
                Q_EMIT ended(job);
        if (std::exchange(m_again, false))
            refresh();
    });
}

void JobListModel::take(const Job &job)
{
    keep(job);
    follow(job.id);
}

void JobListModel::keep(const Job &job)
{
    const bool ends = hasEnded(m_jobs, job);
    if (const Job *known = jobOf(m_jobs, job.id))
        m_jobs[known - m_jobs.constData()] = job;
    else
        m_jobs.prepend(job);
    Q_EMIT changed();
    if (ends)
        Q_EMIT ended(job);
}

/// Before anybody asked for them there is nothing to follow.
void JobListModel::follow(const QString &id)
{
    if (state() == LoadState::Idle)
        return;
    if (isRefreshing()) {
        m_again = true;
        return;
    }
    if (!m_loaded || !jobOf(m_jobs, id))
        return refresh();
    if (!m_changed.contains(id))
        m_changed.append(id);
    if (!m_one.isActive())
        fetchNext();
}

void JobListModel::fetchNext()
{
    if (m_changed.isEmpty())
        return;
    m_one = m_jobsClient.get(m_changed.takeFirst(), this, [this](client::Result<Job> result) {
        if (!result)
            return refresh(); // forgotten by the platform, or it cannot be reached: the list says so
        keep(*result);
        fetchNext();
    });
}

} // namespace pc::models
