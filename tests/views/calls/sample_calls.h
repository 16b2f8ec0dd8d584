// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/transport.h"
#include "contract/types/calls.h"
#include "contract/types/explanation.h"
#include "contract/types/partner.h"
#include "contract/types/time_histogram.h"

#include <optional>

namespace pc::test {

/// Made-up calls of two partners within the last hours, for the sample service: one every ten minutes, each
/// fifth refused for a scope that was taken away, each eleventh throttled.
class SampleCalls
{
public:
    SampleCalls() = default;
    SampleCalls(const QDateTime &now, const QList<Partner> &partners);

    QList<CallRecord> calls; ///< newest first
    QList<GatewayLine> lines;
    QDateTime keptSince;

    /// The answer to an operation on calls; nothing when the path is of another.
    [[nodiscard]] std::optional<QJsonObject> answer(const QString &path,
                                                    const client::QueryItems &query) const;
    [[nodiscard]] CallExplanation explanationOf(const CallRecord &call) const;

private:
    [[nodiscard]] QList<CallRecord> matching(const client::QueryItems &query, bool withEnds = true) const;
    [[nodiscard]] QJsonObject list(const client::QueryItems &query) const;
    [[nodiscard]] TimeHistogram histogram(const client::QueryItems &query) const;
    [[nodiscard]] CallFacet facet(const client::QueryItems &query) const;

    QDateTime m_now;
    QString m_partnerName;
};

/// How many of these instants lie in which of at most twelve buckets of the query's span.
[[nodiscard]] TimeHistogram histogramOf(const QList<QDateTime> &times, const client::QueryItems &query,
                                        const QDateTime &now);

} // namespace pc::test
