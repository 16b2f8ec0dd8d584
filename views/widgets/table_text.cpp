// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/table_text.h"

#include "contract/rules/spreadsheet_text.h"

#include <QTableView>

namespace pc::views {

namespace {

QString cellText(const QModelIndex &index)
{
    QString text = index.data(Qt::DisplayRole).toString();
    for (const QChar separator : {u'\t', u'\n', u'\r'})
        text.replace(separator, QLatin1Char(' '));
    return rules::spreadsheetSafe(text);
}

} // namespace

QString rowsAsTsv(const QTableView &table, const QList<int> &rows)
{
    QStringList lines;
    for (const int row : rows) {
        QStringList cells;
        for (int column = 0; column < table.model()->columnCount(); ++column) {
            if (!table.isColumnHidden(column)) {
                cells.append(cellText(table.model()->index(row, column)));
            }
        }
        lines.append(cells.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n'));
}

QString rowsAsHtml(const QTableView &table, const QList<int> &rows)
{
    QString html = QStringLiteral("<table>");
    for (const int row : rows) {
        html += QStringLiteral("<tr>");
        for (int column = 0; column < table.model()->columnCount(); ++column) {
            if (!table.isColumnHidden(column)) {
                html += QStringLiteral("<td>") + cellText(table.model()->index(row, column)).toHtmlEscaped() +
                        QStringLiteral("</td>");
            }
        }
        html += QStringLiteral("</tr>");
    }
    return html + QStringLiteral("</table>");
}

} // namespace pc::views
