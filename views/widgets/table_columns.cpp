// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/table_columns.h"

#include <algorithm>

namespace pc::views {

namespace {

/// The column that gives way first: the last one of the highest priority number; -1 when none may.
qsizetype victimOf(const QList<ColumnSpec> &columns)
{
    qsizetype victim = -1;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (columns.at(i).priority > 0 &&
            (victim < 0 || columns.at(i).priority >= columns.at(victim).priority)) {
            victim = i;
        }
    }
    return victim;
}

} // namespace

ColumnLayout layOutColumns(QList<ColumnSpec> columns, int room)
{
    ColumnLayout layout;
    int needed = 0;
    for (const ColumnSpec &spec : std::as_const(columns)) {
        needed += spec.minimum;
    }
    while (needed > room && columns.size() > 1) {
        const qsizetype victim = victimOf(columns);
        if (victim < 0) {
            break;
        }
        needed -= columns.at(victim).minimum;
        columns.removeAt(victim);
        ++layout.squeezed;
    }
    int flex = 0;
    for (const ColumnSpec &spec : std::as_const(columns)) {
        flex += spec.flex;
    }
    const int spare = std::max(0, room - needed);
    int left = spare;
    layout.tight = needed > room && room > 0;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const ColumnSpec &spec = columns.at(i);
        int extra = flex > 0 ? spare * spec.flex / flex : 0;
        if (i + 1 == columns.size()) {
            extra = left;
        }
        left -= extra;
        int width = spec.minimum + std::max(0, extra);
        if (layout.tight) {
            width = width * room / needed;
        }
        layout.widths.insert(spec.column, std::max(24, width));
    }
    return layout;
}

} // namespace pc::views
