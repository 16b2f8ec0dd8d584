// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/partners/partner_flows.h"
#include "views/dialogs/flow_dialog.h"

namespace pc::views {

/// Steps a partner up: the gates first, each open one with a link to where it is fixed; then reason and
/// ticket.
class PromoteDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over. `grant`: says which limits will hold.
    PromoteDialog(const ViewContext &context, models::PromoteFlow *flow, const Grant &grant, QWidget *parent);

Q_SIGNALS:
    void fixRequested(const QString &fixAt);
    void promoted(const pc::Versioned<pc::Partner> &partner);

private:
    [[nodiscard]] bool maySubmit() const override { return m_flow->isOpen(); }
    void onDone() override;

    models::PromoteFlow *m_flow;
};

/// Freezes or unfreezes a whole partner: reversible, so the effect is stated once and nothing has to be
/// typed.
class FreezeDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    FreezeDialog(const ViewContext &context, models::FreezeFlow *flow, QWidget *parent);

Q_SIGNALS:
    void acted(const pc::Versioned<pc::Partner> &partner, pc::models::FreezeFlow::Act act);

private:
    void onDone() override;

    models::FreezeFlow *m_flow;
};

} // namespace pc::views
