// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/dump_line.h"

class QAbstractItemView;

namespace pc::test {

/// How a table or list behaves, and of which columns it is made.
void dumpView(const QAbstractItemView &view, Line &line);

/// The first rows, cell by cell: what is written, what is spoken where that is something else, what a tip
/// says.
void dumpCells(const QAbstractItemView &view, const QString &indent, QStringList *lines);

} // namespace pc::test
