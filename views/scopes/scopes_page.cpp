// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scopes/scopes_page.h"

#include "models/access/catalogue_model.h"
#include "views/scopes/plans_panel.h"
#include "views/scopes/scope_detail.h"
#include "views/scopes/scopes_acts.h"
#include "views/scopes/scopes_panel.h"
#include "views/seams/context.h"
#include "views/seams/scopes_places.h"
#include "views/style/space.h"
#include "views/widgets/card.h"
#include "views/widgets/page_head.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/table_view.h"
#include "views/widgets/underline_tabs.h"
#include "views/words/load_view.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

ScopesPage::ScopesPage(const ViewContext &context, const ScopesDeps &deps, QWidget *parent)
    : Page(parent), m_context(context), m_deps(deps)
{
    buildUi();
    wire();
    showCounts();
}

ScopesPage::~ScopesPage()
{
    m_deps.acts.choose({}, {});
}

QString ScopesPage::title() const
{
    return tr("Scopes and plans");
}

void ScopesPage::buildUi()
{
    setObjectName(u"scopesPage"_s);
    auto *head = new PageHead(title());
    m_tabs = new UnderlineTabs;
    m_tabs->setObjectName(u"scopesTabs"_s);
    m_tabs->setAccessibleName(tr("Scopes or plans"));
    m_pages = new QStackedWidget;
    m_scopes = new ScopesPanel(m_context, m_deps.catalogue, m_deps.apis);
    m_plans = new PlansPanel(m_context, m_deps.catalogue);
    m_tabs->addTab(places::scopesTab, tr("Scopes"), UnderlineTabs::Counted::Yes);
    m_tabs->addTab(places::plansTab, tr("Plans"), UnderlineTabs::Counted::Yes);
    m_pages->addWidget(m_scopes);
    m_pages->addWidget(m_plans);
    auto *tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(space::m, 0, space::pageMargin, 0);
    tabRow->addWidget(m_tabs, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(tabRow);
    column->addWidget(new Separator);
    column->addWidget(m_pages, 1);
}

void ScopesPage::wire()
{
    connect(m_tabs, &UnderlineTabs::currentIdChanged, this, [this] {
        const bool inside = m_pages->isAncestorOf(window()->focusWidget());
        m_pages->setCurrentIndex(m_tabs->currentIndex());
        if (inside) // else the first button there would have it
            focusContent();
        onChosen();
        Q_EMIT statusChanged();
    });
    connect(m_scopes, &ScopesPanel::chosenChanged, this, &ScopesPage::onChosen);
    connect(m_plans, &PlansPanel::chosenChanged, this, &ScopesPage::onChosen);
    connect(m_scopes, &ScopesPanel::statusChanged, this, &ScopesPage::showCounts);
    connect(m_plans, &PlansPanel::statusChanged, this, &ScopesPage::showCounts);
    connect(&m_deps.acts, &ScopesActs::planWanted, this, [this](const QString &planId) {
        if (isVisible())
            showPlace(places::plansTab, planId);
    });
    connect(&m_deps.acts, &ScopesActs::exportWanted, this, [this] {
        if (isVisible())
            m_scopes->exportHolders();
    });
    connect(&m_context.ticker, &TimeTicker::tick, this, &ScopesPage::statusChanged);
}

bool ScopesPage::isPlans() const
{
    return m_tabs->currentId() == places::plansTab;
}

QString ScopesPage::chosen() const
{
    return isPlans() ? m_plans->chosen() : m_scopes->chosen();
}

void ScopesPage::open(const Location &location)
{
    showPlace(location.arg(0), location.arg(1));
    m_scopes->load();
    m_plans->load();
}

void ScopesPage::showPlace(const QString &tab, const QString &id)
{
    if (m_tabs->indexOfId(tab) >= 0)
        m_tabs->setCurrentId(tab);
    if (isPlans())
        m_plans->choose(id);
    else
        m_scopes->choose(id);
}

void ScopesPage::onChosen()
{
    offer();
    if (!chosen().isEmpty())
        Q_EMIT locationChanged(places::scopesPage(m_tabs->currentId(), chosen()));
}

void ScopesPage::showCounts()
{
    const bool known = m_deps.catalogue.hasValue();
    m_tabs->setCount(m_tabs->indexOfId(places::scopesTab), known ? m_scopes->total() : -1);
    m_tabs->setCount(m_tabs->indexOfId(places::plansTab), known ? m_plans->total() : -1);
    Q_EMIT statusChanged();
}

/// What the commands are about, while this page is the one on show.
void ScopesPage::offer()
{
    if (!isVisible())
        return;
    m_deps.acts.choose(isPlans() ? QString() : m_scopes->chosen(), isPlans() ? m_plans->chosen() : QString());
}

void ScopesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    offer();
}

void ScopesPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (!event->spontaneous())
        m_deps.acts.choose({}, {});
}

StatusText ScopesPage::statusText() const
{
    StatusText text;
    if (m_deps.catalogue.hasValue())
        text.counts = isPlans() ? tr("%Ln plan(s)", nullptr, m_plans->total())
                                : tr("%Ln scope(s)", nullptr, m_scopes->total());
    text.freshness = freshnessText(m_deps.catalogue.loadedAt(), m_context.ticker);
    if (isPlans()) {
        text.hints.append({tr("Enter edit"), m_plans->table()});
    } else {
        for (const QString &hint : {tr("Enter holders"), tr("/ search")})
            text.hints.append({hint, m_scopes->table()});
        text.hints.append({tr("Enter open its access"), m_scopes->detail()->table()});
    }
    return text;
}

QVariantMap ScopesPage::saveState() const
{
    return {{u"tab"_s, m_tabs->currentId()}, {u"current"_s, chosen()}};
}

void ScopesPage::restoreState(const QVariantMap &state)
{
    if (!state.isEmpty())
        showPlace(state.value(u"tab"_s).toString(), state.value(u"current"_s).toString());
}

void ScopesPage::refresh()
{
    m_scopes->refresh();
}

void ScopesPage::focusContent()
{
    if (isPlans())
        m_plans->focusContent();
    else
        m_scopes->focusContent();
}

QStringList ScopesPage::contextCommands() const
{
    return ScopesActs::contextCommands(isPlans());
}

} // namespace pc::views
