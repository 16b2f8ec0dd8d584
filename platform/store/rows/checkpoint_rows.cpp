// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/checkpoint_rows.h"

#include "platform/store/sql/columns.h"
#include "platform/store/sql/row_write.h"

namespace pc::platform::checkpoint_rows {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<qint64> size{*this, u"size"};
    Column<QByteArray> root{*this, u"root"};
    Column<QDateTime> at{*this, u"at"};
    Column<QByteArray> note{*this, u"note"};
} columns;

CheckpointRow read(const Statement &row)
{
    return {columns.size(row), columns.root(row), columns.at(row), columns.note(row)};
}

} // namespace

void put(Tx &tx, const CheckpointRow &row)
{
    RowWrite(u"checkpoints"_s)
        .key(u"size"_s, row.size)
        .once(u"root"_s, row.root)
        .once(u"at"_s, row.at)
        .once(u"note"_s, row.note)
        .insertOrKeep(tx);
}

std::optional<CheckpointRow> latest(Tx &tx)
{
    Statement row =
        tx.query(u"SELECT "_s + columns.selected() + u" FROM checkpoints ORDER BY size DESC LIMIT 1"_s);
    return row.next() ? std::optional(read(row)) : std::nullopt;
}

QList<CheckpointRow> all(Tx &tx)
{
    QList<CheckpointRow> list;
    Statement row = tx.query(u"SELECT "_s + columns.selected() + u" FROM checkpoints ORDER BY size"_s);
    while (row.next())
        list.append(read(row));
    return list;
}

QList<CheckpointRow> between(Tx &tx, qint64 least, qint64 most)
{
    QList<CheckpointRow> list;
    Statement row = tx.query(u"SELECT "_s + columns.selected() +
                             u" FROM checkpoints WHERE size >= ? AND size <= ? ORDER BY size"_s);
    row.bind(least).bind(most);
    while (row.next())
        list.append(read(row));
    return list;
}

void keepOnly(Tx &tx, const std::function<bool(const CheckpointRow &)> &keep)
{
    for (const CheckpointRow &row : all(tx)) {
        if (!keep(row))
            tx.query(u"DELETE FROM checkpoints WHERE size = ?"_s).bind(row.size).exec();
    }
}

} // namespace pc::platform::checkpoint_rows
