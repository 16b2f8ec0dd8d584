// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scopes/scope_detail.h"

#include "models/base/item_roles.h"
#include "models/session/connection.h"
#include "models/text/enum_names.h"
#include "views/commands/command_registry.h"
#include "views/export/csv_text.h"
#include "views/scopes/scopes_acts.h"
#include "views/scopes/scopes_delegates.h"
#include "views/seams/catalogue_places.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/seams/partner_places.h"
#include "views/shell/navigator.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/label.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/widgets/toast.h"
#include "views/words/error_words.h"
#include "views/words/load_view.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <numeric>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::ScopeHolderModel;

ScopeDetail::ScopeDetail(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_holders(context.connection.scopes(), context.connection.feed())
{
    buildUi();
    wire();
    showButtons();
    showState();
}

ScopeDetail::~ScopeDetail()
{
    delete m_states; // before the model that it shows
}

void ScopeDetail::buildUi()
{
    setObjectName(u"scopeDetail"_s);
    m_name = new ElidedLabel({}, TypeRole::Section);
    m_name->setWeight(QFont::DemiBold);
    m_name->setObjectName(u"scopeTitle"_s);
    m_sentence = new Label({}, TypeRole::Body, Tone::Muted);
    m_sentence->setObjectName(u"scopeSentenceText"_s);
    m_sentence->setWordWrap(true);
    m_facts = new Label({}, TypeRole::Small, Tone::Muted);
    m_facts->setObjectName(u"scopeFacts"_s);
    m_facts->setWordWrap(true);
    m_edit = makeButton(u"editScopeButton"_s, tr("Edit…"), Icon::Edit);
    m_take = makeButton(u"takeScopeButton"_s, tr("Take away unused…"), Icon::Minus);
    m_export = makeIconButton(u"exportHoldersButton"_s, Icon::Download, tr("Export"), this);
    m_routes = makeButton(u"scopeRoutesButton"_s, tr("Routes"), Icon::Route);
    m_remove = makeButton(u"removeScopeButton"_s, tr("Remove…"), Icon::Trash, ButtonKind::DangerOutline);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::pageMargin, 0, space::pageMargin, space::s);
    head->setSpacing(space::s);
    head->addStretch();
    head->addWidget(m_export); // without words: a small window has no room for five
    for (QPushButton *button : {m_routes, m_take, m_edit, m_remove})
        head->addWidget(button);
    auto *texts = new QVBoxLayout; // of their own: beside the buttons a small window cut the name
    texts->setContentsMargins(space::pageMargin, space::m, space::pageMargin, space::xs);
    texts->setSpacing(2);
    texts->addWidget(m_name);
    texts->addWidget(m_sentence);
    texts->addWidget(m_facts);
    m_table = new PcTableView;
    m_table->setObjectName(u"holdersTable"_s);
    m_table->setAccessibleName(tr("Partners that hold the scope"));
    m_table->setDensity(Density::Dense);
    m_table->setKeyRole(models::IdRole);
    showRows(*m_table, m_holders);
    m_table->setItemDelegate(new HolderDelegate(m_context.ticker, m_table));
    m_table->setColumns({{ScopeHolderModel::PartnerColumn, 150, 3, 0},
                         {ScopeHolderModel::StageColumn, 110, 1, 4},
                         {ScopeHolderModel::CallsColumn, 110, 0, 0},
                         {ScopeHolderModel::LastUsedColumn, 100, 1, 0},
                         {ScopeHolderModel::CredentialsColumn, 150, 2, 2},
                         {ScopeHolderModel::GrantColumn, 110, 1, 3},
                         {ScopeHolderModel::AllowedColumn, 170, 3, 1}});
    m_states = new StateStack(m_table, Skeleton::Shape::Table);
    m_states->setMinimumHeight(space::header + 3 * space::rowNormal); // or a small window would grow for it
    m_states->empty()->set(Icon::Partners, tr("No partner holds it"),
                           tr("It is granted in a partner’s access, or at onboarding."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(texts);
    column->addLayout(head);
    column->addWidget(m_states, 1);
}

void ScopeDetail::wire()
{
    const auto runs = [this](QAbstractButton *button, const QString &command) {
        connect(button, &QAbstractButton::clicked, this,
                [this, command] { m_context.commands.run(command); });
    };
    runs(m_edit, ScopesActs::edit());
    runs(m_take, ScopesActs::take());
    runs(m_remove, ScopesActs::remove());
    runs(m_export, ScopesActs::exportHolders());
    connect(m_routes, &QPushButton::clicked, this,
            [this] { m_context.navigator.navigate(places::cataloguePage(m_apiId, u"routes"_s)); });
    connect(&m_context.commands, &CommandRegistry::refreshed, this, &ScopeDetail::showButtons);
    connect(&m_holders, &models::PagedModel::stateChanged, this, &ScopeDetail::showState);
    connect(m_states, &StateStack::retryRequested, &m_holders, &models::PagedModel::retry);
    connect(m_states, &StateStack::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    connect(m_table, &PcTableView::copyRequested, this,
            [this](const QString &tsv, const QString &html) { m_context.clipboard.setText(tsv, html); });
    connect(m_table, &PcTableView::openRequested, this, [this](const QModelIndex &index) {
        m_context.navigator.navigate(places::partnerPage(index.data(models::IdRole).toString(), u"access"_s));
    });
    m_table->setContextMenuHook([this](QMenu *menu, const QModelIndex &index) {
        const QString partner = index.data(models::IdRole).toString();
        connect(menu->addAction(icon(Icon::Scopes), tr("Open its access")), &QAction::triggered, this,
                [this, partner] { m_context.navigator.navigate(places::partnerPage(partner, u"access"_s)); });
        m_context.commands.fillMenu(menu, {ScopesActs::take(), ScopesActs::exportHolders()});
    });
}

void ScopeDetail::showButtons()
{
    setDisabledReason(m_edit, m_context.commands.state(ScopesActs::edit()).reason);
    setDisabledReason(m_take, m_context.commands.state(ScopesActs::take()).reason);
    setDisabledReason(m_remove, m_context.commands.state(ScopesActs::remove()).reason);
    setDisabledReason(m_export, m_context.commands.state(ScopesActs::exportHolders()).reason);
}

void ScopeDetail::showScope(const Scope &scope, const QString &apiName)
{
    m_name->setText(tr("%1 – %2", "scope, its title").arg(scope.name, scope.title));
    m_sentence->setText(scope.sentence.isEmpty() ? tr("Nobody has said yet what it gives.") : scope.sentence);
    m_apiId = scope.apiId;
    QStringList bases;
    for (const LawfulBasis basis : scope.lawfulBases)
        bases.append(models::nameOf(basis));
    QStringList facts;
    if (!apiName.isEmpty())
        facts.append(tr("API: %1").arg(apiName));
    facts.append(
        tr("Data: %1")
            .arg(scope.dataCategories.isEmpty() ? tr("none named") : scope.dataCategories.join(u", "_s)));
    facts.append(tr("Lawful bases: %1").arg(bases.isEmpty() ? tr("any") : bases.join(u", "_s)));
    if (scope.sensitive)
        facts.append(tr("Sensitive"));
    m_facts->setText(facts.join(u" · "_s));
    m_holders.setScope(scope.name);
}

void ScopeDetail::showState()
{
    showLoadState(*m_states, m_holders, tr("Who holds the scope could not be loaded."));
    goOnExporting();
}

void ScopeDetail::exportHolders()
{
    m_exporting = true;
    goOnExporting();
}

void ScopeDetail::goOnExporting()
{
    if (!m_exporting || m_holders.isBusy())
        return;
    if (m_holders.canFetchMore({}))
        return m_holders.fetchMore({});
    m_exporting = false;
    if (m_holders.hasMore() || !m_holders.isAnswer()) { // half a list would look like the whole
        if (m_holders.error())
            m_context.toasts.show(
                {.text = errorLine(*m_holders.error(), tr("The holders were not exported.")),
                 .severity = Severity::Bad});
        return;
    }
    QList<int> columns(ScopeHolderModel::ColumnCount);
    std::iota(columns.begin(), columns.end(), 0);
    const QString day = m_context.connection.clock().now().toUTC().date().toString(Qt::ISODate);
    QString name = m_holders.scope();
    for (QChar &each : name)
        each = each.isLetterOrNumber() ? each : QChar(u'-');
    exportCsv(this, m_context, tr("Export holders"), u"scope-%1-%2.csv"_s.arg(name, day),
              csvOf(m_holders, columns, true), m_holders.rowCount());
}

void ScopeDetail::refresh()
{
    m_holders.refresh();
}

void ScopeDetail::focusContent()
{
    m_states->focusInContent(m_table);
}

} // namespace pc::views
