// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/usage/usage_model.h"
#include "views/seams/context.h"
#include "views/usage/usage_lines_model.h"
#include "views/widgets/card.h"

class QToolButton;

namespace pc::views {

class PcTableView;
class StateStack;
class UnderlineTabs;

/// Where the calls of the range come from and go to: by route, credential, generation, source or outcome. A
/// row leads to its calls.
class BreakdownCard final : public Card
{
    Q_OBJECT
public:
    /// `usage` is this card's own: it sets its breakdown.
    BreakdownCard(const ViewContext &context, models::UsageModel &usage, QWidget *parent = nullptr);
    void refresh();
    [[nodiscard]] PcTableView *table() const { return m_table; }

private:
    void showSeries();
    void exportCsv();
    /// The calls behind a row, in the range that is shown.
    void showCalls(const QModelIndex &index);

    const ViewContext &m_context;
    models::UsageModel &m_usage;
    UsageLinesModel m_lines;
    UnderlineTabs *m_tabs;
    StateStack *m_states;
    PcTableView *m_table;
    QToolButton *m_save;
};

} // namespace pc::views
