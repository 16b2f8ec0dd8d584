// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner/partner_page.h"

#include "models/access/catalogue_model.h"
#include "models/session/connection.h"
#include "views/access/access_tab.h"
#include "views/commands/command_registry.h"
#include "views/credentials/credentials_tab.h"
#include "views/partner/overview_tab.h"
#include "views/partner/partner_acts.h"
#include "views/partner/partner_audit_tab.h"
#include "views/partner/partner_header.h"
#include "views/partner/partner_places.h"
#include "views/seams/clipboard.h"
#include "views/shell/navigator.h"
#include "views/style/space.h"
#include "views/usage/usage_tab.h"
#include "views/widgets/card.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/surface.h"
#include "views/widgets/toast.h"
#include "views/widgets/underline_tabs.h"
#include "views/words/load_view.h"
#include "views/words/names.h"
#include "views/words/partner_facts.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QPointer>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

PartnerPage::PartnerPage(const ViewContext &context, const PartnerDeps &parts, QWidget *parent)
    : Page(parent), m_context(context), m_parts(parts),
      m_partner(context.connection.partners(), context.connection.access(), context.connection.feed()),
      m_credentials(context.connection.credentials(), context.connection.feed()),
      m_credentialUse(context.connection.credentials(), context.connection.feed())
{
    setObjectName(u"partnerPage"_s);
    m_acts = new PartnerActs(context, parts, m_partner, this);
    buildParts();
    buildUi();
    wire();
    m_acts->addTabCommands(m_tabs, [this](const QString &tab) { showTab(tab); });
}

PartnerPage::~PartnerPage() = default;

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
        m_tabs->addTab(part.id, part.title, part.counted);
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

void PartnerPage::buildParts()
{
    m_tabParts = {
        {u"overview"_s, tr("Overview"),
         [this] {
             m_overview = new OverviewTab(m_context, m_partner, m_parts.catalogue);
             connect(m_overview, &OverviewTab::fixRequested, this, &PartnerPage::fix);
             connect(m_overview, &OverviewTab::editRequested, m_acts, &PartnerActs::edit);
             return m_overview;
         }},
        {u"credentials"_s, tr("Credentials"),
         [this] {
             m_credentialsTab = new CredentialsTab(
                 m_context, {m_credentials, m_credentialUse, m_partner, m_parts.catalogue, m_parts.random});
             connect(m_credentialsTab, &CredentialsTab::issued, this, [this] { showTab(u"credentials"_s); });
             m_credentialsTab->setPartner(m_partner.partnerId());
             return m_credentialsTab;
         },
         UnderlineTabs::Counted::Yes},
        {u"access"_s, tr("Access & quotas"),
         [this] { return new AccessTab(m_context, m_partner, m_parts.catalogue); }},
        {u"usage"_s, tr("Usage"), [this] { return new UsageTab(m_context, m_partner); }},
        {u"audit"_s, tr("Audit"),
         [this] { return new PartnerAuditTab(m_context, m_parts.integrity, m_partner.partnerId()); }},
    };
}

void PartnerPage::wire()
{
    connect(&m_partner, &models::PartnerModel::changed, this, &PartnerPage::onPartnerChanged);
    connect(&m_partner, &models::PartnerModel::stateChanged, this, [this] {
        showLoadState(*m_states, m_partner, tr("The partner could not be loaded."));
        m_context.commands.refresh();
        Q_EMIT statusChanged();
    });
    connect(&m_credentials, &models::CredentialListModel::stateChanged, this, &PartnerPage::countCredentials);
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
    connect(m_acts, &PartnerActs::issueRequested, this, &PartnerPage::issue);
    connect(m_acts, &PartnerActs::fixRequested, this, &PartnerPage::fix);
    connect(m_acts, &PartnerActs::acted, this, &PartnerPage::acted);
    connect(&m_context.connection, &models::Connection::statusChanged, this,
            [this] { m_context.commands.refresh(); });
    connect(&m_context.ticker, &TimeTicker::tick, this, [this] { Q_EMIT statusChanged(); });
}

PartnerTab *PartnerPage::tabOf(const QString &id)
{
    const auto found =
        std::find_if(m_tabParts.begin(), m_tabParts.end(), [&id](const Part &part) { return part.id == id; });
    Part &part = found == m_tabParts.end() ? m_tabParts.first() : *found;
    if (!part.tab) {
        part.tab = part.make();
        connect(part.tab, &PartnerTab::statusChanged, this, [this] {
            m_context.commands.refresh();
            Q_EMIT statusChanged();
        });
        m_stack->addWidget(part.tab);
    }
    return part.tab;
}

PartnerTab *PartnerPage::shownTab() const
{
    for (const Part &part : m_tabParts)
        if (part.id == currentTab())
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

void PartnerPage::issue()
{
    (void)tabOf(u"credentials"_s); // made, but not shown: whoever gives up stays where it began
    m_credentialsTab->issue();
}

void PartnerPage::fix(const QString &fixAt)
{
    const QString tab = places::tabForFix(fixAt);
    showTab(tab);
    if (tab == "overview"_L1 && m_overview)
        m_overview->showFix(fixAt);
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
        const Location back = places::partnerPage(m_partner.partnerId(), edited->id);
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
    const QString tab = location.arg(1);
    showTab(tab.isEmpty() ? u"overview"_s : tab);
    if (!location.arg(2).isEmpty() && m_credentialsTab && tab == "credentials"_L1)
        m_credentialsTab->showCredential(location.arg(2));
    if (location.query.value(u"do"_s) == "issue"_L1)
        issue();
    if (const QString at = location.query.value(u"fix"_s); !at.isEmpty())
        fix(at);
}

void PartnerPage::showPartner(const QString &partnerId)
{
    if (partnerId == m_partner.partnerId())
        return;
    m_parts.catalogue.ensureLoaded();
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
    countCredentials();
    m_context.commands.refresh();
    if (m_shownTitle != partner.name) {
        m_shownTitle = partner.name;
        Q_EMIT titleChanged();
    }
}

void PartnerPage::countCredentials()
{
    // What the tab lists, ended ones too; the summary counts those that can be used.
    const int tab = m_tabs->indexOfId(u"credentials"_s);
    const bool listed = m_credentials.state() == models::LoadState::Ready &&
                        m_credentials.query().partnerId == m_partner.partnerId();
    m_tabs->setCount(tab, listed ? static_cast<int>(m_credentials.count().value_or(m_credentials.rowCount()))
                                 : -1);
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
    if (tab == "overview"_L1 || tab.isEmpty()) {
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
    status.hints.append({tr("Alt+1…5 tabs")});
    return status;
}

QVariantMap PartnerPage::saveState() const
{
    QVariantMap state;
    for (const Part &part : m_tabParts)
        if (part.tab)
            state.insert(part.id, part.tab->saveState());
    return state;
}

void PartnerPage::restoreState(const QVariantMap &state)
{
    for (const Part &part : std::as_const(m_tabParts))
        if (part.tab && state.contains(part.id))
            part.tab->restoreState(state.value(part.id).toMap());
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

QString PartnerPage::noCredentialReason() const
{
    const std::optional<Credential> credential = selectedCredential();
    return m_partner.partner()
               ? noCredentialText(m_partner.partner()->value, credential ? credential->realm : Realm::Sandbox)
               : QString();
}

std::optional<Credential> PartnerPage::selectedCredential() const
{
    return isVisible() && currentTab() == "credentials"_L1 && m_credentialsTab ? m_credentialsTab->selected()
                                                                               : std::nullopt;
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
        const Location back = places::partnerPage(m_partner.partnerId(), edited->id);
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
