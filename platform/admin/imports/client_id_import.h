// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/imports/import_request.h"

namespace pc::platform::imports {

[[nodiscard]] QStringList clientIdColumns();
/// Judges every row by what is stored: a client id is known by itself and its realm (docs/adr/0188).
[[nodiscard]] ImportPlan planClientIds(const WriteCall &call, const ImportTable &table, Tx &tx);

} // namespace pc::platform::imports
