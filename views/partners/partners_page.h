// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/partners/partner_counts_model.h"
#include "models/partners/partner_list_model.h"
#include "views/partner/partner_deps.h"
#include "views/partners/partner_filter.h"
#include "views/seams/context.h"
#include "views/shell/page.h"

class QPushButton;
class QSplitter;

namespace pc::views {

class Label;
class PartnerFilterBar;
class PartnerPeek;
class PcTableView;
class StateStack;
class UnderlineTabs;

/// All partners: quick tabs, filter, table and peek pane. Filtered, sorted and paged by the service.
class PartnersPage final : public Page
{
    Q_OBJECT
public:
    PartnersPage(const ViewContext &context, const PartnerDeps &deps, QWidget *parent = nullptr);
    ~PartnersPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] StatusText statusText() const override;
    void open(const Location &location) override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    void refresh() override;
    void focusContent() override;
    bool closeLayer() override;
    [[nodiscard]] QStringList contextCommands() const override;

    [[nodiscard]] PcTableView *table() const { return m_table; }
    [[nodiscard]] models::PartnerListModel &model() { return m_model; }
    void setPeekOpen(bool open);
    [[nodiscard]] bool isPeekOpen() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildUi();
    [[nodiscard]] QWidget *buildHeader();
    [[nodiscard]] QWidget *buildTable();
    void wire();
    void applyFilter();
    void showState();
    void showCounts();
    void showColumnMenu();
    void openPartner(const QString &partnerId, const QString &tab = {});
    [[nodiscard]] QString currentId() const;
    [[nodiscard]] QString account() const;

    const ViewContext &m_context;
    PartnerDeps m_deps;
    models::PartnerListModel m_model;
    models::PartnerCountsModel m_counts;
    PartnerFilter m_filter;
    bool m_asked = false;
    QString m_wantedKey; ///< row to select once it is loaded

    Label *m_count = nullptr;
    UnderlineTabs *m_tabs = nullptr;
    PartnerFilterBar *m_bar = nullptr;
    StateStack *m_states = nullptr;
    PcTableView *m_table = nullptr;
    PartnerPeek *m_peek = nullptr;
    QSplitter *m_splitter = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_new = nullptr;
};

} // namespace pc::views
