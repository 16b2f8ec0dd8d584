// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>

namespace pc::views {

/// How a column takes part in the width. Widths in pixels at 100 % text.
struct ColumnSpec
{
    int column = 0;
    int minimum = 80; ///< more where its heading, or what its delegate knows of its words, needs more
    int flex = 0;     ///< share of the room that is left; 0 keeps the minimum
    int priority = 0; ///< 0 never hides; the highest hides first when the table is narrow
};

/// The columns that are shown, and how wide, in pixels.
struct ColumnLayout
{
    QMap<int, int> widths;
    int squeezed = 0;   ///< columns that found no room
    bool tight = false; ///< the room is less than what is left needs at least: all are narrowed
};

/// Shares `room` between the columns; those of the highest priority number give way first. All in pixels, the
/// columns' minimum too. Pure.
[[nodiscard]] ColumnLayout layOutColumns(QList<ColumnSpec> columns, int room);

} // namespace pc::views
