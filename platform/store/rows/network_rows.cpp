// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/network_rows.h"

#include "platform/store/rows/doc.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/row_write.h"

namespace pc::platform::network_rows {

using namespace Qt::StringLiterals;

NetworkRules find(Tx &tx, const QString &partnerId)
{
    Statement row = tx.query(u"SELECT doc FROM networks WHERE partner_id = ?"_s);
    row.bind(partnerId);
    if (const auto text = only<QString>(row))
        return decodeDoc<NetworkRules>(*text);
    NetworkRules none;
    none.partnerId = partnerId;
    return none;
}

QList<NetworkRules> all(Tx &tx)
{
    static const struct : Columns
    {
        Column<QString> doc{*this, u"doc"};
    } columns;
    QList<NetworkRules> list;
    Statement row = tx.query(u"SELECT "_s + columns.selected() + u" FROM networks ORDER BY partner_id"_s);
    while (row.next())
        list.append(decodeDoc<NetworkRules>(columns.doc(row)));
    return list;
}

void put(Tx &tx, const NetworkRules &rules)
{
    RowWrite(u"networks"_s)
        .key(u"partner_id"_s, rules.partnerId)
        .set(u"version"_s, rules.version)
        .set(u"doc"_s, encodeDoc(rules))
        .put(tx);
}

} // namespace pc::platform::network_rows
