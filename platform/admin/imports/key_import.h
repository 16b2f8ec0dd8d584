// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/imports/import_request.h"

namespace pc::platform::imports {

[[nodiscard]] QStringList keyColumns();
/// Columns that would hold keys themselves.
[[nodiscard]] QStringList clearKeyColumns();
/// Judges every row by what is stored: a key is known by its hash and where it is sent.
[[nodiscard]] ImportPlan planKeys(const WriteCall &call, const ImportTable &table, Tx &tx);

} // namespace pc::platform::imports
