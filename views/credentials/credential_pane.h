// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/credential.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace pc::models {
class CredentialUseModel;
}

namespace pc::views {

struct ViewContext;
class Badge;
class KeyValueList;
class Label;
class OverlapTimeline;

/// One credential beside the table: state, the overlap of a rotation and who still uses the old secret,
/// facts, and what can be done. Its buttons run the registry's commands, so they are off for the same
/// reasons.
class CredentialPane final : public QWidget
{
    Q_OBJECT
public:
    CredentialPane(const ViewContext &context, models::CredentialUseModel &use, QWidget *parent = nullptr);

    void setCredential(const std::optional<Credential> &credential);
    /// What the partner may call with now; nothing while it is not known. A credential does no more than
    /// that.
    void setGranted(const std::optional<QStringList> &scopes);
    [[nodiscard]] const std::optional<Credential> &credential() const { return m_credential; }

Q_SIGNALS:
    void closeRequested();

private:
    void buildUi();
    [[nodiscard]] QPushButton *commandButton(const QString &commandId, bool danger = false);
    void show();
    void showScopes();
    /// The list and the calls of the credential are asked at different times: the later answer is said.
    void showLegacy();
    void showLastUse();
    void showUse();
    [[nodiscard]] bool knowsUse() const;

    const ViewContext &m_context;
    models::CredentialUseModel &m_use;
    std::optional<Credential> m_credential;
    std::optional<QStringList> m_granted;
    Label *m_name = nullptr;
    Badge *m_state = nullptr;
    OverlapTimeline *m_timeline = nullptr;
    Label *m_oldUse = nullptr;
    Label *m_legacyNote = nullptr; ///< what an imported kind means
    QWidget *m_graceButtons = nullptr;
    QPushButton *m_suspend = nullptr;
    QPushButton *m_resume = nullptr;
    KeyValueList *m_facts = nullptr;
    Label *m_sourcesTitle = nullptr;
    KeyValueList *m_sources = nullptr;
};

} // namespace pc::views
