// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/row_names.h"

#include "platform/store/rows/api_rows.h"
#include "platform/store/rows/network_rows.h"
#include "platform/store/rows/observation_rows.h"
#include "platform/store/rows/version_rows.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/migrations.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

struct Named
{
    const char16_t *table;
    const char16_t *key; ///< its column, and the member of the document
    int schemaStep;      ///< that brought the table
};
constexpr int parties = 1;
constexpr Named named[]{
    {u"partners", u"id", parties},
    {u"grants", u"partner_id", parties},
    {u"scopes", u"name", parties},
    {u"plans", u"id", parties},
    {u"routes", u"id", parties},
    {u"apis", u"id", api_rows::schemaStep},
    {u"networks", u"partner_id", network_rows::schemaStep},
    {u"observations", u"id", observation_rows::schemaStep},
    {u"api_versions", u"id", version_rows::schemaStep},
};

const struct : Columns
{
    Column<QString> key{*this, u"key"};
    Column<QString> doc{*this, u"doc"};
} keyed;

} // namespace

QString misnamedRow(Tx &tx)
{
    for (const Named &each : named) {
        if (!isCarriedOut(tx, each.schemaStep))
            continue;
        const QString key = QString::fromUtf16(each.key);
        const QString table = QString::fromUtf16(each.table);
        // house: sql — tables and columns are constants of the program
        Statement row = tx.queryOnce(u"SELECT "_s + keyed.selected() + u" FROM (SELECT "_s + key +
                                     u" AS key, doc FROM "_s + table + u") documents"_s);
        while (row.next()) {
            const QJsonObject doc = QJsonDocument::fromJson(keyed.doc(row).toUtf8()).object();
            if (doc.value(key).toString() != keyed.key(row))
                return table + u' ' + keyed.key(row);
        }
    }
    return {};
}

} // namespace pc::platform
