// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/dialog_frame.h"

class QCheckBox;
class QDateEdit;
class QLineEdit;
class QPushButton;

namespace pc::models {
class CredentialUseModel;
class RotateFlow;
} // namespace pc::models

namespace pc::views {

struct ViewContext;
class GraceChoice;
class Label;
class MessageBanner;

/// Rotates a credential: who uses the present secret, how long it stays valid, and — while a rotation is in
/// progress already — the emergency that drops the older secret, which must be confirmed. "Now" is a cut and
/// is confirmed like one.
class RotateDialog final : public DialogFrame
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    RotateDialog(const ViewContext &context, models::RotateFlow *flow, QWidget *parent);
    ~RotateDialog() override;

    void done(int result) override;

private:
    void buildUi();
    void showUse();
    void showChoice();
    void submit();
    void showState();
    [[nodiscard]] bool cutsNow() const;

    const ViewContext &m_context;
    models::RotateFlow *m_flow;
    models::CredentialUseModel *m_use;
    Label *m_facts = nullptr;
    GraceChoice *m_grace = nullptr;
    MessageBanner *m_cut = nullptr;
    QCheckBox *m_confirm = nullptr;
    QCheckBox *m_renew = nullptr;
    QDateEdit *m_expires = nullptr;
    QLineEdit *m_reason = nullptr;
    QLineEdit *m_ticket = nullptr;
    QWidget *m_form = nullptr;
    MessageBanner *m_message = nullptr;
    QPushButton *m_submit = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace pc::views
