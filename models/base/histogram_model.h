// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "contract/types/time_histogram.h"
#include "models/base/change_feed.h"
#include "models/base/object_model.h"

namespace pc::models {

/// How the rows of a list lie in time. The subclass has the filter and says how to fetch.
class HistogramModel : public ObjectModel
{
    Q_OBJECT
public:
    /// What an older filter got is drawn so long while another is asked: a strip that is dragged must not
    /// flicker. It never stands as the answer: isAnswer().
    static constexpr std::chrono::seconds longestSuperseded{5};
    /// Many changes are one request: so long after the first of them.
    static constexpr std::chrono::seconds pace{2};

    ~HistogramModel() override;

    [[nodiscard]] bool hasValue() const override { return m_histogram.has_value(); }
    [[nodiscard]] const std::optional<TimeHistogram> &histogram() const { return m_histogram; }
    /// At most so many; 1 to TimeHistogram::mostBuckets.
    void setBuckets(int buckets);
    [[nodiscard]] int buckets() const { return m_buckets; }
    void refresh() override;

protected:
    HistogramModel(ChangeFeed &feed, QObject *parent);

    [[nodiscard]] virtual client::Call fetch(int buckets, client::Callback<TimeHistogram> done) = 0;
    /// Whether this may bring rows to where the filter looks.
    [[nodiscard]] virtual bool mayConcern(const Change &change) const = 0;
    /// The filter is another.
    void askAnew();
    [[nodiscard]] bool isAsked() const { return state() != LoadState::Idle; }
    /// A range that ends at `to` may still get rows.
    [[nodiscard]] bool isOpen(const std::optional<QDateTime> &to) const;

private:
    void dropValue() override { m_histogram.reset(); }

    ChangeFeed &m_feed;
    int m_buckets = TimeHistogram::mostBuckets;
    std::optional<TimeHistogram> m_histogram;
    client::Call m_call;
    Alarm m_alarm;
};

} // namespace pc::models
