// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/scope_list_model.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QSplitter;

namespace pc::views {

struct ViewContext;
class Label;
class PcTableView;
class ScopeDetail;
class StateStack;

/// All scopes above, the chosen one below.
class ScopesPanel final : public QWidget
{
    Q_OBJECT
public:
    ScopesPanel(const ViewContext &context, models::CatalogueModel &catalogue, models::ApiListModel &apis,
                QWidget *parent = nullptr);
    ~ScopesPanel() override;

    void load();
    /// Chooses it, now or when it is there.
    void choose(const QString &scope);
    [[nodiscard]] QString chosen() const { return m_shown; }
    void refresh();
    void focusContent();
    void exportHolders();
    [[nodiscard]] int total() const { return m_list.total(); }
    [[nodiscard]] PcTableView *table() const { return m_table; }
    [[nodiscard]] ScopeDetail *detail() const { return m_detail; }

Q_SIGNALS:
    void chosenChanged();
    void statusChanged();

private:
    void buildUi();
    void wire();
    void showState();
    void takeWanted();
    void showChosen();

    const ViewContext &m_context;
    models::CatalogueModel &m_catalogue;
    models::ApiListModel &m_apis;
    models::ScopeFiguresModel m_figures;
    models::ScopeListModel m_list;
    QLineEdit *m_filter = nullptr;
    QComboBox *m_show = nullptr;
    Label *m_count = nullptr;
    StateStack *m_states = nullptr;
    QSplitter *m_splitter = nullptr;
    PcTableView *m_table = nullptr;
    ScopeDetail *m_detail = nullptr;
    QTimer m_typing;
    QString m_wanted;
    QString m_shown;
};

} // namespace pc::views
