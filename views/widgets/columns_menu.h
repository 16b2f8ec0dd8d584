// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace pc::views {

class PcTableView;

/// Opens under `anchor` which columns of a table are shown; those that have no room say so. The first column
/// stays.
void openColumnsMenu(PcTableView &table, QWidget &anchor);

} // namespace pc::views
