// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/jobs_client.h"
#include "models/base/change_feed.h"
#include "models/base/object_model.h"

namespace pc::models {

/// The long work of the platform, newest first: what Activity shows. Follows the feed: a job that it knows is
/// fetched alone, one that it does not know lets all be fetched again.
class JobListModel final : public ObjectModel
{
    Q_OBJECT
public:
    JobListModel(client::JobsClient &jobs, ChangeFeed &feed, QObject *parent = nullptr);
    ~JobListModel() override;

    [[nodiscard]] bool hasValue() const override { return m_loaded; }
    [[nodiscard]] const QList<Job> &jobs() const { return m_jobs; }
    /// Queued, running or about to end.
    [[nodiscard]] int underWay() const;
    void refresh() override;
    /// What an act on it was answered. A repeat is answered as the first try was, so how the job stands now
    /// is asked for.
    void take(const Job &job);

Q_SIGNALS:
    /// A job that was under way when it was last heard of has ended.
    void ended(const pc::Job &job);

private:
    void dropValue() override;
    void keep(const Job &job);
    void follow(const QString &id);
    void fetchNext();

    client::JobsClient &m_jobsClient;
    ChangeFeed &m_feed;
    QList<Job> m_jobs;
    bool m_loaded = false;
    QStringList m_changed; ///< those of which the feed told, and that are not fetched yet
    bool m_again = false;  ///< it told of more while all were fetched
    client::Call m_list;
    client::Call m_one;
};

} // namespace pc::models
