// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner/partner_page.h"

#include "models/access/catalogue_model.h"
#include "models/observing/observation_list_model.h"
#include "models/session/connection.h"
#include "models/text/figures.h"
#include "views/commands/command_registry.h"
#include "views/partner/partner_acts.h"
#include "views/partner/partner_header.h"
#include "views/seams/clipboard.h"
#include "views/seams/partner_places.h"
#include "views/shell/navigator.h"
#include "views/shell/partner_tab.h"
#include "views/style/space.h"
#include "views/widgets/card.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/surface.h"
#include "views/widgets/toast.h"
#include "views/widgets/underline_tabs.h"
#include "views/words/load_view.h"
#include "views/words/names.h"
#include "views/words/observation_words.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QPointer>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace pc::views {

using namespace Qt::StringLiterals;

PartnerPage::PartnerPage(const ViewContext &context, const PartnerDeps &deps, QWidget *parent)
    : Page(parent), m_context(context), m_deps(deps),
      m_partner(context.connection.partners(), context.connection.access(), context.connection.feed())
{
    setObjectName(u"partnerPage"_s);
    m_acts = new PartnerActs(context, deps, m_partner, this);
    for (const PartnerTabEntry &entry : partnerTabs())
        m_tabParts.append({entry});
    buildUi();
    wire();
    m_acts->addTabCommands(m_tabs, [this](const QString &tab) { showTab(tab); });
}

void PartnerPage::showObserved()
{
    if (!m_deps.observations)
        return;
    const auto observed = m_deps.observations->over(ObservationKind::Partner, m_partner.partnerId());
    m_header->setObserved(observed ? models::utcText(observed->observation.until) : QString());
}

PartnerPage::~PartnerPage()
{
    for (const Part &part : std::exchange(m_tabParts, {}))
        delete part.tab; // before the model that it shows
}

void PartnerPage::buildUi()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    m_header = new PartnerHeader(m_context.commands);
    inner->addWidget(m_header);
    m_tabs = new UnderlineTabs;
    m_tabs->setObjectName(u"partnerPageTabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the partner"));
    for (const Part &part : m_tabParts)
        m_tabs->addTab(part.entry.id, part.entry.title, part.entry.counted);
    auto *tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(space::m, 0, space::m, 0);
    tabRow->addWidget(m_tabs, 1);
    inner->addLayout(tabRow);
    inner->addWidget(new Separator);
    m_stack = new QStackedWidget;
    inner->addWidget(m_stack, 1);
    m_states = new StateStack(content, Skeleton::Shape::Detail);
    layout->addWidget(m_states);
}

void PartnerPage::wire()
{
    if (m_deps.observations) {
        connect(m_deps.observations, &models::PagedModel::stateChanged, this, &PartnerPage::showObserved);
        connect(m_header, &PartnerHeader::observedRequested, this, [this] {
            if (const auto observed =
                    m_deps.observations->over(ObservationKind::Partner, m_partner.partnerId()))
                Q_EMIT navigate(places::observationPage(observed->observation.id));
        });
    }
    connect(&m_partner, &models::PartnerModel::changed, this, &PartnerPage::onPartnerChanged);
    connect(&m_partner, &models::PartnerModel::stateChanged, this, [this] {
        showLoadState(*m_states, m_partner, tr("The partner could not be loaded."));
        m_context.commands.refresh();
        Q_EMIT statusChanged();
    });
    connect(m_states, &StateStack::retryRequested, this, &PartnerPage::refresh);
    connect(m_states, &StateStack::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    connect(m_tabs, &UnderlineTabs::currentIdChanged, this, [this](const QString &tab) {
        turnTo(tab);
        m_context.commands.refresh();
        Q_EMIT locationChanged(places::partnerPage(m_partner.partnerId(), tab));
        Q_EMIT titleChanged();
        Q_EMIT statusChanged();
    });
    connect(m_header, &PartnerHeader::copyIdRequested, this,
            [this] { m_context.commands.run(u"partner.copyId"_s); });
    // Made, but not shown: whoever gives up stays where it began.
    connect(m_acts, &PartnerActs::issueRequested, this, [this] {
        tabOf(u"credentials"_s)->open({}, {{u"do"_s, u"issue"_s}});
    });
    connect(m_acts, &PartnerActs::fixRequested, this, &PartnerPage::fix);
    connect(m_acts, &PartnerActs::acted, this, &PartnerPage::acted);
    connect(&m_context.connection, &models::Connection::statusChanged, this,
            [this] { m_context.commands.refresh(); });
    connect(&m_context.ticker, &TimeTicker::tick, this, [this] { Q_EMIT statusChanged(); });
}

PartnerTab *PartnerPage::tabOf(const QString &id)
{
    const auto found = std::find_if(m_tabParts.begin(), m_tabParts.end(),
                                    [&id](const Part &part) { return part.entry.id == id; });
    Part &part = found == m_tabParts.end() ? m_tabParts.first() : *found;
    return part.tab ? part.tab : make(part);
}

PartnerTab *PartnerPage::make(Part &part)
{
    part.tab = part.entry.make({m_context, m_deps, m_partner, *m_acts});
    m_stack->addWidget(part.tab);
    connect(part.tab, &PartnerTab::statusChanged, this, [this] {
        showCounts();
        m_context.commands.refresh();
        Q_EMIT statusChanged();
    });
    connect(part.tab, &PartnerTab::frontRequested, this, [this, id = part.entry.id] { showTab(id); });
    part.tab->setPartner(m_partner.partnerId());
    return part.tab;
}

PartnerTab *PartnerPage::shownTab() const
{
    for (const Part &part : m_tabParts)
        if (part.entry.id == currentTab())
            return part.tab;
    return nullptr;
}

const PartnerPage::Part *PartnerPage::editedPart() const
{
    for (const Part &part : m_tabParts)
        if (part.tab && part.tab->isDirty())
            return &part;
    return nullptr;
}

void PartnerPage::turnTo(const QString &tab)
{
    PartnerTab *its = tabOf(tab);
    its->activate();
    turnPage(m_stack, its);
}

void PartnerPage::fix(const QString &fixAt)
{
    const QString tab = places::tabForFix(fixAt);
    showTab(tab);
    tabOf(tab)->open({}, {{u"fix"_s, fixAt}});
}

void PartnerPage::showTab(const QString &tab)
{
    if (m_tabs->indexOfId(tab) < 0)
        return;
    m_tabs->setCurrentId(tab);
    turnTo(tab);
}

QString PartnerPage::currentTab() const
{
    return m_tabs->currentId();
}

void PartnerPage::open(const Location &location)
{
    const QString id = location.arg(0);
    if (const Part *edited = editedPart(); id != m_partner.partnerId() && edited) {
        const Location back = places::partnerPage(m_partner.partnerId(), edited->entry.id);
        m_acts->askAboutEdits(
            [this, location, tab = QPointer<PartnerTab>(edited->tab)] {
                if (tab)
                    tab->discard();
                open(location);
            },
            [this, back] {
                m_context.navigator.replace(back);
                open(back);
                Q_EMIT titleChanged();
            });
        return;
    }
    showPartner(id);
    if (const QString at = location.query.value(u"fix"_s); !at.isEmpty())
        return fix(at); // it names the tab
    const QString tab = location.arg(1).isEmpty() ? m_tabParts.first().entry.id : location.arg(1);
    showTab(tab);
    if (currentTab() == tab) // there is such a tab
        tabOf(tab)->open(location.args.mid(2), location.query);
}

void PartnerPage::showPartner(const QString &partnerId)
{
    if (partnerId == m_partner.partnerId())
        return;
    m_deps.catalogue.ensureLoaded();
    m_partner.setPartnerId(partnerId);
    for (const Part &part : std::as_const(m_tabParts))
        if (part.tab)
            part.tab->setPartner(partnerId);
    scrollToTop(m_stack);
    if (PartnerTab *shown = shownTab())
        shown->activate();
    m_shownTitle.clear();
    Q_EMIT titleChanged();
    Q_EMIT statusChanged();
}

void PartnerPage::onPartnerChanged()
{
    if (!m_partner.partner())
        return;
    const Partner &partner = m_partner.partner()->value;
    m_header->setPartner(partner);
    showObserved();
    showCounts();
    m_context.commands.refresh();
    if (m_shownTitle != partner.name) {
        m_shownTitle = partner.name;
        Q_EMIT titleChanged();
    }
}

void PartnerPage::showCounts()
{
    for (const Part &part : std::as_const(m_tabParts))
        if (part.tab && part.entry.counted == UnderlineTabs::Counted::Yes)
            m_tabs->setCount(m_tabs->indexOfId(part.entry.id), part.tab->count().value_or(-1));
}

QStringList PartnerPage::contextCommands() const
{
    return PartnerActs::contextCommands();
}

QString PartnerPage::title() const
{
    return m_partner.partner() ? m_partner.partner()->value.name : m_partner.partnerId();
}

QList<Crumb> PartnerPage::breadcrumb() const
{
    QList<Crumb> crumbs{{tr("Partners"), places::partnersPage()}};
    const QString tab = currentTab();
    if (m_tabs->indexOfId(tab) <= 0) { // the first stands for the page
        crumbs.append(Crumb{title()});
    } else {
        crumbs.append({title(), places::partnerPage(m_partner.partnerId())});
        crumbs.append(Crumb{m_tabs->tabText(m_tabs->indexOfId(tab)).replace(u"&&"_s, u"&"_s)});
    }
    return crumbs;
}

StatusText PartnerPage::statusText() const
{
    const PartnerTab *shown = shownTab();
    StatusText status = shown ? shown->statusText() : StatusText{};
    if (status.freshness.isEmpty())
        status.freshness = freshnessText(m_partner.loadedAt(), m_context.ticker);
    status.hints.append({tr("Alt+1…%1 tabs").arg(m_tabParts.size())});
    return status;
}

QVariantMap PartnerPage::saveState() const
{
    QVariantMap state;
    for (const Part &part : m_tabParts)
        if (part.tab)
            state.insert(part.entry.id, part.tab->saveState());
    return state;
}

void PartnerPage::restoreState(const QVariantMap &state)
{
    for (const Part &part : std::as_const(m_tabParts))
        if (part.tab && state.contains(part.entry.id))
            part.tab->restoreState(state.value(part.entry.id).toMap());
}

void PartnerPage::refresh()
{
    m_partner.refresh();
    if (PartnerTab *shown = shownTab())
        shown->refresh();
}

void PartnerPage::focusContent()
{
    PartnerTab *shown = shownTab();
    if (!shown || !shown->focusContent())
        m_states->focusInContent(m_tabs);
}

bool PartnerPage::closeLayer()
{
    PartnerTab *shown = shownTab();
    return shown && shown->closeLayer();
}

bool PartnerPage::hasUnsavedEdits() const
{
    return editedPart() != nullptr;
}

QString PartnerPage::unsavedWork() const
{
    return hasUnsavedEdits()
               ? tr("Scopes or limits of %1 were changed and not saved.").arg(inSentence(title()))
               : QString();
}

bool PartnerPage::canUndo() const
{
    const PartnerTab *shown = shownTab();
    return shown && shown->canUndo();
}

bool PartnerPage::undo()
{
    return canUndo() && shownTab()->undo();
}

void PartnerPage::hideEvent(QHideEvent *event)
{
    // Another page came to the front: the staged edits are kept here, and said so.
    const Part *edited = editedPart();
    if (!event->spontaneous() && edited && window()->isVisible()) {
        const Location back = places::partnerPage(m_partner.partnerId(), edited->entry.id);
        m_context.toasts.show({.text = tr("Edits of %1 are kept but not saved").arg(inSentence(title())),
                               .severity = Severity::Warn,
                               .actionText = tr("Go back"),
                               .action = [this, back] { m_context.navigator.navigate(back); }});
    }
    Page::hideEvent(event);
}

void PartnerPage::paintEvent(QPaintEvent *)
{
    paintSurface(this);
}

} // namespace pc::views
