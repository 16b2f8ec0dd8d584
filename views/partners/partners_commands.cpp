// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partners/partners_commands.h"

#include "models/partners/partner_list_model.h"
#include "models/session/connection.h"
#include "views/commands/command_registry.h"
#include "views/export/csv_text.h"
#include "views/partners/partner_filter_bar.h"
#include "views/partners/partners_page.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/seams/partner_places.h"
#include "views/shell/navigator.h"
#include "views/widgets/table_view.h"
#include "views/widgets/toast.h"

#include <QAction>
#include <QDateTime>
#include <QMenu>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

void copyId(const ViewContext &context, const QString &id)
{
    context.clipboard.setText(id);
    context.toasts.show({.text = PartnersPage::tr("%1 copied").arg(id), .milliseconds = 3000});
}

void exportLoaded(const ViewContext &context, PartnersPage *page)
{
    QList<int> columns;
    for (int column = 0; column < models::PartnerListModel::ColumnCount; ++column)
        if (!page->table()->isColumnHiddenByUser(column))
            columns.append(column);
    const models::PartnerListModel &model = page->model();
    const QString day = context.connection.clock().now().toUTC().date().toString(Qt::ISODate);
    exportCsv(page, context, PartnersPage::tr("Export partners"), u"partners-%1.csv"_s.arg(day),
              csvOf(model, columns, true), model.rowCount());
}

} // namespace

void addPartnersCommands(const ViewContext &context, PartnerFilterBar *bar,
                         const std::function<void(const QString &)> &open, PartnersPage *page)
{
    CommandRegistry &commands = context.commands;
    PcTableView *table = page->table();
    const auto add = [page, &commands](Command command) {
        if (!commands.contains(command.id))
            commands.add(command, page);
    };
    const auto currentId = [table] { return table->currentKey().toString(); };
    const auto needsRow = [currentId] {
        return currentId().isEmpty() ? CommandState::off(PartnersPage::tr("Select a partner first."))
                                     : CommandState::ready();
    };
    add({.id = u"partner.new"_s,
         .title = PartnersPage::tr("New partner…"),
         .icon = Icon::Plus,
         .shortcut = QKeySequence(u"Ctrl+N"_s),
         .group = u"partner"_s,
         .op = Op::PartnerCreate,
         .run = [&context] { context.navigator.navigate(places::onboardingPage()); }});
    add({.id = u"partners.filter"_s,
         .title = PartnersPage::tr("Filter partners"),
         .icon = Icon::Search,
         .shortcut = QKeySequence(u"/"_s),
         .group = u"partners"_s,
         .scope = CommandScope::Table,
         .run = [bar] { bar->focusText(); }});
    add({.id = u"partners.export"_s,
         .title = PartnersPage::tr("Export the loaded partners as CSV…"),
         .icon = Icon::Download,
         .group = u"partner"_s,
         .state =
             [page] {
                 if (!page->model().isAnswer())
                     return CommandState::off(PartnersPage::tr("The list is not loaded."));
                 return page->model().rowCount() > 0
                            ? CommandState::ready()
                            : CommandState::off(PartnersPage::tr("There is nothing to export."));
             },
         .run = [&context, page] { exportLoaded(context, page); }});
    add({.id = u"partners.open"_s,
         .title = PartnersPage::tr("Open partner"),
         .icon = Icon::ArrowRight,
         .group = u"partners"_s,
         .scope = CommandScope::Table,
         .inPalette = false,
         .state = needsRow,
         .run = [open, currentId] { open(currentId()); }});
    add({.id = u"partners.peek"_s,
         .title = PartnersPage::tr("Show at a glance"),
         .icon = Icon::Eye,
         .group = u"partners"_s,
         .scope = CommandScope::Table,
         .inPalette = false,
         .state = needsRow,
         .run = [page] { page->setPeekOpen(!page->isPeekOpen()); }});
    add({.id = u"partners.copyId"_s,
         .title = PartnersPage::tr("Copy partner ID"),
         .icon = Icon::Copy,
         .shortcut = QKeySequence(u"C"_s),
         .group = u"partners"_s,
         .scope = CommandScope::Table,
         .inPalette = false,
         .state = needsRow,
         .run = [&context, currentId] { copyId(context, currentId()); }});
    commands.attachToTable(table, {u"partners.filter"_s, u"partners.copyId"_s});
    table->setContextMenuHook([&context, page](QMenu *menu, const QModelIndex &index) {
        context.commands.fillMenu(menu, {u"partners.open"_s, u"partners.peek"_s, {}, u"partners.copyId"_s});
        const QString value = index.data(Qt::DisplayRole).toString();
        if (!value.isEmpty())
            QObject::connect(menu->addAction(PartnersPage::tr("Copy value")), &QAction::triggered, page,
                             [&context, value] { context.clipboard.setText(value); });
    });
}

QStringList partnersContextCommands()
{
    return {u"partners.open"_s, u"partners.copyId"_s, u"partner.new"_s, u"import.partners"_s,
            u"partners.export"_s};
}

} // namespace pc::views
