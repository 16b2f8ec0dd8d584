// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/access/grant_editor.h"
#include "models/access/scope_tree_model.h"
#include "models/access/scope_use_model.h"
#include "models/partners/partner_flows.h"
#include "models/usage/usage_model.h"
#include "views/seams/context.h"
#include "views/shell/partner_tab.h"

#include <QPointer>
#include <QWidget>

class QBoxLayout;
class QPushButton;

namespace pc::models {
class ObservationListModel;
}

namespace pc::views {

class Label;
class LimitsPanel;
class MessageBanner;
class ScopePanel;
class StateStack;
class Toast;

/// What a partner may do and how much: scopes, plan and limits. Edits are staged here, reviewed as a diff and
/// then saved at once.
class AccessTab final : public PartnerTab
{
    Q_OBJECT
public:
    /// `observations`: what is observed; it may be missing in tests.
    AccessTab(const ViewContext &context, models::PartnerModel &partner, models::CatalogueModel &catalogue,
              models::ObservationListModel *observations = nullptr, QWidget *parent = nullptr);

    /// The tab comes to the front: fetches what only it needs.
    void activate() override;
    void refresh() override;
    [[nodiscard]] bool isDirty() const override { return m_editor.isDirty(); }
    void discard() override { m_editor.discard(); }
    /// Takes back the last staged step; false when there is none.
    bool undo() override { return m_editor.undo(); }
    [[nodiscard]] bool canUndo() const override { return m_editor.canUndo(); }
    [[nodiscard]] models::GrantEditor &editor() { return m_editor; }
    [[nodiscard]] StatusText statusText() const override;
    /// Opens the diff; does nothing without edits.
    void review();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildUi();
    [[nodiscard]] QWidget *buildBar();
    void wire();
    void showPartner();
    void showEdits();
    void showMerge();
    void onSaved(const Versioned<Grant> &before, const GrantEdit &edit, const Versioned<Grant> &grant);
    void discardEdits();
    /// What the platform does not accept of the edit that was sent, where it is typed.
    void showRefused(const GrantEdit &sent, const QList<FieldError> &errors);
    void undoSaved(const Versioned<Grant> &before, const QString &etag);

    const ViewContext &m_context;
    models::PartnerModel &m_partner;
    models::ObservationListModel *m_observations;
    models::GrantEditor m_editor;
    models::ScopeTreeModel m_tree;
    models::ScopeUseModel m_use;
    models::UsageModel m_usage;
    StateStack *m_states = nullptr;
    MessageBanner *m_stale = nullptr;
    QBoxLayout *m_columns = nullptr;
    ScopePanel *m_scopes = nullptr;
    LimitsPanel *m_limits = nullptr;
    QWidget *m_bar = nullptr;
    Label *m_barText = nullptr;
    QPushButton *m_review = nullptr;
    QPointer<Toast> m_discarded; ///< offers to take the last discard back
};

} // namespace pc::views
