// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/spreadsheet_text.h"

#include <QDateTime>
#include <QStringList>

#include <optional>
#include <span>

namespace pc::models {

/// A column of a file that programs read: the name of the member in the service's JSON, and the value as it
/// stands there.
template <typename T>
struct ExportColumn
{
    const char *name;
    QString (*text)(const T &);
    bool isNumber = false; ///< digits, or nothing: it needs no quotes
};

/// With its line end (RFC 4180).
template <typename T>
[[nodiscard]] QByteArray csvHeadOf(std::span<const ExportColumn<T>> columns)
{
    QStringList cells;
    for (const ExportColumn<T> &column : columns)
        cells.append(rules::csvField(QString::fromLatin1(column.name)));
    return (cells.join(u',') + QStringLiteral("\r\n")).toUtf8();
}

template <typename T>
[[nodiscard]] QByteArray csvLineOf(std::span<const ExportColumn<T>> columns, const T &row)
{
    QStringList cells;
    for (const ExportColumn<T> &column : columns)
        cells.append(column.isNumber ? column.text(row) : rules::csvField(column.text(row)));
    return (cells.join(u',') + QStringLiteral("\r\n")).toUtf8();
}

/// ISO 8601 in UTC, with milliseconds; empty for none.
[[nodiscard]] inline QString exportTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}
[[nodiscard]] inline QString exportNumber(std::optional<qint64> number)
{
    return number ? QString::number(*number) : QString();
}

} // namespace pc::models
