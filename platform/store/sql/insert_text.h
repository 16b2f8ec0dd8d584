// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// The text by which a row is written, for RowWrite and RowColumns. Tables, columns and expressions are
/// constants of the program.
namespace pc::platform::insert_text {

/// With a place for each column. Fails where there is a row of these keys.
[[nodiscard]] QString insert(const QString &table, const QStringList &columns);
/// Behind insert(): leaves the row of these keys alone.
[[nodiscard]] QString orKeep(const QStringList &keys);
/// Behind insert(): changes the row of these keys by "column = expression".
[[nodiscard]] QString orSet(const QStringList &keys, const QStringList &changes);
/// The value that the row would have been inserted with, in an expression.
[[nodiscard]] inline QString excluded(const QString &column)
{
    return u"excluded." + column;
}

} // namespace pc::platform::insert_text
