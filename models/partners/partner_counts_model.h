// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/partners_client.h"
#include "models/base/change_feed.h"

#include <QObject>

#include <optional>
#include <vector>

namespace pc::models {

/// How many partners match each of several queries, as the service counts them: the numbers in the tabs of
/// the Partners page. A number that the service did not count exactly, or that may not be seen, is absent
/// rather than guessed; after another failure the last one stays.
class PartnerCountsModel final : public QObject
{
    Q_OBJECT
public:
    PartnerCountsModel(client::PartnersClient &partners, ChangeFeed &feed, QObject *parent = nullptr);
    ~PartnerCountsModel() override;

    /// Keeps the numbers when the queries are the same.
    void setQueries(const QList<PartnerQuery> &queries);
    [[nodiscard]] std::optional<qint64> count(int query) const { return m_counts.value(query); }
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void refreshSoon();

    client::PartnersClient &m_partners;
    ChangeFeed &m_feed;
    QList<PartnerQuery> m_queries;
    QList<std::optional<qint64>> m_counts;
    std::vector<client::Call> m_calls;
    Alarm m_alarm;
};

} // namespace pc::models
