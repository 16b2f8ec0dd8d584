// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/effect_preview.h"
#include "models/catalogue/plan_flows.h"
#include "models/catalogue/plan_list_model.h"
#include "views/dialogs/flow_dialog.h"

#include <memory>

class QCheckBox;

namespace pc::views {

class Label;
class PcTableView;
class PlanForm;

/// Adds a plan, or edits one and shows what that means for each of its partners before it is saved; other
/// limits of somebody wait for a tick. When somebody else was first, what was not touched here becomes
/// theirs.
class PlanDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    PlanDialog(const ViewContext &context, models::SavePlanFlow *flow, QWidget *parent);
    ~PlanDialog() override;

Q_SIGNALS:
    /// `before`: what was edited; none of a new one.
    void saved(const std::optional<pc::Versioned<pc::Plan>> &before, const pc::Versioned<pc::Plan> &plan);

private:
    bool prepare() override;
    void onDone() override;
    bool maySubmit() const override;
    [[nodiscard]] bool isTyped() const override;
    [[nodiscard]] bool changesLimits() const;
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const override;
    void addEffect();
    void askEffect();
    void showEffect();
    void showTick();
    void takeTheirs();

    models::SavePlanFlow *m_flow;
    std::unique_ptr<models::PlanPreview> m_preview; ///< of an edit
    models::PlanEffectTable m_lines;
    PlanForm *m_form;
    Label *m_summary = nullptr;
    PcTableView *m_table = nullptr;
    PlanDraft m_loaded;              ///< as the form had it before anything was typed
    QCheckBox *m_although = nullptr; ///< of an edit
    /// What the tick is about.
    struct Asked
    {
        Limits sandbox;
        Limits limited;
        Limits production;
        int partners = 0;
        QStringList throttled; ///< their realms and ids, sorted
        bool operator==(const Asked &) const = default;
    };
    Asked m_asked; ///< at last; a tick is for that alone
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
