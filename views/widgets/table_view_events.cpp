// SPDX-License-Identifier: GPL-3.0-or-later
// What people do with a table: keys, mouse, copying.
#include "views/widgets/table_view.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/style/tokens.h"
#include "views/widgets/spreadsheet_text.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

namespace pc::views {

namespace {

QString cellText(const QModelIndex &index)
{
    QString text = index.data(Qt::DisplayRole).toString();
    for (const QChar separator : {u'\t', u'\n', u'\r'})
        text.replace(separator, QLatin1Char(' '));
    return spreadsheetSafe(text);
}

} // namespace

QString PcTableView::rowsAsTsv() const
{
    QStringList lines;
    const QList<int> rows = selectedRowNumbers();
    for (const int row : rows) {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(); ++column) {
            if (!isColumnHidden(column)) {
                cells.append(cellText(model()->index(row, column)));
            }
        }
        lines.append(cells.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n'));
}

QString PcTableView::rowsAsHtml() const
{
    QString html = QStringLiteral("<table>");
    const QList<int> rows = selectedRowNumbers();
    for (const int row : rows) {
        html += QStringLiteral("<tr>");
        for (int column = 0; column < model()->columnCount(); ++column) {
            if (!isColumnHidden(column)) {
                html += QStringLiteral("<td>") + cellText(model()->index(row, column)).toHtmlEscaped() +
                        QStringLiteral("</td>");
            }
        }
        html += QStringLiteral("</tr>");
    }
    return html + QStringLiteral("</table>");
}

void PcTableView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    if (event->matches(QKeySequence::Copy)) {
        if (!selectedRowNumbers().isEmpty()) {
            Q_EMIT copyRequested(rowsAsTsv(), rowsAsHtml());
        }
        return;
    }
    if (index.isValid() && (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
        if (event->key() == Qt::Key_Space) {
            Q_EMIT peekRequested(index);
            return;
        }
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
            Q_EMIT openRequested(index);
            return;
        }
    }
    QTableView::keyPressEvent(event);
}

void PcTableView::mouseMoveEvent(QMouseEvent *event)
{
    setHoverRow(rowAt(static_cast<int>(event->position().y())));
    QTableView::mouseMoveEvent(event);
}

bool PcTableView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        setHoverRow(-1);
    }
    return QTableView::viewportEvent(event);
}

void PcTableView::setHoverRow(int row)
{
    if (row != m_hoverRow) {
        const int before = m_hoverRow;
        m_hoverRow = row;
        updateRow(before);
        updateRow(row);
    }
}

void PcTableView::updateRow(int row)
{
    if (row >= 0 && model() != nullptr && row < model()->rowCount()) {
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
    }
}

void PcTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layoutColumns();
}

void PcTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        applyMetrics();
    }
}

void PcTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    updateRow(previous.row());
    updateRow(current.row());
    if (current.row() != previous.row() || !previous.isValid()) {
        Q_EMIT currentRowChanged(current);
    }
}

void PcTableView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_menuHook) {
        return;
    }
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index =
        keyboard ? currentIndex() : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (!index.isValid()) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("cellMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    m_menuHook(menu, index);
    if (menu->isEmpty()) {
        delete menu;
        return;
    }
    menu->popup(keyboard ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void PcTableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!hasFocus()) {
        return;
    }
    // The row that the keys act on, or the whole while there is none.
    QRect ring = viewport()->rect();
    if (const QModelIndex index = currentIndex(); index.isValid()) {
        ring = QRect(0, rowViewportPosition(index.row()), viewport()->width(), rowHeight(index.row()));
    }
    QPainter painter(viewport());
    paintFocusRing(&painter, ring, space::radiusSmall, Tokens::of(this).accent);
}

void PcTableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void PcTableView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

} // namespace pc::views
