// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/imports/import_request.h"

namespace pc::platform::imports {

[[nodiscard]] QStringList partnerColumns();
/// Judges every row by what is stored: a partner is known by its short name.
[[nodiscard]] ImportPlan planPartners(const WriteCall &call, const ImportTable &table, Tx &tx);

} // namespace pc::platform::imports
