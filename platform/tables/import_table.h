// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace pc::platform {

/// A file of rows and named columns, as texts.
struct ImportTable
{
    struct Row
    {
        int line = 0;                  ///< of the file, from 1; in JSON: which entry
        QHash<QString, QString> cells; ///< by column; empty cells are left out
    };
    QStringList columns; ///< lower case, as the file names them
    QList<Row> rows;
};

/// Why a file is no such table; never repeats what stands there, as that may be a secret.
struct TableFault
{
    int line = 0; ///< 0: of none
    QString reason;
};
using ReadTable = tl::expected<ImportTable, TableFault>;

/// What separates the entries of a list in one cell.
inline constexpr char16_t listSeparator = u'|';

/// Limits of both: more is a fault.
inline constexpr int mostColumns = 64;
inline constexpr qsizetype longestCell = 8192; // characters

/// CSV as spreadsheets write it: UTF-8 with or without a mark, `,` or `;` or tabs (the first line says
/// which, also as `sep=;` before the others), quotes, CRLF. The first line names the columns; one without a
/// name at its end is none. An apostrophe before `=`, `+`, `-` or `@` keeps a
/// spreadsheet from computing and is dropped; a cell that is a formula is a fault.
[[nodiscard]] ReadTable readCsvTable(const QByteArray &bytes, int mostRows);
/// `{"<member>": [{"column": value, …}, …]}`; a value is a text, a number, a list of texts (of one, in a
/// column that has no lists), or null, which says as little as an empty cell. A fault names one of the known
/// `columns` only: anything else may be a secret.
[[nodiscard]] ReadTable readJsonTable(const QByteArray &bytes, const QString &member,
                                      const QStringList &columns, int mostRows);

/// The entries of a list in one cell: what stands between the separators, or, where there is none, between
/// commas and semicolons.
[[nodiscard]] QStringList listIn(const QString &cell);

} // namespace pc::platform
