// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/insert_text.h"
#include "platform/store/sql/tx.h"

#include <QStringList>
#include <QVariantList>

namespace pc::platform {

/// One row as it is written: each column beside its value, so that nothing has to be counted. Table, columns
/// and expressions are constants of the program; values only ever travel as parameters:
///
///     RowWrite(u"plans"_s).key(u"id"_s, plan.id).set(u"name"_s, plan.name).put(tx);
class RowWrite
{
public:
    explicit RowWrite(const QString &table) : m_table(table) {}

    /// Names the row, alone or with other keys: a unique index of the table has just these columns.
    template <typename T>
    RowWrite &key(const QString &column, const T &value)
    {
        m_keys.append(column);
        return add(column, Statement::stored(value));
    }
    /// Written with the row, and kept whatever is written of it later.
    template <typename T>
    RowWrite &once(const QString &column, const T &value)
    {
        return add(column, Statement::stored(value));
    }
    /// Written with the row, and again whenever it is.
    template <typename T>
    RowWrite &set(const QString &column, const T &value)
    {
        return merge(column, value, insert_text::excluded(column));
    }
    /// As set(), but what a later put() leaves is this expression: of `excluded.column`, the value here, and
    /// `table.column`, the one that is stored.
    template <typename T>
    RowWrite &merge(const QString &column, const T &value, const QString &expression)
    {
        m_changing.append(column);
        m_expressions.append(expression);
        return add(column, Statement::stored(value));
    }

    /// A new row. Throws SqlFailure when there is one of these keys.
    void insert(Tx &tx) const;
    /// A new row unless there is one of these keys; false then, and nothing is written.
    bool insertOrKeep(Tx &tx) const;
    /// A new row, or these values for the one that is there.
    void put(Tx &tx) const;
    /// These values, without `once`, for the row of these keys; false when there is none.
    bool update(Tx &tx) const;

private:
    RowWrite &add(const QString &column, QVariant value);
    int run(Tx &tx, const QString &onConflict) const;

    QString m_table;
    QStringList m_columns;
    QVariantList m_values; ///< of m_columns
    QStringList m_keys;
    QStringList m_changing;
    QStringList m_expressions; ///< of m_changing
};

} // namespace pc::platform
