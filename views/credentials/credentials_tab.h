// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/credential.h"
#include "views/credentials/credential_deps.h"
#include "views/shell/partner_tab.h"

#include <QWidget>

#include <optional>

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
    CredentialsTab(const ViewContext &context, const CredentialDeps &parts, QWidget *parent = nullptr);

    void setPartner(const QString &partnerId) override;
    /// Selects a credential and opens its pane, as soon as it is loaded.
    void showCredential(const QString &credentialId);
    [[nodiscard]] std::optional<Credential> selected() const;
    [[nodiscard]] PcTableView *table() const { return m_table; }
    /// Opens the issue dialog for the partner shown, as soon as it is loaded and may have a credential. The
    /// tab need not be on show.
    void issue();
    void refresh() override;
    /// The focus goes to the rows, as soon as there are some.
    bool focusContent() override;
    /// Closes the pane; false when it is closed.
    bool closeLayer() override;
    [[nodiscard]] StatusText statusText() const override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

Q_SIGNALS:
    /// A credential was issued from here: the tab should come to the front.
    void issued();

private:
    void buildUi();
    void wire();
    void showState();
    void showSelected();
    void setPaneOpen(bool open);
    void showExpiring();
    void showGranted();

    const ViewContext &m_context;
    CredentialDeps m_parts;
    QString m_partnerId;
    QString m_wanted; ///< to be selected when it appears
    bool m_issueWaits = false;
    MessageBanner *m_expiring = nullptr;
    StateStack *m_states = nullptr;
    PcTableView *m_table = nullptr;
    CredentialPane *m_pane = nullptr;
    QSplitter *m_splitter = nullptr;
};

} // namespace pc::views
