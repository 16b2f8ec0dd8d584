// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/observing/observation_flows.h"
#include "views/dialogs/flow_dialog.h"

class QComboBox;
class QStackedWidget;

namespace pc::models {
class ApiListModel;
}

namespace pc::views {

class ChoiceInput;
class EndChoice;
class LineInput;
class MessageBanner;

/// Begins to observe: what, until when, why; and says plainly what is open meanwhile.
class BeginObservationDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over; its draft says what is chosen at first. `name`: of a partner that is chosen.
    BeginObservationDialog(const ViewContext &context, models::ApiListModel &apis,
                           models::BeginObservationFlow *flow, const QString &name, QWidget *parent);

Q_SIGNALS:
    void begun(const pc::Observation &observation);

private:
    bool prepare() override;
    void onDone() override;
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const override;
    void showKind();
    void showApis();
    void askPartners(const ObservationDraft &draft, const QString &name);
    [[nodiscard]] ObservationKind kind() const;
    [[nodiscard]] FormField *targetField() const;
    [[nodiscard]] QString target() const;
    [[nodiscard]] QString prefixFault() const;

    models::BeginObservationFlow *m_flow;
    models::ApiListModel &m_apis;
    MessageBanner *m_means;
    QComboBox *m_kind;
    QStackedWidget *m_targets;
    ChoiceInput *m_api;
    ChoiceInput *m_partner;
    LineInput *m_gateway;
    LineInput *m_prefix;
    FormField *m_apiField;
    FormField *m_partnerField;
    FormField *m_gatewayField;
    FormField *m_prefixField;
    EndChoice *m_end;
    client::Call m_partners;
};

} // namespace pc::views
