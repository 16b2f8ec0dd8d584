// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/page.h"

class QStackedWidget;

namespace pc::models {
class ApiListModel;
class CatalogueModel;
} // namespace pc::models

namespace pc::views {

struct ViewContext;
class Label;
class PlansPanel;
class ScopesActs;
class ScopesPanel;
class UnderlineTabs;

/// What the page is given by the composition root; all outlive it.
struct ScopesDeps
{
    models::CatalogueModel &catalogue;
    models::ApiListModel &apis;
    ScopesActs &acts;
};

/// Scopes and plans: what can be granted, who has it, and what it means to change it.
class ScopesPage final : public Page
{
    Q_OBJECT
public:
    ScopesPage(const ViewContext &context, const ScopesDeps &deps, QWidget *parent = nullptr);
    ~ScopesPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] StatusText statusText() const override;
    void open(const Location &location) override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    void refresh() override;
    void focusContent() override;
    [[nodiscard]] QStringList contextCommands() const override;
    [[nodiscard]] ScopesPanel *scopes() const { return m_scopes; }
    [[nodiscard]] PlansPanel *plans() const { return m_plans; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildUi();
    void wire();
    void showPlace(const QString &tab, const QString &id);
    void onChosen();
    void showCounts();
    void offer();
    [[nodiscard]] bool isPlans() const;
    [[nodiscard]] QString chosen() const;

    const ViewContext &m_context;
    ScopesDeps m_deps;
    UnderlineTabs *m_tabs = nullptr;
    QStackedWidget *m_pages = nullptr;
    ScopesPanel *m_scopes = nullptr;
    PlansPanel *m_plans = nullptr;
};

} // namespace pc::views
