// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/audit_client.h"
#include "models/base/histogram_model.h"

namespace pc::models {

/// How the events of a filter lie in time.
class AuditHistogramModel final : public HistogramModel
{
    Q_OBJECT
public:
    AuditHistogramModel(client::AuditClient &audit, ChangeFeed &feed, QObject *parent = nullptr);
    ~AuditHistogramModel() override;

    /// Asks; the same filter again does nothing.
    void setFilter(const AuditFilter &filter);
    [[nodiscard]] const AuditFilter &filter() const { return m_filter; }

private:
    [[nodiscard]] client::Call fetch(int buckets, client::Callback<TimeHistogram> done) override;
    [[nodiscard]] bool mayConcern(const Change &change) const override;

    client::AuditClient &m_audit;
    AuditFilter m_filter;
};

/// Whether the event behind a change may be one of this filter.
[[nodiscard]] bool mayBring(const Change &change, const AuditFilter &filter);

} // namespace pc::models
