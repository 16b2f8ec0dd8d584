// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/credential.h"
#include "views/widgets/dialog_frame.h"

#include <QHash>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace pc::models {
class CatalogueModel;
class IssueFlow;
class PartnerModel;
} // namespace pc::models

namespace pc::views {

struct ViewContext;
class FormField;
class Label;
class MessageBanner;

/// Asks for a new credential: kind (OAuth client first, and why), realm, scopes, expiry, owner, reason. The
/// secret itself is shown by SecretDialog, after the platform has confirmed that it arrived.
class IssueDialog final : public DialogFrame
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    IssueDialog(const ViewContext &context, models::IssueFlow *flow, models::PartnerModel &partner,
                models::CatalogueModel &catalogue, QWidget *parent);
    ~IssueDialog() override;

    void done(int result) override;

Q_SIGNALS:
    void issued(const QString &credentialId);

private:
    void buildUi();
    [[nodiscard]] QWidget *makeKinds();
    [[nodiscard]] QWidget *makeScopes();
    [[nodiscard]] IssueRequest request() const;
    void showRealm();
    void showFaults();
    void submit();
    void showState();

    const ViewContext &m_context;
    models::IssueFlow *m_flow;
    models::PartnerModel &m_partner;
    models::CatalogueModel &m_catalogue;
    QLineEdit *m_name = nullptr;
    QRadioButton *m_client = nullptr;
    QRadioButton *m_apiKey = nullptr;
    QComboBox *m_realm = nullptr;
    QWidget *m_scopeBox = nullptr;
    QHash<QString, QCheckBox *> m_scopes;
    QDateEdit *m_expires = nullptr;
    QLineEdit *m_owner = nullptr;
    QLineEdit *m_reason = nullptr;
    QLineEdit *m_ticket = nullptr;
    FormField *m_nameField = nullptr;
    FormField *m_scopesField = nullptr;
    FormField *m_expiresField = nullptr;
    FormField *m_ownerField = nullptr;
    Label *m_keyNote = nullptr;
    QWidget *m_form = nullptr;
    MessageBanner *m_message = nullptr;
    QPushButton *m_submit = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace pc::views
