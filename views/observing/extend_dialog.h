// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/observing/observation_flows.h"
#include "views/dialogs/flow_dialog.h"

namespace pc::views {

class EndChoice;

/// Gives an observation another end.
class ExtendObservationDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    ExtendObservationDialog(const ViewContext &context, models::ExtendObservationFlow *flow, QWidget *parent);

Q_SIGNALS:
    void extended(const pc::Observation &observation);

private:
    bool prepare() override;
    void onDone() override;
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const override;

    models::ExtendObservationFlow *m_flow;
    EndChoice *m_end;
};

} // namespace pc::views
