// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/insert_text.h"
#include "platform/store/sql/tx.h"

#include <QStringList>

namespace pc::platform {

/// Rows of one shape that are written by the thousand: as RowWrite, each column beside its value, but the
/// statement is made once and values are bound where they go. A struct of WrittenColumn members that derives
/// from this; table and columns are constants of the program:
///
///     struct CallColumns : RowColumns
///     {
///         CallColumns() : RowColumns(u"calls") {}
///         WrittenColumn<QString> id{*this, u"id", Written::Key};
///         WrittenColumn<qint64> micros{*this, u"micros"};
///     };
///     const CallColumns written;
///     Statement row = tx.query(written.insertOrKeep());
///     for (const CallRecord &call : calls) {
///         written.id(row, call.id);
///         written.micros(row, call.micros);
///         row.exec();
///     }
class RowColumns
{
public:
    RowColumns(const RowColumns &) = delete;
    RowColumns &operator=(const RowColumns &) = delete;

    /// A new row. exec() throws SqlFailure when there is one of these keys.
    [[nodiscard]] QString insert() const;
    /// A new row unless there is one of these keys: exec() gives 0 then, and nothing is written.
    [[nodiscard]] QString insertOrKeep() const;
    /// A new row, or these values for the one that is there.
    [[nodiscard]] QString put() const;

protected:
    explicit RowColumns(QStringView table) : m_table(table.toString()) {}

private:
    template <typename T>
    friend class WrittenColumn;
    int add(QStringView column);

    QString m_table;
    QStringList m_columns;
    QStringList m_keys;
    QStringList m_changes; ///< "column = expression"
};

/// As the functions of RowWrite are called.
enum class Written { Key, Once, Set };

/// One of them, with values of T. Every column is bound anew for each row.
template <typename T>
class WrittenColumn
{
public:
    WrittenColumn(RowColumns &row, QStringView column, Written written = Written::Once)
        : m_place(row.add(column))
    {
        if (written == Written::Key)
            row.m_keys.append(column.toString());
        else if (written == Written::Set)
            row.m_changes.append(column.toString() + u" = " + insert_text::excluded(column.toString()));
    }
    /// RowWrite::merge().
    WrittenColumn(RowColumns &row, QStringView column, QStringView expression) : m_place(row.add(column))
    {
        row.m_changes.append(column.toString() + u" = " + expression.toString());
    }
    void operator()(Statement &row, const T &value) const { row.bindAt(m_place, value); }

private:
    int m_place;
};

} // namespace pc::platform
