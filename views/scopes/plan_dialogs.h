// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/effect_preview.h"
#include "models/catalogue/plan_flows.h"
#include "models/catalogue/plan_list_model.h"
#include "views/dialogs/flow_dialog.h"

#include <memory>

namespace pc::views {

class Label;
class PcTableView;
class PlanForm;

/// Adds a plan, or edits one and shows what that means for each of its partners before it is saved. When
/// somebody else was first, what was not touched here becomes theirs.
class PlanDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    PlanDialog(const ViewContext &context, models::SavePlanFlow *flow, QWidget *parent);
    ~PlanDialog() override;

Q_SIGNALS:
    void saved(const pc::Versioned<pc::Plan> &plan);

private:
    bool prepare() override;
    void onDone() override;
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const override;
    void addEffect();
    void askEffect();
    void showEffect();
    void takeTheirs();

    models::SavePlanFlow *m_flow;
    std::unique_ptr<models::PlanPreview> m_preview; ///< of an edit
    models::PlanEffectTable m_lines;
    PlanForm *m_form;
    Label *m_summary = nullptr;
    PcTableView *m_table = nullptr;
};

/// Takes a plan out that no partner has.
class RemovePlanDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    RemovePlanDialog(const ViewContext &context, models::RemovePlanFlow *flow, QWidget *parent);

Q_SIGNALS:
    void removed(const pc::Plan &plan);

private:
    void onDone() override;
    void takeTheirs();

    models::RemovePlanFlow *m_flow;
};

} // namespace pc::views
