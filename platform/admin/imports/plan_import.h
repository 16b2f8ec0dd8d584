// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/imports/import_request.h"

namespace pc::platform::imports {

[[nodiscard]] QStringList planColumns();
/// Judges every row by what is stored: a plan is known by its name, whatever the case.
[[nodiscard]] ImportPlan planPlans(const WriteCall &call, const ImportTable &table, Tx &tx);

} // namespace pc::platform::imports
