// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/histogram_model.h"

#include <algorithm>

namespace pc::models {

HistogramModel::HistogramModel(ChangeFeed &feed, QObject *parent) : ObjectModel(parent), m_feed(feed)
{
    connect(&feed, &ChangeFeed::reset, this, [this] {
        if (isAsked())
            refresh();
    });
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        if (isAsked() && !m_alarm && mayConcern(change))
            m_alarm = m_feed.clock().after(pace, [this] { refresh(); });
    });
}

HistogramModel::~HistogramModel() = default;

void HistogramModel::setBuckets(int buckets)
{
    const int wanted = std::clamp(buckets, 1, TimeHistogram::mostBuckets);
    if (wanted == m_buckets)
        return;
    m_buckets = wanted;
    if (isAsked())
        refresh(); // the same rows, cut otherwise
}

bool HistogramModel::isOpen(const std::optional<QDateTime> &to) const
{
    return !to || *to > m_feed.clock().now();
}

void HistogramModel::askAnew()
{
    supersede(m_feed.clock(), longestSuperseded);
    refresh();
}

void HistogramModel::refresh()
{
    m_alarm.reset();
    m_call = fetch(m_buckets, [this](client::Result<TimeHistogram> result) {
        if (!result)
            return fail(result.error());
        const bool isOther = m_histogram != *result;
        m_histogram = std::move(*result);
        succeed(m_feed.clock().now());
        if (isOther)
            Q_EMIT changed();
    });
    beginLoad();
}

} // namespace pc::models
