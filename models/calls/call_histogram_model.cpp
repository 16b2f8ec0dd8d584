// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calls/call_histogram_model.h"

namespace pc::models {

CallHistogramModel::CallHistogramModel(client::CallsClient &calls, ChangeFeed &feed, QObject *parent)
    : HistogramModel(feed, parent), m_calls(calls)
{
}

CallHistogramModel::~CallHistogramModel() = default;

void CallHistogramModel::setFilter(const CallFilter &filter)
{
    if (filter == m_filter && isAsked())
        return;
    m_filter = filter;
    askAnew();
}

client::Call CallHistogramModel::fetch(int buckets, client::Callback<TimeHistogram> done)
{
    return m_calls.histogram(m_filter, buckets, this, std::move(done));
}

bool CallHistogramModel::mayConcern(const Change &change) const
{
    return isOpen(m_filter.to) && mayBring(change, m_filter);
}

bool mayBring(const Change &change, const CallFilter &filter)
{
    const QStringList partners = filter.values(CallField::Partner);
    return change.kind == ChangeKind::Usage &&
           (partners.isEmpty() || change.partnerId.isEmpty() || partners.contains(change.partnerId));
}

} // namespace pc::models
