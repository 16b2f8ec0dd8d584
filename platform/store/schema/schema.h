// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/migrations.h"

#include <functional>

namespace pc::platform {

/// The list of schema steps of this program; those of the full-text index are in the engine's own words.
[[nodiscard]] std::vector<Migration> migrations(const Dialect &dialect);
/// A bulk load of the audit log drops its indexes first and makes them again at the end: sorting beats a
/// million insertions. `step` is called before each that is made.
void dropAuditIndexes(Tx &tx);
void makeAuditIndexes(Tx &tx, const std::function<void()> &step);

/// Brings the schema up to date in one transaction, and sets whose rows jobs with this Tx write. What an
/// older release wrote is the rows of `node`. Throws as the other migrate() does.
void migrate(Tx &tx, const QString &node);

} // namespace pc::platform
