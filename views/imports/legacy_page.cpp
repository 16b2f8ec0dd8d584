// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/imports/legacy_page.h"

#include "models/session/connection.h"
#include "models/text/enum_names.h"
#include "views/commands/command_registry.h"
#include "views/export/csv_text.h"
#include "views/imports/import_acts.h"
#include "views/imports/import_delegates.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/seams/partner_places.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/fact_tiles.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/page_head.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/search_line.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/words/load_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::ImportKind;
using models::LegacyKeyFilter;
using models::LegacyKeyTable;
using Show = models::LegacyKeyFilter::Show;

namespace {

const QString exportCommand = QStringLiteral("legacy.export");
const QString openCommand = QStringLiteral("legacy.open");

} // namespace

LegacyPage::LegacyPage(const ViewContext &context, QWidget *parent)
    : Page(parent), m_context(context), m_campaign(context.connection.imports(), context.connection.feed()),
      m_table(m_campaign, context.connection.clock())
{
    buildUi();
    registerCommands();
    wire();
    showState();
}

LegacyPage::~LegacyPage()
{
    delete m_states; // before the models that it shows
}

QString LegacyPage::title() const
{
    return tr("Imported keys");
}

QWidget *LegacyPage::buildHead()
{
    auto *head = new QWidget;
    auto *row = new PageHead(title());
    head->setLayout(row);
    m_left = row->countLabel();
    m_left->setObjectName(u"legacyLeft"_s);
    m_export = makeIconButton(u"legacyExport"_s, Icon::Download, tr("Export"), head);
    m_importIds = makeButton(u"legacyImportIds"_s, tr("Import client IDs…"), Icon::Upload);
    m_importKeys = makeButton(u"legacyImportKeys"_s, tr("Import keys…"), Icon::Upload, ButtonKind::Primary);
    row->addWidget(m_export);
    row->addWidget(m_importIds);
    row->addWidget(m_importKeys);
    return head;
}

QWidget *LegacyPage::buildFilter()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    m_text = makeSearchLine(u"legacyFilter"_s, tr("Filter"), tr("Filter by partner, name or contact"),
                            Icon::Search);
    m_text->setMaximumWidth(240);
    m_kind = new QComboBox;
    m_kind->setObjectName(u"legacyKind"_s);
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->addItem(tr("Keys and client IDs"), int(CredentialKind::Unknown));
    for (const CredentialKind kind : {CredentialKind::LegacyKey, CredentialKind::LegacyClientId})
        m_kind->addItem(models::nameOf(kind), int(kind));
    m_show = new QComboBox;
    m_show->setObjectName(u"legacyShow"_s);
    m_show->setAccessibleName(tr("Which are shown"));
    m_show->addItem(tr("Left"), int(Show::Left));
    m_show->addItem(tr("Deadline within %n day(s)", nullptr, LegacyKeyTable::nearDays),
                    int(Show::NearDeadline));
    m_show->addItem(tr("Without a successor"), int(Show::WithoutSuccessor));
    m_show->addItem(tr("Over"), int(Show::Over));
    m_show->addItem(tr("All"), int(Show::All));
    m_none = new Label({}, TypeRole::Small, Tone::Muted);
    m_none->setObjectName(u"legacyNone"_s);
    row->addWidget(m_text, 1);
    row->addWidget(m_kind);
    row->addWidget(m_show);
    row->addWidget(m_none);
    row->addStretch();
    return bar;
}

void LegacyPage::buildUi()
{
    setObjectName(u"legacyPage"_s);
    m_banner = new MessageBanner(Severity::Ok);
    m_banner->setObjectName(u"legacyBanner"_s);
    m_banner->hide();
    m_facts = new FactTiles;
    m_facts->setObjectName(u"legacyFacts"_s);
    m_view = new PcTableView;
    m_view->setObjectName(u"legacyTable"_s);
    m_view->setAccessibleName(title());
    m_view->setModel(&m_table);
    m_view->setItemDelegate(new LegacyKeyDelegate(m_context.ticker, m_view));
    m_view->setKeyRole(models::IdRole);
    m_view->setColumns({{LegacyKeyTable::PartnerColumn, 150, 3, 0},
                        {LegacyKeyTable::NameColumn, 140, 3, 0},
                        {LegacyKeyTable::KindColumn, 176, 0, 5},
                        {LegacyKeyTable::RealmColumn, 92, 0, 6},
                        {LegacyKeyTable::DeadlineColumn, 150, 0, 0},
                        {LegacyKeyTable::LastUsedColumn, 104, 0, 2},
                        {LegacyKeyTable::CallsColumn, 110, 0, 1},
                        {LegacyKeyTable::SuccessorColumn, 130, 1, 3},
                        {LegacyKeyTable::ContactColumn, 150, 2, 4},
                        {LegacyKeyTable::StateColumn, 110, 0, 7}});
    auto *content = new QWidget;
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins(space::pageMargin, 0, space::pageMargin, space::m);
    inside->setSpacing(space::m);
    inside->addWidget(m_banner);
    inside->addWidget(m_facts);
    inside->addWidget(buildFilter());
    inside->addWidget(m_view, 1);
    m_states = new StateStack(content, Skeleton::Shape::Table);
    m_states->empty()->set(Icon::CheckCircle, tr("Nothing of another system is in use"),
                           tr("Keys and client IDs of another system are imported from files, go on working "
                              "until a deadline, and "
                              "are counted here until none is left."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_states, 1);
}

void LegacyPage::registerCommands()
{
    CommandRegistry &commands = m_context.commands;
    const auto add = [this, &commands](Command command) {
        if (!commands.contains(command.id))
            commands.add(command, this);
    };
    add({.id = exportCommand,
         .title = tr("Export the imported keys as CSV…"),
         .icon = Icon::Download,
         .group = u"credential"_s,
         .state =
             [this] {
                 if (!m_campaign.isAnswer())
                     return CommandState::off(tr("The list is not loaded."));
                 return m_table.rowCount() > 0 ? CommandState::ready()
                                               : CommandState::off(tr("There is nothing to export."));
             },
         .run = [this] { exportRows(); }});
    add({.id = openCommand,
         .title = tr("Open the partner's credentials"),
         .icon = Icon::ArrowRight,
         .group = u"credential"_s,
         .scope = CommandScope::Table,
         .inPalette = false,
         .state =
             [this] {
                 return m_view->currentIndex().isValid() ? CommandState::ready()
                                                         : CommandState::off(tr("Select a row first."));
             },
         .run = [this] { openPartner(m_view->currentIndex()); }});
}

void LegacyPage::wire()
{
    connect(&m_campaign, &models::ObjectModel::stateChanged, this, &LegacyPage::showState);
    connect(&m_campaign, &models::ObjectModel::changed, this, &LegacyPage::showState);
    connect(m_states, &StateStack::retryRequested, &m_campaign, &models::LegacyCampaignModel::refresh);
    connect(m_states, &StateStack::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    connect(m_text, &QLineEdit::textChanged, this, &LegacyPage::applyFilter);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &LegacyPage::applyFilter);
    connect(m_show, &QComboBox::currentIndexChanged, this, &LegacyPage::applyFilter);
    connect(m_view, &PcTableView::openRequested, this, &LegacyPage::openPartner);
    connect(m_view, &PcTableView::currentRowChanged, this, [this] { m_context.commands.refresh(); });
    connect(m_view, &PcTableView::copyRequested, this,
            [this](const QString &tsv, const QString &html) { m_context.clipboard.setText(tsv, html); });
    m_view->setContextMenuHook([this](QMenu *menu, const QModelIndex &) {
        m_context.commands.fillMenu(menu, {openCommand, QString(), exportCommand});
    });
    auto *slash = new QShortcut(QKeySequence(Qt::Key_Slash), m_view);
    slash->setContext(Qt::WidgetWithChildrenShortcut);
    connect(slash, &QShortcut::activated, m_text, [this] { m_text->setFocus(Qt::ShortcutFocusReason); });
    const auto runs = [this](QAbstractButton *button, const QString &command) {
        connect(button, &QAbstractButton::clicked, this,
                [this, command] { m_context.commands.run(command); });
    };
    runs(m_importKeys, ImportActs::idOf(ImportKind::Keys));
    runs(m_importIds, ImportActs::idOf(ImportKind::ClientIds));
    runs(m_export, exportCommand);
    connect(&m_context.commands, &CommandRegistry::refreshed, this, &LegacyPage::showButtons);
    connect(&m_context.ticker, &TimeTicker::tick, this, [this] {
        m_view->viewport()->update();
        Q_EMIT statusChanged();
    });
}

void LegacyPage::showButtons()
{
    const CommandRegistry &commands = m_context.commands;
    setDisabledReason(m_importKeys, commands.state(ImportActs::idOf(ImportKind::Keys)).reason);
    setDisabledReason(m_importIds, commands.state(ImportActs::idOf(ImportKind::ClientIds)).reason);
    setDisabledReason(m_export, commands.state(exportCommand).reason);
}

void LegacyPage::open(const Location &)
{
    m_campaign.ensureLoaded();
}

void LegacyPage::showState()
{
    showLoadState(*m_states, m_campaign, tr("The imported keys could not be loaded."));
    if (m_campaign.state() == models::LoadState::Ready && m_campaign.report().keys.isEmpty())
        m_states->showEmpty();
    if (m_campaign.hasValue())
        showFigures();
    if (m_wanted.isValid() && m_view->selectKey(m_wanted))
        m_wanted.clear();
    m_context.commands.refresh();
    Q_EMIT statusChanged();
}

void LegacyPage::showFigures()
{
    const LegacyKeyReport &report = m_campaign.report();
    const QLocale locale;
    const int near = m_table.nearDeadline();
    m_left->setText(tr("%Ln left", "imported keys and client IDs", report.left));
    const bool over = report.left == 0 && report.over > 0;
    m_banner->setVisible(over || near > 0);
    if (over) {
        m_banner->setMessage(Severity::Ok, tr("0 left: the campaign is over. %Ln of another system went on "
                                              "working meanwhile.",
                                              nullptr, report.over));
        m_banner->setIcon(Icon::CheckCircle);
    } else if (near > 0) {
        m_banner->setMessage(
            Severity::Warn,
            tr("%Ln reach(es) the deadline within %1 days, and what still uses them is refused "
               "then.",
               nullptr, near)
                .arg(LegacyKeyTable::nearDays));
        m_banner->setIcon(Icon::Clock);
    }
    const auto tile = [&locale](int value, const QString &caption, Severity severity = Severity::Neutral) {
        return Fact{locale.toString(value), caption, value > 0 ? severity : Severity::Neutral};
    };
    m_facts->setFacts(
        {tile(report.left - report.clientIds, tr("keys left")), tile(report.clientIds, tr("client IDs left")),
         tile(report.withoutSuccessor, tr("without a successor"), Severity::Warn),
         tile(near, tr("end within %n day(s)", nullptr, LegacyKeyTable::nearDays), Severity::Warn),
         tile(report.neverUsed, tr("never used")), tile(report.waiting, tr("bcrypt, before the first use")),
         tile(report.over, tr("over"))});
    // Once nothing is left, what is over is all there is to see.
    if (over && m_table.filter().show == Show::Left)
        m_show->setCurrentIndex(m_show->findData(int(Show::All)));
    applyFilter();
}

void LegacyPage::applyFilter()
{
    LegacyKeyFilter filter;
    filter.text = m_text->text().trimmed();
    filter.kind = static_cast<CredentialKind>(m_kind->currentData().toInt());
    filter.show = static_cast<Show>(m_show->currentData().toInt());
    m_table.setFilter(filter);
    const LegacyKeyReport &report = m_campaign.report();
    QString said = m_table.rowCount() == 0 ? tr("None fits the filter.") : QString();
    if (report.more > 0)
        said = tr("The first %L1 are shown; %Ln more are not.", nullptr, report.more).arg(report.keys.size());
    m_none->setText(said);
    m_context.commands.refresh();
    Q_EMIT statusChanged();
}

void LegacyPage::openPartner(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    Location place =
        places::partnerPage(index.data(LegacyKeyTable::PartnerIdRole).toString(), u"credentials"_s);
    place.args.append(index.data(models::IdRole).toString());
    Q_EMIT navigate(place);
}

void LegacyPage::exportRows()
{
    QList<int> columns;
    for (int column = 0; column < LegacyKeyTable::ColumnCount; ++column)
        columns.append(column);
    const QString day = m_context.connection.clock().now().toUTC().date().toString(Qt::ISODate);
    exportCsv(this, m_context, tr("Export imported keys"), u"imported-keys-%1.csv"_s.arg(day),
              csvOf(m_table, columns, true), m_table.rowCount());
}

StatusText LegacyPage::statusText() const
{
    StatusText text;
    if (m_campaign.hasValue())
        text.counts = tr("%Ln shown", nullptr, m_table.rowCount());
    text.freshness = freshnessText(m_campaign.loadedAt(), m_context.ticker);
    for (const QString &hint : {tr("Enter open"), tr("/ filter")})
        text.hints.append({hint, m_view});
    return text;
}

QVariantMap LegacyPage::saveState() const
{
    return {{u"current"_s, m_view->currentKey()},
            {u"text"_s, m_text->text()},
            {u"kind"_s, m_kind->currentIndex()},
            {u"show"_s, m_show->currentIndex()}};
}

void LegacyPage::restoreState(const QVariantMap &state)
{
    if (state.isEmpty())
        return;
    m_text->setText(state.value(u"text"_s).toString());
    m_kind->setCurrentIndex(state.value(u"kind"_s).toInt());
    m_show->setCurrentIndex(state.value(u"show"_s).toInt());
    m_wanted = state.value(u"current"_s);
    if (m_view->selectKey(m_wanted))
        m_wanted.clear();
}

void LegacyPage::refresh()
{
    m_campaign.refresh();
}

void LegacyPage::focusContent()
{
    m_states->focusInContent(m_view);
}

QStringList LegacyPage::contextCommands() const
{
    return {openCommand, exportCommand, ImportActs::idOf(ImportKind::Keys),
            ImportActs::idOf(ImportKind::ClientIds)};
}

} // namespace pc::views
