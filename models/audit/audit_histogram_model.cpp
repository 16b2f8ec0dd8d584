// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/audit_histogram_model.h"

namespace pc::models {

AuditHistogramModel::AuditHistogramModel(client::AuditClient &audit, ChangeFeed &feed, QObject *parent)
    : HistogramModel(feed, parent), m_audit(audit)
{
}

AuditHistogramModel::~AuditHistogramModel() = default;

void AuditHistogramModel::setFilter(const AuditFilter &filter)
{
    if (filter == m_filter && isAsked())
        return;
    m_filter = filter;
    askAnew();
}

client::Call AuditHistogramModel::fetch(int buckets, client::Callback<TimeHistogram> done)
{
    return m_audit.histogram(m_filter, buckets, this, std::move(done));
}

bool AuditHistogramModel::mayConcern(const Change &change) const
{
    return isOpen(m_filter.to) && mayBring(change, m_filter);
}

bool mayBring(const Change &change, const AuditFilter &filter)
{
    const bool isProgress = change.kind == ChangeKind::Job && change.eventId.isEmpty();
    if (change.kind == ChangeKind::Usage || isProgress)
        return false; // what is not audited
    if (change.eventId.isEmpty())
        return true; // of whom is not said
    return (filter.partnerId.isEmpty() || change.partnerId == filter.partnerId) &&
           (filter.targetId.isEmpty() || change.mayConcern(filter.targetId));
}

} // namespace pc::models
