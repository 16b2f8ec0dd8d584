// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partners/partners_page.h"

#include "models/session/connection.h"
#include "views/commands/command_registry.h"
#include "views/export/csv_text.h"
#include "views/partner/partner_places.h"
#include "views/partners/partner_filter_bar.h"
#include "views/seams/clipboard.h"
#include "views/shell/navigator.h"
#include "views/widgets/table_view.h"
#include "views/widgets/toast.h"
#include "views/words/act_guard.h"

#include <QAction>
#include <QDateTime>
#include <QMenu>

namespace pc::views {

using namespace Qt::StringLiterals;

// The commands of the Partners page: what its buttons, its context menu, the palette and the keyboard all
// run.
void PartnersPage::registerCommands()
{
    CommandRegistry &commands = m_context.commands;
    const auto add = [this, &commands](Command command) {
        if (!commands.contains(command.id))
            commands.add(command, this);
    };
    const auto needsRow = [this] {
        return currentId().isEmpty() ? CommandState::off(tr("Select a partner first."))
                                     : CommandState::ready();
    };
    add({.id = u"partner.new"_s,
         .title = tr("New partner…"),
         .icon = Icon::Plus,
         .shortcut = QKeySequence(u"Ctrl+N"_s),
         .group = u"partner"_s,
         .op = Op::PartnerCreate,
         .state = [this] { return guarded(m_context.connection, Op::PartnerCreate); },
         .run = [this] { m_context.navigator.navigate(places::onboardingPage()); }});
    add({.id = u"partners.filter"_s,
         .title = tr("Filter partners"),
         .icon = Icon::Search,
         .shortcut = QKeySequence(u"/"_s),
         .group = u"partners"_s,
         .scope = CommandScope::Table,
         .run = [this] { m_bar->focusText(); }});
    add({.id = u"partners.export"_s,
         .title = tr("Export the loaded partners as CSV…"),
         .icon = Icon::Download,
         .group = u"partner"_s,
         .state =
             [this] {
                 if (!m_model.isAnswer())
                     return CommandState::off(tr("The list is not loaded."));
                 return m_model.rowCount() > 0 ? CommandState::ready()
                                               : CommandState::off(tr("There is nothing to export."));
             },
         .run = [this] { exportCsv(); }});
    add({.id = u"partners.open"_s,
         .title = tr("Open partner"),
         .icon = Icon::ArrowRight,
         .group = u"partners"_s,
         .scope = CommandScope::Table,
         .inPalette = false,
         .state = needsRow,
         .run = [this] { openPartner(currentId()); }});
    add({.id = u"partners.peek"_s,
         .title = tr("Show at a glance"),
         .icon = Icon::Eye,
         .group = u"partners"_s,
         .scope = CommandScope::Table,
         .inPalette = false,
         .state = needsRow,
         .run = [this] { setPeekOpen(!isPeekOpen()); }});
    add({.id = u"partners.copyId"_s,
         .title = tr("Copy partner ID"),
         .icon = Icon::Copy,
         .shortcut = QKeySequence(u"C"_s),
         .group = u"partners"_s,
         .scope = CommandScope::Table,
         .inPalette = false,
         .state = needsRow,
         .run = [this] { copyId(); }});
    commands.attachToTable(m_table, {u"partners.filter"_s, u"partners.copyId"_s});
    m_table->setContextMenuHook([this](QMenu *menu, const QModelIndex &index) {
        m_context.commands.fillMenu(menu, {u"partners.open"_s, u"partners.peek"_s, {}, u"partners.copyId"_s});
        const QString value = index.data(Qt::DisplayRole).toString();
        if (!value.isEmpty())
            connect(menu->addAction(tr("Copy value")), &QAction::triggered, this,
                    [this, value] { m_context.clipboard.setText(value); });
    });
}

QStringList PartnersPage::contextCommands() const
{
    return {u"partners.open"_s, u"partners.copyId"_s, u"partner.new"_s, u"partners.export"_s};
}

void PartnersPage::copyId()
{
    const QString id = currentId();
    m_context.clipboard.setText(id);
    m_context.toasts.show({.text = tr("%1 copied").arg(id), .milliseconds = 3000});
}

void PartnersPage::exportCsv()
{
    QList<int> columns;
    for (int column = 0; column < models::PartnerListModel::ColumnCount; ++column)
        if (!m_hiddenColumns.contains(column))
            columns.append(column);
    const QString day = m_context.connection.clock().now().toUTC().date().toString(Qt::ISODate);
    views::exportCsv(this, m_context, tr("Export partners"), u"partners-%1.csv"_s.arg(day),
                     csvOf(m_model, columns, true), m_model.rowCount());
}

} // namespace pc::views
