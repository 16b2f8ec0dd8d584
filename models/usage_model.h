// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/usage_client.h"
#include "models/change_feed.h"
#include "models/object_model.h"
#include "models/roles.h"

#include <QAbstractTableModel>

namespace pc::models {

/// The four figures above the chart, over the shown range.
struct UsageFigures
{
    qint64 calls = 0;
    qint64 served = 0;
    qint64 errors = 0; ///< refused, client and server errors
    qint64 throttled = 0;
    double errorShare = 0; ///< 0…1
    double p95Ms = 0;
    bool operator==(const UsageFigures &) const = default;
};

/// The numbers of a chart as a table: one row per bucket, one column per line; "Show as table" and CSV.
class UsageTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit UsageTable(QObject *parent = nullptr);
    ~UsageTable() override;
    void setSeries(const UsageSeries &series, Breakdown breakdown);
    void clear();
    /// UTC: where the bucket of that row begins.
    [[nodiscard]] QDateTime timeOf(int row) const;
    [[nodiscard]] const UsageSeries &series() const { return m_series; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override; ///< time, then the lines
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    UsageSeries m_series;
    Breakdown m_breakdown = Breakdown::Outcome;
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
    /// Known for the breakdown by outcome only; else nothing but `calls` and p95.
    [[nodiscard]] UsageFigures figures() const;
    [[nodiscard]] UsageTable &table() { return m_table; }
    void refresh() override;

private:
    [[nodiscard]] UsageQuery queryNow() const;
    void startOver();

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
    UsageTable m_table;
    client::Call m_call;
    client::Call m_quotaCall;
};

/// Length of a bucket in seconds; 0 for Unknown.
[[nodiscard]] qint64 bucketSeconds(Bucket bucket);
/// The readable name of a line: outcomes by word, everything else as the service labelled it.
[[nodiscard]] QString lineLabel(const UsageLine &line, Breakdown breakdown);

} // namespace pc::models
