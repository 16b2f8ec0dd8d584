// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/credential.h"
#include "views/credentials/secret_flow_dialog.h"

#include <QHash>

class QCheckBox;
class QComboBox;

namespace pc::models {
class CatalogueModel;
class IssueFlow;
class PartnerModel;
} // namespace pc::models

namespace pc::views {

class ChoiceInput;
class DateInput;
class FormField;
class Label;
class KindChoice;
class LineInput;

/// Asks for a new credential: kind (OAuth client first, and why), realm, scopes, expiry, owner, reason. The
/// secret itself is shown by SecretDialog, after the platform has confirmed that it arrived.
class IssueDialog final : public SecretFlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    IssueDialog(const ViewContext &context, models::IssueFlow *flow, models::PartnerModel &partner,
                models::CatalogueModel &catalogue, QWidget *parent);
    ~IssueDialog() override;

private:
    void buildUi();
    [[nodiscard]] QWidget *makeKinds();
    [[nodiscard]] QWidget *makeScopes();
    [[nodiscard]] IssueRequest request() const;
    void showRequest(const IssueRequest &request);
    [[nodiscard]] std::any typed() const override { return request(); }
    void showRealm();
    void showCaution();
    [[nodiscard]] QString faultOf(const QString &pointer) const;
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const override;
    void submit() override;
    void showSubmit() override;
    [[nodiscard]] QString actTitle() const override;

    models::IssueFlow *m_flow;
    models::PartnerModel &m_partner;
    models::CatalogueModel &m_catalogue;
    QString m_partnerName;
    LineInput *m_name = nullptr;
    KindChoice *m_kind = nullptr;
    QComboBox *m_realm = nullptr;
    QWidget *m_scopeBox = nullptr;
    QHash<QString, QCheckBox *> m_scopes;
    DateInput *m_expires = nullptr;
    ChoiceInput *m_owner = nullptr;
    FormField *m_nameField = nullptr;
    FormField *m_kindField = nullptr;
    FormField *m_realmField = nullptr;
    FormField *m_scopesField = nullptr;
    FormField *m_expiresField = nullptr;
    FormField *m_ownerField = nullptr;
    Label *m_caution = nullptr;
};

} // namespace pc::views
