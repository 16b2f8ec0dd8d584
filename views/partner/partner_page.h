// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/audit/audit_event_model.h"
#include "models/audit/audit_list_model.h"
#include "models/credentials/credential_list_model.h"
#include "models/credentials/credential_use_model.h"
#include "models/partners/partner_model.h"
#include "views/partner/partner_parts.h"
#include "views/seams/context.h"
#include "views/shell/page.h"

class QStackedWidget;

namespace pc::views {

class AccessTab;
class AuditPanel;
class CredentialsTab;
class OverviewTab;
class PartnerActs;
class PartnerHeader;
class StateStack;
class UnderlineTabs;
class UsageTab;

/// One partner: header with the acts on the whole partner, and its tabs. A tab is made when it is first
/// shown.
class PartnerPage final : public Page
{
    Q_OBJECT
public:
    PartnerPage(const ViewContext &context, const PartnerParts &parts, QWidget *parent = nullptr);
    ~PartnerPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QList<Crumb> breadcrumb() const override;
    [[nodiscard]] StatusText statusText() const override;
    void open(const Location &location) override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    void refresh() override;
    void focusContent() override;
    bool closeLayer() override;
    [[nodiscard]] QStringList contextCommands() const override;

    [[nodiscard]] models::PartnerModel &partner() { return m_partner; }
    /// The credential selected in the Credentials tab, while that tab is shown.
    [[nodiscard]] std::optional<Credential> selectedCredential() const;
    /// Staged scope or quota edits that were not saved; they stay as long as this partner does.
    [[nodiscard]] bool hasUnsavedEdits() const;
    [[nodiscard]] QString unsavedWork() const override;
    bool undo() override;
    [[nodiscard]] bool canUndo() const override;
    void showTab(const QString &tab);
    [[nodiscard]] QString currentTab() const;

Q_SIGNALS:
    /// Something was done about the partner that lists elsewhere should notice at once.
    void acted(const QString &partnerId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildUi();
    void wire();
    QWidget *tabWidget(const QString &tab);
    void showPartner(const QString &partnerId);
    void onPartnerChanged();
    void countCredentials();
    void issue();
    void fix(const QString &fixAt);

    const ViewContext &m_context;
    PartnerParts m_parts;
    models::PartnerModel m_partner;
    models::CredentialListModel m_credentials;
    models::CredentialUseModel m_credentialUse;
    models::AuditListModel m_audit;
    models::AuditEventModel m_auditEvent;
    QString m_shownTitle;

    PartnerActs *m_acts = nullptr;
    PartnerHeader *m_header = nullptr;
    UnderlineTabs *m_tabs = nullptr;
    StateStack *m_states = nullptr;
    QStackedWidget *m_stack = nullptr;
    OverviewTab *m_overview = nullptr;
    CredentialsTab *m_credentialsTab = nullptr;
    AccessTab *m_access = nullptr;
    UsageTab *m_usage = nullptr;
    AuditPanel *m_auditPanel = nullptr;
};

} // namespace pc::views
