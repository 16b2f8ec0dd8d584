// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/tx.h"

#include <QStringList>

#include <vector>

namespace pc::platform {

/// One step of the schema. Steps are only ever added, with the next number; a step that was shipped never
/// changes (its checksum is kept in the database, and a difference stops the start).
struct Migration
{
    int version;
    const char *name;
    QStringList statements;       ///< portable, with the placeholders of Dialect::schemaText()
    void (*code)(Tx &) = nullptr; ///< what statements cannot say; runs behind them in the same transaction
};

/// Carries out what of the list the database does not have yet, in the list's order and in one transaction.
/// Throws SqlFailure with Corrupt when the database was made by a newer program or by a different schema.
void migrate(Tx &tx, const std::vector<Migration> &list);

/// False in a database that only releases before this step have opened, as `verify` may read one.
[[nodiscard]] bool isCarriedOut(Tx &tx, int version);

} // namespace pc::platform
