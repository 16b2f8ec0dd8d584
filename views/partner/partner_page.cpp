// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner/partner_page.h"

#include "models/access/catalogue_model.h"
#include "models/session/connection.h"
#include "views/access/access_tab.h"
#include "views/audit/audit_panel.h"
#include "views/commands/command_registry.h"
#include "views/credentials/credentials_tab.h"
#include "views/partner/overview_tab.h"
#include "views/partner/partner_acts.h"
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

#include <QHBoxLayout>
#include <QHideEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

PartnerPage::PartnerPage(const ViewContext &context, const PartnerParts &parts, QWidget *parent)
    : Page(parent), m_context(context), m_parts(parts),
      m_partner(context.connection.partners(), context.connection.access(), context.connection.feed()),
      m_credentials(context.connection.credentials(), context.connection.feed()),
      m_credentialUse(context.connection.credentials(), context.connection.feed()),
      m_audit(context.connection.audit(), context.connection.feed()),
      m_auditEvent(context.connection.audit(), parts.integrity, context.connection.clock())
{
    setObjectName(u"partnerPage"_s);
    m_acts = new PartnerActs(context, parts, m_partner, this);
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
    m_tabs->addTab(u"overview"_s, tr("Overview"));
    m_tabs->addTab(u"credentials"_s, tr("Credentials"), UnderlineTabs::Counted::Yes);
    m_tabs->addTab(u"access"_s, tr("Access & quotas"));
    m_tabs->addTab(u"usage"_s, tr("Usage"));
    m_tabs->addTab(u"audit"_s, tr("Audit"));
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
        turnPage(m_stack, tabWidget(tab));
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

QWidget *PartnerPage::tabWidget(const QString &tab)
{
    const auto added = [this](QWidget *made) {
        m_stack->addWidget(made);
        return made;
    };
    const QString id = m_partner.partnerId();
    if (tab == "credentials"_L1) {
        if (!m_credentialsTab) {
            m_credentialsTab = new CredentialsTab(
                m_context, {m_credentials, m_credentialUse, m_partner, m_parts.catalogue, m_parts.random});
            m_credentialsTab->setPartner(id);
            connect(m_credentialsTab, &CredentialsTab::statusChanged, this, [this] {
                m_context.commands.refresh();
                Q_EMIT statusChanged();
            });
            added(m_credentialsTab);
        }
        return m_credentialsTab;
    }
    if (tab == "access"_L1) {
        if (!m_access) {
            m_access = new AccessTab(m_context, m_partner, m_parts.catalogue);
            connect(m_access, &AccessTab::statusChanged, this, &PartnerPage::statusChanged);
            added(m_access);
        }
        m_access->activate();
        return m_access;
    }
    if (tab == "usage"_L1) {
        if (!m_usage) {
            m_usage = new UsageTab(m_context, m_partner);
            connect(m_usage, &UsageTab::statusChanged, this, &PartnerPage::statusChanged);
            added(m_usage);
        }
        m_usage->activate();
        return m_usage;
    }
    if (tab == "audit"_L1) {
        if (!m_auditPanel) {
            m_auditPanel = new AuditPanel(m_context, {m_audit, m_auditEvent, m_parts.integrity}, id);
            connect(m_auditPanel, &AuditPanel::statusChanged, this, &PartnerPage::statusChanged);
            added(m_auditPanel);
        }
        return m_auditPanel;
    }
    if (!m_overview) {
        m_overview = new OverviewTab(m_context, m_partner, m_parts.catalogue);
        connect(m_overview, &OverviewTab::fixRequested, this, &PartnerPage::fix);
        connect(m_overview, &OverviewTab::editRequested, m_acts, &PartnerActs::edit);
        added(m_overview);
    }
    return m_overview;
}

void PartnerPage::issue()
{
    showTab(u"credentials"_s);
    if (m_credentialsTab)
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
    turnPage(m_stack, tabWidget(tab));
}

QString PartnerPage::currentTab() const
{
    return m_tabs->currentId();
}

void PartnerPage::open(const Location &location)
{
    const QString id = location.arg(0);
    if (id != m_partner.partnerId() && hasUnsavedEdits()) {
        const Location back = places::partnerPage(m_partner.partnerId(), u"access"_s);
        m_acts->askAboutEdits(
            [this, location] {
                m_access->discard();
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
    if (m_credentialsTab)
        m_credentialsTab->setPartner(partnerId);
    if (m_auditPanel)
        m_auditPanel->setPartner(partnerId);
    if (m_access && currentTab() == "access"_L1)
        m_access->activate();
    if (m_usage && currentTab() == "usage"_L1)
        m_usage->activate();
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
    const QString tab = currentTab();
    StatusText status;
    if (tab == "credentials"_L1 && m_credentialsTab)
        status = m_credentialsTab->statusText();
    else if (tab == "audit"_L1 && m_auditPanel)
        status = m_auditPanel->statusText();
    else if (tab == "access"_L1 && m_access)
        status = m_access->statusText();
    else if (tab == "usage"_L1 && m_usage)
        status = m_usage->statusText();
    if (status.freshness.isEmpty())
        status.freshness = freshnessText(m_partner.loadedAt(), m_context.ticker);
    status.hints.append({tr("Alt+1…5 tabs")});
    return status;
}

QVariantMap PartnerPage::saveState() const
{
    QVariantMap state;
    if (m_credentialsTab)
        state.insert(u"credentials"_s, m_credentialsTab->saveState());
    if (m_auditPanel)
        state.insert(u"audit"_s, m_auditPanel->saveState());
    return state;
}

void PartnerPage::restoreState(const QVariantMap &state)
{
    if (m_credentialsTab && state.contains(u"credentials"_s))
        m_credentialsTab->restoreState(state.value(u"credentials"_s).toMap());
    if (m_auditPanel && state.contains(u"audit"_s))
        m_auditPanel->restoreState(state.value(u"audit"_s).toMap());
}

void PartnerPage::refresh()
{
    m_partner.refresh();
    const QString tab = currentTab();
    if (tab == "credentials"_L1 && m_credentialsTab)
        m_credentialsTab->refresh();
    else if (tab == "audit"_L1 && m_auditPanel)
        m_auditPanel->refresh();
    else if (tab == "usage"_L1 && m_usage)
        m_usage->refresh();
    else if (tab == "access"_L1 && m_access)
        m_access->refresh();
}

void PartnerPage::focusContent()
{
    if (m_credentialsTab && currentTab() == "credentials"_L1)
        m_credentialsTab->focusContent();
    else
        m_states->focusInContent(m_tabs);
}

bool PartnerPage::closeLayer()
{
    if (m_credentialsTab && currentTab() == "credentials"_L1)
        return m_credentialsTab->closeLayer();
    return m_auditPanel && currentTab() == "audit"_L1 && m_auditPanel->closeLayer();
}

std::optional<Credential> PartnerPage::selectedCredential() const
{
    return isVisible() && currentTab() == "credentials"_L1 && m_credentialsTab ? m_credentialsTab->selected()
                                                                               : std::nullopt;
}

bool PartnerPage::hasUnsavedEdits() const
{
    return m_access && m_access->isDirty();
}

QString PartnerPage::unsavedWork() const
{
    return hasUnsavedEdits()
               ? tr("Scopes or limits of %1 were changed and not saved.").arg(inSentence(title()))
               : QString();
}

bool PartnerPage::canUndo() const
{
    return m_access && currentTab() == "access"_L1 && m_access->canUndo();
}

bool PartnerPage::undo()
{
    return canUndo() && m_access->undo();
}

void PartnerPage::hideEvent(QHideEvent *event)
{
    // Another page came to the front: the staged edits are kept here, and said so.
    if (!event->spontaneous() && hasUnsavedEdits() && window()->isVisible()) {
        const Location back = places::partnerPage(m_partner.partnerId(), u"access"_s);
        m_context.toasts.show({.text = tr("Edits of %1 are kept but not saved").arg(inSentence(title())),
                               .kind = Kind::Warn,
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
