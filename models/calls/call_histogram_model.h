// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/calls_client.h"
#include "models/base/histogram_model.h"

namespace pc::models {

/// How the calls of a filter lie in time.
class CallHistogramModel final : public HistogramModel
{
    Q_OBJECT
public:
    CallHistogramModel(client::CallsClient &calls, ChangeFeed &feed, QObject *parent = nullptr);
    ~CallHistogramModel() override;

    /// Asks; the same filter again does nothing.
    void setFilter(const CallFilter &filter);
    [[nodiscard]] const CallFilter &filter() const { return m_filter; }

private:
    [[nodiscard]] client::Call fetch(int buckets, client::Callback<TimeHistogram> done) override;
    [[nodiscard]] bool mayConcern(const Change &change) const override;

    client::CallsClient &m_calls;
    CallFilter m_filter;
};

/// Whether a change may bring calls of this filter: the usage of a partner says that it called.
[[nodiscard]] bool mayBring(const Change &change, const CallFilter &filter);

} // namespace pc::models
