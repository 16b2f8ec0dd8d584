// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "views/widgets/diff_table.h"

namespace pc::views {

/// Field changes as rows of a DiffTable. A list that changed is shown item by item: what went, what came, and
/// what stayed in one row that can be unfolded; also out of older events, which hold the whole list twice.
[[nodiscard]] QList<DiffRow> changeRows(const QList<FieldChange> &changes);

} // namespace pc::views
