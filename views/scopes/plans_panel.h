// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/plan_list_model.h"

#include <QWidget>

class QPushButton;

namespace pc::views {

struct ViewContext;
class Label;
class PcTableView;
class StateStack;

/// All plans, and what can be done with them.
class PlansPanel final : public QWidget
{
    Q_OBJECT
public:
    PlansPanel(const ViewContext &context, models::CatalogueModel &catalogue, QWidget *parent = nullptr);
    ~PlansPanel() override;

    void load();
    /// Chooses it, now or when it is there.
    void choose(const QString &planId);
    [[nodiscard]] QString chosen() const { return m_shown; }
    void refresh();
    void focusContent();
    [[nodiscard]] int total() const { return m_list.rowCount(); }
    [[nodiscard]] PcTableView *table() const { return m_table; }

Q_SIGNALS:
    void chosenChanged();
    void statusChanged();

private:
    void buildUi();
    void wire();
    void showState();
    void takeWanted();
    void showChosen();
    void showButtons();

    const ViewContext &m_context;
    models::CatalogueModel &m_catalogue;
    models::PlanListModel m_list;
    Label *m_note = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
    StateStack *m_states = nullptr;
    PcTableView *m_table = nullptr;
    QString m_wanted;
    QString m_shown;
};

} // namespace pc::views
