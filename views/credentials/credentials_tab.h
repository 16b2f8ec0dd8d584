// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/credentials/credential_list_model.h"
#include "models/credentials/credential_use_model.h"
#include "views/credentials/credential_deps.h"
#include "views/shell/partner_tab.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QSplitter;

namespace pc::views {

struct ViewContext;
class CredentialPane;
class MessageBanner;
class PcTableView;
class StateStack;

/// The credentials of one partner: table, and the pane with rotation overlap and acts.
class CredentialsTab final : public PartnerTab
{
    Q_OBJECT
public:
    CredentialsTab(const ViewContext &context, const CredentialDeps &deps, QWidget *parent = nullptr);
    ~CredentialsTab() override;

    void setPartner(const QString &partnerId) override;
    /// `args`: a credential that is selected, with its pane open, as soon as it is loaded. "do=issue" opens
    /// the issue dialog, as soon as the partner is loaded and may have a credential.
    void open(const QStringList &args, const QMap<QString, QString> &query) override;
    [[nodiscard]] std::optional<Credential> selected() const;
    [[nodiscard]] PcTableView *table() const { return m_table; }
    void refresh() override;
    /// The focus goes to the rows, as soon as there are some.
    bool focusContent() override;
    /// Closes the pane; false when it is closed.
    bool closeLayer() override;
    [[nodiscard]] StatusText statusText() const override;
    /// Ended ones too; the partner's summary counts those that can be used.
    [[nodiscard]] std::optional<int> count() const override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

private:
    void buildUi();
    void wire();
    void issue();
    void showCredential(const QString &credentialId);
    void buildKinds();
    void applyKind();
    void showState();
    void showSelected();
    void setPaneOpen(bool open);
    void showExpiring();
    void showGranted();

    const ViewContext &m_context;
    CredentialDeps m_deps;
    models::CredentialListModel m_list;
    models::CredentialUseModel m_use;
    QString m_partnerId;
    QString m_wanted; ///< to be selected when it appears
    bool m_issueWaits = false;
    std::optional<int> m_all; ///< how many there are, whatever the filter shows
    QWidget *m_kindRow = nullptr;
    QComboBox *m_kind = nullptr;
    MessageBanner *m_expiring = nullptr;
    StateStack *m_states = nullptr;
    PcTableView *m_table = nullptr;
    CredentialPane *m_pane = nullptr;
    QSplitter *m_splitter = nullptr;
};

} // namespace pc::views
