// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/view_dump.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace pc::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int cellRows = 4;
constexpr Qt::ItemFlags usualFlags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;

void rowsInto(const QAbstractItemView &view, const QModelIndex &parent, const QString &indent,
              QStringList *lines)
{
    const QAbstractItemModel *model = view.model();
    const auto *tree = qobject_cast<const QTreeView *>(&view);
    for (int row = 0; model && row < std::min(model->rowCount(parent), cellRows); ++row) {
        QStringList cells;
        for (int column = 0; column < model->columnCount(parent); ++column) {
            const QModelIndex index = model->index(row, column, parent);
            const QString shown = index.data().toString();
            const QString spoken = index.data(Qt::AccessibleTextRole).toString();
            const QString tip = index.data(Qt::ToolTipRole).toString();
            QString cell = shown;
            if (spoken != shown && !spoken.isEmpty())
                cell += u" («"_s + spoken + u"»)"_s;
            if (tip != shown && !tip.isEmpty())
                cell += u" tip «"_s + tip + u'»';
            if (index.data(Qt::CheckStateRole).isValid())
                cell += u" check="_s + index.data(Qt::CheckStateRole).toString();
            if (const Qt::ItemFlags flags = index.flags(); flags != usualFlags)
                cell += u" flags=%1"_s.arg(int(flags));
            cells.append(cell);
        }
        lines->append(indent + u"row %1: "_s.arg(row) + cells.join(u" | "_s).replace(u'\n', u"\\n"_s));
        if (const QModelIndex first = model->index(row, 0, parent); tree && tree->isExpanded(first))
            rowsInto(view, first, indent + u"  "_s, lines);
    }
}

} // namespace

void dumpView(const QAbstractItemView &widget, Line &line)
{
    line.number(u"selects"_s, widget.selectionMode() * 10 + widget.selectionBehavior());
    line.addIf(widget.editTriggers() != QAbstractItemView::NoEditTriggers, u"edited"_s);
    line.addIf(widget.alternatingRowColors(), u"striped"_s);
    line.addIf(widget.tabKeyNavigation(), u"tab walks cells"_s);
    line.number(u"scrolls"_s, widget.horizontalScrollMode() * 10 + widget.verticalScrollMode());
    line.addIf(widget.textElideMode() != Qt::ElideRight, u"elide=%1"_s.arg(widget.textElideMode()));
    line.addIf(widget.dragEnabled(), u"drag"_s);
    line.addIf(widget.hasMouseTracking() || widget.viewport()->hasMouseTracking(), u"follows mouse"_s);
    if (widget.selectionModel())
        line.number(u"selected"_s, int(widget.selectionModel()->selectedRows().size()));
    const auto *table = qobject_cast<const QTableView *>(&widget);
    if (!table || !table->model())
        return;
    QStringList columns;
    for (int at = 0; at < table->model()->columnCount(); ++at) {
        const int column = table->horizontalHeader()->logicalIndex(at);
        const QString head = table->model()->headerData(column, Qt::Horizontal).toString();
        columns.append(table->isColumnHidden(column) ? u'(' + head + u')' : head);
    }
    line.text(u"columns"_s, columns.join(u" | "_s));
    line.number(u"rows"_s, table->model()->rowCount());
    line.number(u"current"_s, table->currentIndex().row());
    line.addIf(table->isSortingEnabled(), u"sorts"_s);
    line.addIf(table->horizontalHeader()->isSortIndicatorShown(),
               u"sorted by %1 %2"_s.arg(table->horizontalHeader()->sortIndicatorSection())
                   .arg(table->horizontalHeader()->sortIndicatorOrder()));
    const QHeaderView &header = *table->horizontalHeader();
    line.addIf(header.sectionsMovable(), u"movable"_s);
    line.addIf(header.isHidden(), u"no header"_s);
    line.addIf(header.sectionsClickable(), u"clickable"_s);
    line.addIf(header.highlightSections(), u"highlights"_s);
    line.addIf(header.stretchLastSection(), u"last stretches"_s);
    line.number(u"heads"_s, int(header.defaultAlignment()));
    line.addIf(!table->verticalHeader()->isHidden(), u"numbers"_s);
    line.addIf(table->showGrid(), u"grid"_s);
    line.addIf(table->wordWrap(), u"wrap"_s);
    line.addIf(table->isCornerButtonEnabled(), u"corner"_s);
    QString modes;
    for (int column = 0; column < header.count(); ++column)
        modes += QString::number(header.sectionResizeMode(column));
    line.text(u"widths"_s, modes);
}

void dumpCells(const QAbstractItemView &view, const QString &indent, QStringList *lines)
{
    rowsInto(view, {}, indent, lines);
}

} // namespace pc::test
