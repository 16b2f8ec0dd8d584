// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/scope_holder_model.h"
#include "models/catalogue/take_scope_run.h"
#include "views/widgets/dialog_frame.h"

#include <memory>

class QComboBox;
class QPushButton;

namespace pc::views {

struct ViewContext;
class Label;
class MessageBanner;
class PcTableView;
class ReasonFields;
class StateStack;

/// Takes a scope from the partners that did not use it for a while, in one act: whom it is taken from is
/// chosen, each has its outcome. A grant that is edited so is looked at there, as every change of scopes.
class TakeScopeDialog final : public DialogFrame
{
    Q_OBJECT
public:
    TakeScopeDialog(const ViewContext &context, const QString &scope, QWidget *parent);
    ~TakeScopeDialog() override;

Q_SIGNALS:
    /// Of so many partners, when the dialog is left.
    void taken(int partners);
    void partnerWanted(const QString &partnerId);

private:
    void buildUi();
    void wire();
    void onHolders();
    void list();
    void toggle(const QModelIndex &index);
    void start();
    void showRun();
    void updateSubmit();
    void done(int result) override;

    const ViewContext &m_context;
    QString m_scope;
    models::ScopeHolderModel m_holders;
    std::unique_ptr<models::TakeScopeRun> m_run;
    QComboBox *m_days = nullptr;
    StateStack *m_states = nullptr;
    PcTableView *m_table = nullptr;
    Label *m_count = nullptr;
    ReasonFields *m_reason = nullptr;
    MessageBanner *m_message = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_submit = nullptr;
};

} // namespace pc::views
