// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/page.h"

class QPushButton;
class QSplitter;

namespace pc::models {
class ApiListModel;
class CatalogueModel;
class ObservationListModel;
} // namespace pc::models

namespace pc::views {

struct ViewContext;
class ApiDetail;
class CatalogueActs;
class PageHead;
class PcTableView;
class StateStack;

/// What the page is given by the composition root; all outlive it.
struct CatalogueDeps
{
    models::CatalogueModel &catalogue;
    models::ApiListModel &apis;
    CatalogueActs &acts;
    models::ObservationListModel *observations = nullptr; ///< may be missing in tests
};

/// The APIs behind the platform: all of them above, the chosen one below.
class CataloguePage final : public Page
{
    Q_OBJECT
public:
    CataloguePage(const ViewContext &context, const CatalogueDeps &deps, QWidget *parent = nullptr);
    ~CataloguePage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] StatusText statusText() const override;
    void open(const Location &location) override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    void refresh() override;
    void focusContent() override;
    [[nodiscard]] QStringList contextCommands() const override;
    [[nodiscard]] PcTableView *table() const { return m_table; }
    [[nodiscard]] ApiDetail *detail() const { return m_detail; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildUi();
    void wire();
    void showState();
    void showChosen();
    void showObserved();
    void offer();
    void showPlace(const QString &apiId, const QString &tab);

    const ViewContext &m_context;
    CatalogueDeps m_deps;
    PageHead *m_head = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_import = nullptr;
    StateStack *m_states = nullptr;
    QSplitter *m_splitter = nullptr;
    PcTableView *m_table = nullptr;
    ApiDetail *m_detail = nullptr;
    QString m_wanted; ///< to be chosen when it is there
    QString m_shown;
};

} // namespace pc::views
