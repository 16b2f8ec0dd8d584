// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Texts for files that spreadsheets open. Pure.
namespace pc::rules {

/// A text that a spreadsheet shows and never runs (CWE-1236): an apostrophe stands before what would begin a
/// formula, at the start of the text and after each separator in it, because a spreadsheet may cut cells at
/// semicolons, tabs or lines whatever the file's own separator is. Nothing else is changed.
[[nodiscard]] QString spreadsheetSafe(const QString &text);
/// One text as a CSV field (RFC 4180): always quoted, so that no separator of any country cuts it, and safe
/// in that sense.
[[nodiscard]] QString csvField(const QString &text);
/// What a CSV file in UTF-8 begins with: without it a spreadsheet takes it for the system's old code page.
inline constexpr char csvMark[] = "\xEF\xBB\xBF";

} // namespace pc::rules
