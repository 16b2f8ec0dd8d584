// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/onboarding/onboard_draft.h"
#include "models/partners/partner_flows.h"
#include "views/dialogs/flow_dialog.h"

namespace pc::models {
class CatalogueModel;
}

namespace pc::views {

class StepForm;

/// One section of a partner (organisation, contacts, agreement, lawful basis) in the form that onboarding
/// uses. When somebody else was first, what was typed is put on top of theirs, and can be saved again. So is
/// what was typed in a dialog that was left while it was being saved, until it is known to be saved.
class EditPartnerDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    EditPartnerDialog(const ViewContext &context, models::CatalogueModel &catalogue,
                      models::EditPartnerFlow *flow, models::OnboardStep step, QWidget *parent);

    /// The partner as the form has it now.
    [[nodiscard]] models::OnboardDraft edited() const;

Q_SIGNALS:
    void saved(const pc::Versioned<pc::Partner> &partner);

private:
    bool prepare() override;
    void onDone() override;
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const override;
    [[nodiscard]] std::any typed() const override;
    [[nodiscard]] bool isTyped() const override { return edited() != m_loaded; }
    [[nodiscard]] QList<rules::FieldProblem> problems() const;
    void takeTheirs();
    void bringBack();

    models::CatalogueModel &m_catalogue;
    models::EditPartnerFlow *m_flow;
    models::OnboardStep m_step;
    StepForm *m_form;
    models::OnboardDraft m_loaded; ///< as the form showed it first
};

} // namespace pc::views
