// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/scope_holder_model.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace pc::views {

struct ViewContext;
class ElidedLabel;
class Label;
class PcTableView;
class StateStack;

/// One scope: what is said of it, and who holds it.
class ScopeDetail final : public QWidget
{
    Q_OBJECT
public:
    explicit ScopeDetail(const ViewContext &context, QWidget *parent = nullptr);
    ~ScopeDetail() override;

    void showScope(const Scope &scope, const QString &apiName);
    void refresh();
    void focusContent();
    [[nodiscard]] PcTableView *table() const { return m_table; }
    /// Saves all holders as CSV; what is not there yet is fetched first.
    void exportHolders();

private:
    void buildUi();
    void wire();
    void showState();
    void showButtons();
    void goOnExporting();

    const ViewContext &m_context;
    models::ScopeHolderModel m_holders;
    ElidedLabel *m_name = nullptr;
    Label *m_sentence = nullptr;
    Label *m_facts = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_take = nullptr;
    QToolButton *m_export = nullptr;
    QPushButton *m_routes = nullptr;
    QPushButton *m_remove = nullptr;
    PcTableView *m_table = nullptr;
    StateStack *m_states = nullptr;
    QString m_apiId;
    bool m_exporting = false;
};

} // namespace pc::views
