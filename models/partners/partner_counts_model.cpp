// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/partners/partner_counts_model.h"

#include <algorithm>

namespace pc::models {

using namespace std::chrono_literals;

PartnerCountsModel::PartnerCountsModel(client::PartnersClient &partners, ChangeFeed &feed, QObject *parent)
    : QObject(parent), m_partners(partners), m_feed(feed)
{
    connect(&m_feed, &ChangeFeed::changed, this, [this](const Change &change) {
        // Credentials are counted by their expiry only.
        const auto asksForExpiry = [](const PartnerQuery &query) {
            return query.expiringWithinDays.has_value();
        };
        if (change.kind == ChangeKind::Partner ||
            (change.kind == ChangeKind::Credential &&
             std::any_of(m_queries.begin(), m_queries.end(), asksForExpiry)))
            refreshSoon();
    });
    connect(&m_feed, &ChangeFeed::reset, this, &PartnerCountsModel::refreshSoon);
}

PartnerCountsModel::~PartnerCountsModel() = default;

void PartnerCountsModel::setQueries(const QList<PartnerQuery> &queries)
{
    if (m_queries == queries)
        return;
    m_queries = queries;
    m_counts = QList<std::optional<qint64>>(queries.size());
    refresh();
    Q_EMIT changed();
}

void PartnerCountsModel::refreshSoon()
{
    // One person's edit names several objects; the numbers are asked once for all of them.
    if (!m_alarm)
        m_alarm = m_feed.clock().after(1s, [this] {
            m_alarm.reset();
            refresh();
        });
}

void PartnerCountsModel::refresh()
{
    m_calls.clear();
    for (qsizetype i = 0; i < m_queries.size(); ++i) {
        PartnerQuery query = m_queries.at(i);
        query.limit = 1;
        query.cursor.clear();
        m_calls.push_back(
            m_partners.list(query, this, [this, i](const client::Result<Page<Partner>> &result) {
                const std::optional<qint64> count = result ? result->count : std::nullopt;
                const bool stays = !result && result.error().kind != client::ErrorKind::Forbidden;
                if (stays || m_counts.at(i) == count)
                    return;
                m_counts[i] = count;
                Q_EMIT changed();
            }));
    }
}

} // namespace pc::models
