// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/route_list_model.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;

namespace pc::views {

struct ViewContext;
class Label;
class PcTableView;
class StateStack;

/// The routes of one API, and a search over them.
class RoutesPanel final : public QWidget
{
    Q_OBJECT
public:
    RoutesPanel(const ViewContext &context, models::CatalogueModel &catalogue, QWidget *parent = nullptr);
    ~RoutesPanel() override;

    void setApi(const QString &apiId);
    [[nodiscard]] PcTableView *table() const { return m_table; }
    void focusContent();
    void focusFilter();
    [[nodiscard]] int shown() const { return m_routes.rowCount(); }

Q_SIGNALS:
    void statusChanged();

private:
    void buildUi();
    void wire();
    void showState();
    void openScope(const QString &scope);

    const ViewContext &m_context;
    models::CatalogueModel &m_catalogue;
    models::RouteListModel m_routes;
    QLineEdit *m_filter = nullptr;
    Label *m_count = nullptr;
    PcTableView *m_table = nullptr;
    StateStack *m_states = nullptr;
    QTimer m_typing;
};

} // namespace pc::views
