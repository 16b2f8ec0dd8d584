// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/columns_menu.h"

#include "views/widgets/table_view.h"

#include <QCoreApplication>
#include <QMenu>

namespace pc::views {

namespace {

struct ColumnsMenu
{
    Q_DECLARE_TR_FUNCTIONS(ColumnsMenu)
};

} // namespace

void openColumnsMenu(PcTableView &table, QWidget &anchor)
{
    auto *menu = new QMenu(&table);
    menu->setObjectName(QStringLiteral("columnsMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 1; column < table.model()->columnCount(); ++column) {
        const QString name = table.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const bool hasNoRoom = !table.isColumnHiddenByUser(column) && table.isColumnHidden(column);
        QAction *action =
            menu->addAction(hasNoRoom ? ColumnsMenu::tr("%1 (no room at this width)").arg(name) : name);
        action->setCheckable(true);
        action->setChecked(!table.isColumnHiddenByUser(column));
        QObject::connect(action, &QAction::toggled, &table,
                         [&table, column](bool shown) { table.setColumnHiddenByUser(column, !shown); });
    }
    menu->popup(anchor.mapToGlobal(QPoint(0, anchor.height())));
}

} // namespace pc::views
