// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue_flows.h"
#include "views/dialogs/flow_dialog.h"

class QCheckBox;

namespace pc::views {

class ImpactPanel;

/// A proposal or a former revision beside what is in force, and the act that lets it decide. Where it breaks
/// partners it says whom, and waits for a tick.
class ReviewDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    ReviewDialog(const ViewContext &context, models::ApplyRevisionFlow *flow,
                 const CatalogueRevision &revision, QWidget *parent);

    [[nodiscard]] ImpactPanel *panel() const { return m_panel; }

Q_SIGNALS:
    /// `former`: id of what decided before and can be put back; empty for nothing.
    void applied(const pc::Versioned<pc::Api> &api, const QString &former);

private:
    bool prepare() override;
    void onDone() override;
    bool maySubmit() const override;
    [[nodiscard]] QString notYetText() const override;
    void showReview();
    void showFlow();

    models::ApplyRevisionFlow *m_flow;
    ImpactPanel *m_panel;
    QCheckBox *m_although;
    QStringList m_agreed; ///< partners that the tick was set for
};

} // namespace pc::views
