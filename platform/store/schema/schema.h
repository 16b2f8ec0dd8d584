// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/migrations.h"

namespace pc::platform {

/// The list of schema steps of this program.
[[nodiscard]] std::vector<Migration> migrations();
/// The statements of the step "audit indexes": a bulk load drops them first and makes them again at the end.
[[nodiscard]] QStringList auditIndexes();

/// Brings the schema up to date in one transaction; throws as the other migrate() does.
void migrate(Tx &tx);

} // namespace pc::platform
