// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QTableView;

namespace pc::views {

/// Rows of a table (visible columns) as tab-separated text.
[[nodiscard]] QString rowsAsTsv(const QTableView &table, const QList<int> &rows);
/// The same as an HTML table.
[[nodiscard]] QString rowsAsHtml(const QTableView &table, const QList<int> &rows);

} // namespace pc::views
