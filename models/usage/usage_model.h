// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/usage_client.h"
#include "models/base/change_feed.h"
#include "models/base/object_model.h"

namespace pc::models {

/// The four figures above the chart, over the shown range.
struct UsageFigures
{
    qint64 calls = 0;
    qint64 served = 0;
    qint64 errors = 0; ///< refused, client and server errors
    qint64 throttled = 0;
    std::optional<double> errorShare; ///< 0…1; none without a call
    double p95Ms = 0;
    bool operator==(const UsageFigures &) const = default;
};

/// Usage of one partner: a series over a range, and the quota. Follows the feed; old answers never overwrite
/// newer ranges.
class UsageModel final : public ObjectModel
{
    Q_OBJECT
public:
    UsageModel(client::UsageClient &usage, ChangeFeed &feed, QObject *parent = nullptr);
    ~UsageModel() override;

    /// Ranges that end "now" and move with it.
    enum class Range { LastHour, Last24Hours, Last7Days, Last30Days, Last90Days };
    Q_ENUM(Range)

    void setPartnerId(const QString &partnerId);
    [[nodiscard]] const QString &partnerId() const { return m_partnerId; }
    void setRange(Range range);
    [[nodiscard]] Range range() const { return m_range; }
    /// Widths that give 2 to 600 points over `seconds`, finest first.
    [[nodiscard]] static QList<Bucket> bucketsFor(qint64 seconds);
    /// A bucket width; Unknown lets the range decide, as does one that does not suit it.
    void setBucket(Bucket bucket);
    [[nodiscard]] Bucket bucket() const { return m_bucket; }
    /// A part that stands still instead of a range that moves with the present; both ends on whole buckets.
    struct Window
    {
        QDateTime from;
        QDateTime to;
        bool operator==(const Window &) const = default;
    };
    void setWindow(const std::optional<Window> &window);
    [[nodiscard]] const std::optional<Window> &window() const { return m_window; }
    /// Length of what is shown.
    [[nodiscard]] qint64 spanSeconds() const;
    void setBreakdown(Breakdown breakdown);
    [[nodiscard]] Breakdown breakdown() const { return m_breakdown; }

    [[nodiscard]] bool hasValue() const override { return m_series.has_value(); }
    [[nodiscard]] const std::optional<UsageSeries> &series() const { return m_series; }
    [[nodiscard]] const std::optional<QuotaState> &quota() const { return m_quota; }
    [[nodiscard]] const std::optional<client::ApiError> &quotaError() const { return m_quotaError; }
    /// UTC: when quota() was answered; older than loadedAt() after a failure.
    [[nodiscard]] QDateTime quotaAt() const { return m_quotaAt; }
    /// Known for the breakdown by outcome only; else nothing but `calls` and p95.
    [[nodiscard]] UsageFigures figures() const;
    void refresh() override;

private:
    [[nodiscard]] UsageQuery queryNow() const;
    void fetchQuota();
    void startOver();
    /// Another range or width: what is shown goes when no answer comes.
    void askAnew();
    void dropValue() override { m_series.reset(); }

    client::UsageClient &m_usage;
    ChangeFeed &m_feed;
    QString m_partnerId;
    Range m_range = Range::Last24Hours;
    Bucket m_bucket = Bucket::Unknown;
    std::optional<Window> m_window;
    Breakdown m_breakdown = Breakdown::Outcome;
    std::optional<UsageSeries> m_series;
    std::optional<QuotaState> m_quota;
    std::optional<client::ApiError> m_quotaError;
    QDateTime m_quotaAt;
    client::Call m_call;
    client::Call m_quotaCall;
};

/// Length of a bucket in seconds; 0 for Unknown.
[[nodiscard]] qint64 bucketSeconds(Bucket bucket);
/// The readable name of a line, never empty: outcomes by word, calls to no route too, everything else as the
/// service labelled it.
[[nodiscard]] QString lineLabel(const UsageLine &line, Breakdown breakdown);

} // namespace pc::models
