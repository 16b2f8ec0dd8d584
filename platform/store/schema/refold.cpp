// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/schema/refold.h"

#include "contract/rules/fold.h"
#include "platform/store/sql/columns.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<QString> id{*this, u"id"};
    Column<QString> name{*this, u"name"};
} named;

/// `from`: FROM and the table.
void refold(Tx &tx, const QString &from, const QString &update)
{
    QList<std::pair<QString, QString>> names;
    {
        // house: sql — both tables are named below
        Statement row = tx.queryOnce(u"SELECT "_s + named.selected() + from);
        while (row.next())
            names.append({named.id(row), named.name(row)});
    }
    for (const auto &[id, name] : names)
        tx.query(update).bind(pc::rules::fold(name)).bind(id).exec();
}

} // namespace

void refoldNames(Tx &tx)
{
    refold(tx, u" FROM partners"_s, u"UPDATE partners SET name_key = ? WHERE id = ?"_s);
    refold(tx, u" FROM credentials"_s, u"UPDATE credentials SET name_key = ? WHERE id = ?"_s);
}

} // namespace pc::platform
