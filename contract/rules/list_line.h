// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

/// A list of texts as one line that people read and type: values between commas. A value that holds a comma,
/// begins with a quotation mark, or is bordered by white space stands in quotation marks, with a mark inside
/// doubled (as in RFC 4180 §2): `Board, "Meyer, Hans"`. Pure; both directions belong together.
namespace pc::rules {

/// One value as it stands in a line.
[[nodiscard]] QString listItem(const QString &value);
/// The whole line; listOf() gives back the very same list.
[[nodiscard]] QString listLine(const QStringList &values);

/// A value in quotation marks.
struct QuotedItem
{
    QString value;
    qsizetype end = 0; ///< of the comma behind it, or of the line
};
/// The one whose first mark stands at `from`; nothing when no last mark stands before a comma or the end.
[[nodiscard]] std::optional<QuotedItem> quotedItem(const QString &line, qsizetype from);

/// The values of a line, in its order, each without white space around it; nothing between two commas is no
/// value, `""` is an empty one. The Arabic comma (U+060C) separates too. A mark inside a value is an ordinary
/// character, and so is a pair at its beginning that closes before its end (`"Bob" Smith`). Nothing when a
/// quotation mark is left open: where the value ends is not known then.
[[nodiscard]] std::optional<QStringList> listOf(const QString &line);

} // namespace pc::rules
