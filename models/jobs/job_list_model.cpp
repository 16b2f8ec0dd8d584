// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/job_list_model.h"

#include <algorithm>
#include <utility>

namespace pc::models {

JobListModel::JobListModel(client::JobsClient &jobs, ChangeFeed &feed, QObject *parent)
    : ObjectModel(parent), m_jobsClient(jobs), m_feed(feed)
{
    connect(&feed, &ChangeFeed::reset, this, &JobListModel::refresh);
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
        for (const Job &job : std::as_const(m_jobs)) {
            const auto known = std::find_if(before.begin(), before.end(),
                                            [&job](const Job &each) { return each.id == job.id; });
            if (known != before.end() && isUnderWay(known->state) && !isUnderWay(job.state))
                Q_EMIT ended(job);
        }
        if (std::exchange(m_again, false))
            refresh();
    });
}

void JobListModel::take(const Job &job)
{
    const auto known =
        std::find_if(m_jobs.begin(), m_jobs.end(), [&job](const Job &each) { return each.id == job.id; });
    const bool wasUnderWay = known != m_jobs.end() && isUnderWay(known->state);
    if (known == m_jobs.end())
        m_jobs.prepend(job);
    else
        *known = job;
    Q_EMIT changed();
    if (wasUnderWay && !isUnderWay(job.state))
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
    const bool isKnown =
        std::any_of(m_jobs.begin(), m_jobs.end(), [&id](const Job &job) { return job.id == id; });
    if (!m_loaded || !isKnown)
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
        take(*result);
        fetchNext();
    });
}

} // namespace pc::models
