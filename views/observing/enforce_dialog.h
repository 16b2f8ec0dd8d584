// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/observing/observation_flows.h"
#include "models/observing/observation_report_model.h"
#include "models/observing/observed_tables.h"
#include "views/dialogs/flow_dialog.h"

namespace pc::views {

class Label;
class PcTableView;

/// Ends an observation. Says first whom that would refuse, by the calls of the last 24 hours and what is in
/// force now.
class EnforceDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    EnforceDialog(const ViewContext &context, models::EnforceFlow *flow, QWidget *parent);
    ~EnforceDialog() override;

Q_SIGNALS:
    void enforced(const pc::ObservationSummary &observed);

private:
    void onDone() override;
    bool maySubmit() const override;
    void showFacts();

    models::EnforceFlow *m_flow;
    models::ObservationReportModel m_facts;
    models::ObservedGroupTable m_groups;
    MessageBanner *m_verdict;
    PcTableView *m_table;
    Label *m_more;
};

} // namespace pc::views
