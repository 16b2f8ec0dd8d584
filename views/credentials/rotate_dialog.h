// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/credentials/secret_flow_dialog.h"

class QCheckBox;
class QStackedWidget;

namespace pc::models {
class CredentialUseModel;
class RotateFlow;
} // namespace pc::models

namespace pc::views {

class DateInput;
class GraceChoice;
class Label;
class MessageBanner;

/// Rotates a credential: who uses the present secret, how long it stays valid, and — while a rotation is in
/// progress already — the emergency that drops the older secret. What ends access at once must be confirmed.
class RotateDialog final : public SecretFlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    RotateDialog(const ViewContext &context, models::RotateFlow *flow, QWidget *parent);
    ~RotateDialog() override;

private:
    void buildUi();
    void showUse();
    void showSubmit() override;
    [[nodiscard]] QString whyNotYet() const override;
    [[nodiscard]] QString actTitle() const override;
    void submit() override;
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const override;
    void showReasonNeed();
    [[nodiscard]] bool endsAccessNow() const;

    models::RotateFlow *m_flow;
    models::CredentialUseModel *m_use;
    Label *m_facts = nullptr;
    FormField *m_graceField = nullptr;
    FormField *m_expiresField = nullptr;
    GraceChoice *m_grace = nullptr;
    QStackedWidget *m_end = nullptr; ///< what becomes of the present secret: later, or now
    MessageBanner *m_affected = nullptr;
    QCheckBox *m_confirm = nullptr;
    QCheckBox *m_renew = nullptr;
    DateInput *m_expires = nullptr;
};

} // namespace pc::views
