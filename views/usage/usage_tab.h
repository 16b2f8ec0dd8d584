// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/usage/usage_model.h"
#include "views/seams/context.h"
#include "views/shell/partner_tab.h"

#include <QWidget>

namespace pc::models {
class PartnerModel;
}

class QBoxLayout;
class QPushButton;

namespace pc::views {

class BreakdownCard;
class ChartCard;
class Chip;
class FactTiles;
class Label;
class MessageBanner;
class StateStack;
struct Fact;

/// What one partner calls: four figures, calls by outcome, the daily quota over 30 days, and a breakdown.
class UsageTab final : public PartnerTab
{
    Q_OBJECT
public:
    UsageTab(const ViewContext &context, models::PartnerModel &partner, QWidget *parent = nullptr);
    /// Shows the partner of the page; asked whenever the tab comes to the front, so that hidden tabs fetch
    /// nothing.
    void activate() override;
    void refresh() override;
    void setRange(models::UsageModel::Range range);
    /// A part of the range, chosen in the chart.
    void setWindow(const std::optional<models::UsageModel::Window> &window);
    void setBucket(Bucket bucket);
    [[nodiscard]] StatusText statusText() const override;
    [[nodiscard]] models::UsageModel &usage() { return m_usage; }
    [[nodiscard]] ChartCard *callsCard() const { return m_calls; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildUi();
    void wire();
    void showUsage();
    /// The single calls of a part of what is shown.
    void showCalls(const QDateTime &from, const QDateTime &to);
    void showKept();
    void showFigures();
    [[nodiscard]] Fact quotaFact() const;
    void showQuota();
    void showRangeMenu();
    void showBucketMenu();
    [[nodiscard]] QString rangeText() const;

    const ViewContext &m_context;
    models::PartnerModel &m_partner;
    models::UsageModel m_usage;     ///< by outcome, for figures and chart
    models::UsageModel m_breakdown; ///< the same range in another breakdown
    StateStack *m_states = nullptr;
    Chip *m_range = nullptr;
    Chip *m_bucket = nullptr;
    Label *m_note = nullptr;
    QPushButton *m_callsLink = nullptr;
    MessageBanner *m_kept = nullptr; ///< what of the range is not kept, or not counted
    FactTiles *m_tiles = nullptr;
    ChartCard *m_calls = nullptr;
    ChartCard *m_quota = nullptr;
    BreakdownCard *m_breakdownCard = nullptr;
    QBoxLayout *m_lower = nullptr; ///< of the two cards below
};

} // namespace pc::views
