// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/sql_failure.h"

#include <QString>
#include <QStringList>

class QSqlDatabase;
class QSqlError;

/// Everything that differs between SQL engines. SQL elsewhere is kept to what SQLite 3.40 and PostgreSQL 15
/// both take: ON CONFLICT, positional parameters, BIGINT, TEXT, and {blob} in migrations.
namespace pc::platform::dialect {

/// Replaces {blob} (type for bytes), {rowid} (type of a 64-bit primary key) and {clustered} (suffix of a
/// table that is kept in the order of its key).
[[nodiscard]] QString schemaText(QString sql);
/// The full-text index over audit events of schema step 5, which cut words by itself.
[[nodiscard]] QStringList searchSchema();
/// The index that replaces it: it takes the words that searchDocument() cuts (contract/rules/fold.h).
[[nodiscard]] QStringList wordSchema();
/// The same, emptied: what it holds was cut before words that signs bind were pairs too.
[[nodiscard]] QStringList wordSchemaAnew();
/// A text as the index takes it: folded words with spaces between.
[[nodiscard]] QString searchDocument(const QString &text);
/// Adds one document; parameters: event index, searchDocument().
[[nodiscard]] QString searchInsert();
/// A condition on column `idx` with one parameter, the match expression of searchMatch().
[[nodiscard]] QString searchCondition();
/// Every word of `text` as a prefix; empty when it has no word.
[[nodiscard]] QString searchMatch(const QString &text);
/// Empties the write-ahead log, so that deleted bytes do not stay in it.
[[nodiscard]] QString truncateLog();
/// Settings of a fresh connection. `bulk`: for a private file that is renamed when complete, so it needs no
/// log and no sync until then.
[[nodiscard]] QStringList connectionSettings(bool bulk);
/// A write transaction that takes its lock at once (a deferred one fails when it upgrades behind another
/// writer).
[[nodiscard]] QString beginWrite();
[[nodiscard]] StoreError errorOf(const QSqlError &error);

} // namespace pc::platform::dialect
