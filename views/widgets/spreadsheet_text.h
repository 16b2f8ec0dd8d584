// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pc::views {

/// A text that a spreadsheet shows and never runs (CWE-1236): an apostrophe stands before what would begin a
/// formula, at the start of the text and after each separator in it, because a spreadsheet may cut cells at
/// semicolons, tabs or lines whatever the file's own separator is. Nothing else is changed.
[[nodiscard]] QString spreadsheetSafe(const QString &text);

} // namespace pc::views
