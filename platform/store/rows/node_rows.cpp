// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/node_rows.h"

#include "platform/store/rows/admin_rows.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/row_write.h"

namespace pc::platform::node_rows {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<qint64> number{*this, u"number"};
    Column<QString> id{*this, u"id"};
    Column<qint64> calls{*this, u"calls"};
    Column<qint64> sealed{*this, u"sealed"};
} columns;

void insert(Tx &tx, const NodeRow &node)
{
    RowWrite(u"nodes"_s)
        .key(u"number"_s, node.number)
        .once(u"id"_s, node.id)
        .once(u"calls"_s, node.calls)
        .once(u"sealed"_s, node.sealed)
        .insert(tx);
}

qint64 numberIn(Tx &tx, const QString &sql)
{
    Statement row = tx.query(sql);
    return only<qint64>(row).value_or(0);
}

} // namespace

qint64 enter(Tx &tx, const QString &id)
{
    {
        Statement row = tx.query(u"SELECT number FROM nodes WHERE id = ?"_s);
        row.bind(id);
        if (const auto number = only<qint64>(row))
            return *number;
    }
    const qint64 newest = numberIn(tx, u"SELECT MAX(number) FROM nodes"_s);
    const NodeRow node{newest + 1, id, 0, 0};
    insert(tx, node);
    return node.number;
}

QList<NodeRow> all(Tx &tx)
{
    QList<NodeRow> list;
    Statement row = tx.query(u"SELECT "_s + columns.selected() + u" FROM nodes ORDER BY number"_s);
    while (row.next())
        list.append({columns.number(row), columns.id(row), columns.calls(row), columns.sealed(row)});
    return list;
}

qint64 unsealed(Tx &tx)
{
    return numberIn(tx, u"SELECT SUM(calls - sealed) FROM nodes"_s);
}

qint64 countedCalls(Tx &tx)
{
    Statement row = tx.query(u"SELECT calls FROM nodes WHERE number = ?"_s);
    row.bind(tx.node().number);
    return only<qint64>(row).value_or(0);
}

void putCountedCalls(Tx &tx, qint64 nodeSeq)
{
    tx.query(u"UPDATE nodes SET calls = ? WHERE number = ?"_s).bind(nodeSeq).bind(tx.node().number).exec();
}

void putSealed(Tx &tx, const QString &id, qint64 nodeSeq)
{
    tx.query(u"UPDATE nodes SET sealed = ? WHERE id = ?"_s).bind(nodeSeq).bind(id).exec();
}

void adopt(Tx &tx)
{
    const QString mark = u"calls_sealed"_s; // row of meta: sealed up to this place of the table's own order
    const qint64 sealed = meta_rows::value(tx, mark).toLongLong();
    const qint64 newest = numberIn(tx, u"SELECT MAX(seq) FROM calls"_s);
    insert(tx, {1, tx.node().id, std::max(newest, sealed), sealed});
    // What is sealed is never asked for by its place again: only what waits gets one, so this stays small.
    tx.query(u"UPDATE calls SET node_seq = seq WHERE seq > ?"_s).bind(sealed).exec();
    meta_rows::remove(tx, mark);
}

} // namespace pc::platform::node_rows
