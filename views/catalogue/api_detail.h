// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/catalogue.h"
#include "views/catalogue/version_acts.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace pc::models {
class CatalogueModel;
}

namespace pc::views {

struct ViewContext;
class ElidedLabel;
class KeyValueList;
class RevisionsPanel;
class RoutesPanel;
class UnderlineTabs;
class VersionsPanel;

/// One API: its routes, its revisions, and what it is.
class ApiDetail final : public QWidget
{
    Q_OBJECT
public:
    ApiDetail(const ViewContext &context, models::CatalogueModel &catalogue, QWidget *parent = nullptr);

    void showApi(const Api &api);
    /// That its refusals, or those of a part, are only observed; empty: they are enforced.
    void setObserved(const QString &text);
    void showTab(const QString &tab);
    [[nodiscard]] QString tab() const;
    /// The revision that commands are about; none while another part is on show.
    [[nodiscard]] std::optional<CatalogueRevision> chosenRevision() const;
    /// Likewise of versions.
    [[nodiscard]] VersionActs::Chosen chosenVersion() const;
    void refresh();
    void refreshVersions();
    void chooseVersion(const QString &id);
    void focusContent();
    void focusFilter();

Q_SIGNALS:
    void chosenChanged();
    void tabChanged();
    void observedRequested();

private:
    void buildUi();
    void wire();
    void showButtons();

    const ViewContext &m_context;
    models::CatalogueModel &m_catalogue;
    ElidedLabel *m_name = nullptr;
    ElidedLabel *m_address = nullptr;
    QPushButton *m_observed = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
    UnderlineTabs *m_tabs = nullptr;
    QStackedWidget *m_pages = nullptr;
    RoutesPanel *m_routes = nullptr;
    RevisionsPanel *m_revisions = nullptr;
    VersionsPanel *m_versions = nullptr;
    KeyValueList *m_facts = nullptr;
};

} // namespace pc::views
