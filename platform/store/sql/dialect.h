// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/interruption.h"
#include "platform/store/sql/prepared.h"
#include "platform/store/sql/sql_failure.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

class QSqlDatabase;
class QSqlError;
class QSqlQuery;

namespace pc::platform {

/// Everything that differs between SQL engines, as a value that a transaction carries (Tx::dialect()). SQL in
/// store/rows, store/audit, store/history and store/schema is kept to what SQLite 3.40 and PostgreSQL 15 both
/// take: ON CONFLICT, positional parameters, BIGINT, TEXT, and the placeholders of schemaText().
///
/// One object for each engine, without a state of its own and older than every connection; used from any
/// thread.
class Dialect
{
public:
    Dialect() = default;
    virtual ~Dialect() = default;
    Dialect(const Dialect &) = delete;
    Dialect &operator=(const Dialect &) = delete;

    /// Replaces {blob} (type for bytes), {rowid} (type of a 64-bit primary key) and {clustered} (suffix of a
    /// table that is kept in the order of its key).
    [[nodiscard]] virtual QString schemaText(QString sql) const = 0;
    /// Begins a transaction that reads only.
    [[nodiscard]] virtual QString beginRead() const = 0;
    /// Begins a write transaction, which has its place in the order of all writes from here on: it never
    /// fails later because another one came first.
    [[nodiscard]] virtual QString beginWrite() const = 0;
    [[nodiscard]] virtual StoreError errorOf(const QSqlError &error) const = 0;
    /// What the engine makes of a query that is prepared; its database is `database`.
    [[nodiscard]] virtual std::unique_ptr<Prepared> prepared(const QSqlDatabase &database,
                                                             std::unique_ptr<QSqlQuery> query) const = 0;
    /// See Interruption.
    [[nodiscard]] virtual std::unique_ptr<Interruption> interrupt(const QSqlDatabase &database,
                                                                  std::function<bool()> over) const = 0;

    /// Triggers that mark a partner in `partner_marks` with the next number whenever what the list of
    /// partners asks changes: its row, its figures, and when its credentials expire.
    [[nodiscard]] virtual QStringList partnerMarks() const = 0;

    /// The full-text index over audit events of schema step 5, which cut words by itself.
    [[nodiscard]] virtual QStringList searchSchema() const = 0;
    /// The index that replaces it: it takes the words that searchDocument() cuts (contract/rules/fold.h).
    [[nodiscard]] virtual QStringList wordSchema() const = 0;
    /// The same, emptied: what it holds was cut before words that signs bind were pairs too.
    [[nodiscard]] virtual QStringList wordSchemaAnew() const = 0;
    /// Events of the log whose words stand together in the index: a search gathers those of one such part at
    /// a time, whatever its words, and begins with any of them.
    static constexpr qint64 searchPart = qint64{1} << 16;
    /// A text as the index takes it, of the event of that index.
    [[nodiscard]] virtual QString searchDocument(const QString &text, qint64 index) const = 0;
    /// Adds one document; parameters: event index, searchDocument().
    [[nodiscard]] virtual QString searchInsert() const = 0;
    /// Indexes of the events that match, from one to before another within one part, in any order;
    /// parameters: searchMatch(), and the two.
    [[nodiscard]] virtual QString searchSelect() const = 0;
    /// Every word (pc::rules::queryWords) as a prefix, in the part that this index stands in.
    [[nodiscard]] virtual QString searchMatch(const QStringList &words, qint64 index) const = 0;
};

} // namespace pc::platform
