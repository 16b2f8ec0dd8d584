// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/credentials_tab.h"

#include "contract/rules/credential_kinds.h"
#include "contract/rules/date_words.h"
#include "models/access/catalogue_model.h"
#include "models/base/item_roles.h"
#include "models/credentials/issuing_flow.h"
#include "models/partners/partner_model.h"
#include "models/session/connection.h"
#include "models/text/enum_names.h"
#include "views/commands/command_registry.h"
#include "views/credentials/credential_commands.h"
#include "views/credentials/credential_delegate.h"
#include "views/credentials/credential_pane.h"
#include "views/credentials/credential_selection.h"
#include "views/credentials/issue_dialog.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/words/load_view.h"
#include "views/words/names.h"
#include "views/words/partner_facts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::CredentialListModel;

CredentialsTab::CredentialsTab(const ViewContext &context, const CredentialDeps &deps, QWidget *parent)
    : PartnerTab(parent), m_context(context), m_deps(deps),
      m_list(context.connection.credentials(), context.connection.feed()),
      m_use(context.connection.credentials(), context.connection.feed())
{
    buildUi();
    wire();
    showState();
    m_deps.selection.offer(this, {[this] { return selected(); },
                                  [this] {
                                      const auto &partner = m_deps.partner.partner();
                                      const std::optional<Credential> credential = selected();
                                      return partner ? noCredentialText(partner->value,
                                                                        credential ? credential->realm
                                                                                   : Realm::Sandbox)
                                                     : QString();
                                  }});
}

CredentialsTab::~CredentialsTab()
{
    m_deps.selection.withdraw(this); // buttons ask while they go
    delete m_states;                 // before the models that it shows
}

void CredentialsTab::buildUi()
{
    setObjectName(u"credentialsTab"_s);
    m_table = new PcTableView;
    m_table->setObjectName(u"credentialsTable"_s);
    m_table->setAccessibleName(tr("Credentials"));
    m_table->setDensity(Density::Credential);
    m_table->setKeyRole(models::IdRole);
    showRows(*m_table, m_list);
    m_table->setItemDelegate(new CredentialDelegate(m_context.ticker, m_table));
    m_table->setColumns({{CredentialListModel::NameColumn, 160, 3, 0},
                         {CredentialListModel::KindColumn, 110, 0, 2},
                         {CredentialListModel::StateColumn, 110, 0, 0},
                         {CredentialListModel::RealmColumn, 90, 0, 3},
                         {CredentialListModel::ScopesColumn, 150, 2, 4},
                         {CredentialListModel::LastUsedColumn, 100, 1, 1},
                         {CredentialListModel::ExpiresColumn, 100, 1, 1},
                         {CredentialListModel::LastFourColumn, 84, 0, 5}});
    m_table->setColumnHiddenByUser(CredentialListModel::PartnerColumn, true);
    m_table->setColumnHiddenByUser(CredentialListModel::OwnerColumn, true);

    m_pane = new CredentialPane(m_context, m_use);
    m_pane->setMinimumWidth(std::max(space::peekMinimum, m_pane->minimumSizeHint().width()));
    m_pane->hide();
    m_splitter = new QSplitter;
    m_splitter->setObjectName(u"credentialsSplitter"_s);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({800, space::peek});

    m_states = new StateStack(m_splitter, Skeleton::Shape::Table);
    m_states->empty()->set(Icon::Credentials, tr("No credentials yet"),
                           tr("Issue a sandbox credential so that the partner's developers can begin."));
    auto *issueFirst =
        m_states->empty()->addButton(u"issueFirstButton"_s, tr("Issue credential…"), Icon::Plus);
    connect(issueFirst, &QPushButton::clicked, this, [this] { m_context.commands.run(u"partner.issue"_s); });
    connect(&m_context.commands, &CommandRegistry::refreshed, issueFirst, [this, issueFirst] {
        setDisabledReason(issueFirst, m_context.commands.state(u"partner.issue"_s).reason);
    });

    m_expiring = new MessageBanner(Severity::Warn);
    m_expiring->setShape(MessageBanner::Shape::Strip);
    m_expiring->setIcon(Icon::Clock);
    m_expiring->hide();
    buildKinds();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_expiring);
    column->addWidget(m_kindRow);
    column->addWidget(m_states, 1);
}

/// Filtered by the service, as the list is paged by it.
void CredentialsTab::buildKinds()
{
    m_kind = new QComboBox;
    m_kind->setObjectName(u"credentialKind"_s);
    m_kind->setAccessibleName(tr("Kind of credential"));
    m_kind->addItem(tr("All kinds"), int(CredentialKind::Unknown));
    for (const rules::CredentialKindTraits &each : rules::credentialKinds())
        m_kind->addItem(models::nameOf(each.kind), int(each.kind));
    m_kindRow = new QWidget;
    auto *row = new QHBoxLayout(m_kindRow);
    row->setContentsMargins(space::pageMargin, space::s, space::pageMargin, space::s);
    row->addWidget(m_kind);
    row->addStretch();
    m_kindRow->hide();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &CredentialsTab::applyKind);
}

void CredentialsTab::applyKind()
{
    if (m_partnerId.isEmpty())
        return;
    CredentialQuery query = m_list.query();
    query.partnerId = m_partnerId;
    const auto kind = static_cast<CredentialKind>(m_kind->currentData().toInt());
    query.kinds = kind == CredentialKind::Unknown ? QList<CredentialKind>() : QList<CredentialKind>{kind};
    if (query == m_list.query())
        return;
    if (query.kinds.isEmpty())
        m_states->empty()->set(Icon::Credentials, tr("No credentials yet"),
                               tr("Issue a sandbox credential so that the partner's developers can begin."));
    else
        m_states->empty()->set(Icon::Search, tr("None of this kind"),
                               tr("Choose All kinds to see the partner's other credentials."));
    m_list.setQuery(query);
}

void CredentialsTab::wire()
{
    connect(&m_list, &models::PagedModel::stateChanged, this, &CredentialsTab::showState);
    connect(&m_list, &QAbstractItemModel::dataChanged, this, &CredentialsTab::showSelected);
    connect(m_states, &StateStack::retryRequested, &m_list, &models::PagedModel::retry);
    connect(m_states, &StateStack::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    connect(m_table, &PcTableView::currentRowChanged, this, &CredentialsTab::showSelected);
    // The current row is selected by a click without becoming another one.
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CredentialsTab::statusChanged);
    connect(m_table, &PcTableView::openRequested, this, [this] { setPaneOpen(true); });
    connect(m_table, &QTableView::clicked, this, [this] { setPaneOpen(true); });
    connect(m_table, &PcTableView::peekRequested, this, [this] { setPaneOpen(!m_pane->isVisible()); });
    connect(m_table, &PcTableView::copyRequested, this,
            [this](const QString &tsv, const QString &html) { m_context.clipboard.setText(tsv, html); });
    connect(m_pane, &CredentialPane::closeRequested, this, [this] { setPaneOpen(false); });
    // The table makes the first row the current one without a word, once rows are there.
    connect(&m_list, &QAbstractItemModel::rowsInserted, this, &CredentialsTab::showSelected,
            Qt::QueuedConnection);
    connect(&m_deps.partner, &models::ObjectModel::changed, this, [this] {
        showGranted();
        if (m_issueWaits)
            issue();
    });
    connect(&m_context.ticker, &TimeTicker::tick, this, &CredentialsTab::statusChanged);
    // The commands may come after the tab.
    const auto attach = [this] { m_context.commands.attachToTable(m_table, CredentialCommands::ids()); };
    connect(&m_context.commands, &CommandRegistry::changed, this, attach);
    attach();
    m_table->setContextMenuHook([this](QMenu *menu, const QModelIndex &) {
        m_context.commands.fillMenu(menu, CredentialCommands::ids());
    });
}

void CredentialsTab::showGranted()
{
    const auto &grant = m_deps.partner.grant();
    const bool ours = grant && grant->value.partnerId == m_partnerId;
    m_pane->setGranted(ours ? std::optional(grant->value.scopes) : std::nullopt);
}

void CredentialsTab::setPartner(const QString &partnerId)
{
    if (partnerId == m_partnerId)
        return;
    m_partnerId = partnerId;
    m_issueWaits = false;
    setPaneOpen(false);
    m_all.reset();
    m_kindRow->hide();
    m_kind->setCurrentIndex(0);
    CredentialQuery query;
    query.partnerId = partnerId;
    m_list.setQuery(query);
    showGranted();
}

void CredentialsTab::open(const QStringList &args, const QMap<QString, QString> &query)
{
    if (!args.value(0).isEmpty())
        showCredential(args.first());
    if (query.value(u"do"_s) == "issue"_L1)
        issue();
}

void CredentialsTab::showCredential(const QString &credentialId)
{
    m_wanted = credentialId;
    if (!m_table->selectKey(credentialId))
        m_kind->setCurrentIndex(0); // it may be of another kind than is shown
    showState();
}

std::optional<Credential> CredentialsTab::selected() const
{
    const QModelIndex index = m_table->currentIndex();
    if (!isVisible() || !index.isValid() || index.row() >= m_list.rowCount())
        return std::nullopt;
    return m_list.credentialAt(index.row());
}

void CredentialsTab::issue()
{
    // A place can ask for it before the partner is loaded: then it opens as soon as the scopes are known.
    m_issueWaits = !m_deps.partner.partner() || (!m_deps.partner.grant() && !m_deps.partner.grantError());
    if (m_issueWaits || !noCredentialText(m_deps.partner.partner()->value).isEmpty())
        return;
    m_deps.catalogue.ensureLoaded();
    auto *flow =
        new models::IssueFlow(m_context.connection.credentials(), m_deps.random, m_deps.partner.partnerId());
    auto *dialog = new IssueDialog(m_context, flow, m_deps.partner, m_deps.catalogue, window());
    connect(dialog, &IssueDialog::issued, this, [this](const QString &credentialId) {
        Q_EMIT frontRequested();
        showCredential(credentialId);
    });
    dialog->open();
}

void CredentialsTab::refresh()
{
    m_list.refresh();
    m_use.refresh();
}

void CredentialsTab::showState()
{
    showLoadState(*m_states, m_list, tr("The credentials could not be loaded."));
    if (m_list.state() == models::LoadState::Ready && m_list.query().kinds.isEmpty() &&
        m_list.query().partnerId == m_partnerId)
        m_all = static_cast<int>(m_list.count().value_or(m_list.rowCount()));
    m_kindRow->setVisible(m_all.value_or(0) > 0);
    if (!m_wanted.isEmpty() && m_table->selectKey(m_wanted)) {
        m_wanted.clear();
        setPaneOpen(true);
    }
    showExpiring();
    showSelected();
}

void CredentialsTab::showExpiring()
{
    int row = -1;
    for (int i = 0; i < m_list.rowCount() && row < 0; ++i) {
        const QModelIndex index = m_list.index(i, CredentialListModel::NameColumn);
        if (index.data(CredentialListModel::ExpiringRole).toBool())
            row = i;
    }
    m_expiring->setVisible(row >= 0);
    if (row < 0)
        return;
    const Credential &credential = m_list.credentialAt(row);
    const QString what = rules::traitsOf(credential.kind).imported
                             ? tr("%1 reaches its deadline on %2 UTC, which nothing moves: what follows is "
                                  "another credential.")
                             : tr("%1 expires on %2 UTC. Rotate it in time: the expiry can be moved along.");
    m_expiring->setMessage(Severity::Warn,
                           what.arg(inSentence(credential.name),
                                    rules::momentText(credential.expiresAt, rules::DateForm::DayOfYear)));
}

void CredentialsTab::showSelected()
{
    if (m_pane->isVisible())
        m_pane->setCredential(selected());
    m_context.commands.refresh();
    Q_EMIT statusChanged();
}

void CredentialsTab::setPaneOpen(bool open)
{
    const bool hadFocus = m_pane->isAncestorOf(window()->focusWidget()); // hiding gives it to anybody
    m_pane->setVisible(open && selected().has_value());
    if (m_pane->isVisible())
        m_pane->setCredential(selected());
    else if (hadFocus)
        focusContent();
}

bool CredentialsTab::focusContent()
{
    m_states->focusInContent(m_table);
    return true;
}

bool CredentialsTab::closeLayer()
{
    const bool open = m_pane->isVisible();
    setPaneOpen(false);
    return open;
}

StatusText CredentialsTab::statusText() const
{
    StatusText text;
    if (m_list.isAnswer())
        text.counts = tr("%n credential(s)", nullptr, m_list.rowCount());
    if (const auto rows = m_table->selectedRowNumbers(); !rows.isEmpty())
        text.selection = tr("%n selected", nullptr, int(rows.size()));
    text.freshness = freshnessText(m_list.loadedAt(), m_context.ticker);
    const std::pair<QString, QString> acts[] = {{u"credential.rotate"_s, tr("R rotate")},
                                                {u"credential.revoke"_s, tr("Del revoke")},
                                                {u"credential.copyId"_s, tr("C copy ID")}};
    for (const auto &[command, hint] : acts)
        if (m_context.commands.state(command).enabled)
            text.hints.append({hint, m_table});
    text.hints.append({tr("Space peek"), m_table});
    return text;
}

std::optional<int> CredentialsTab::count() const
{
    if (m_list.state() != models::LoadState::Ready || m_list.query().partnerId != m_partnerId)
        return {};
    return m_list.query().kinds.isEmpty() ? static_cast<int>(m_list.count().value_or(m_list.rowCount()))
                                          : m_all;
}

QVariantMap CredentialsTab::saveState() const
{
    return {{u"current"_s, m_table->currentKey()}, {u"pane"_s, m_pane->isVisible()}};
}

void CredentialsTab::restoreState(const QVariantMap &state)
{
    if (state.value(u"pane"_s).toBool())
        showCredential(state.value(u"current"_s).toString());
    else
        m_table->selectKey(state.value(u"current"_s));
}

} // namespace pc::views
