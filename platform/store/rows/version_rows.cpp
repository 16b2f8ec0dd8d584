// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/version_rows.h"

#include "platform/store/rows/doc.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/row_write.h"

namespace pc::platform::version_rows {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<QString> text{*this, u"doc"};
} document;

QList<ApiVersion> read(Statement row)
{
    QList<ApiVersion> list;
    while (row.next())
        list.append(decodeDoc<ApiVersion>(document.text(row)));
    return list;
}

} // namespace

QList<ApiVersion> all(Tx &tx)
{
    return read(
        tx.query(u"SELECT "_s + document.selected() + u" FROM api_versions ORDER BY api_id, path_prefix"_s));
}

QList<ApiVersion> ofApi(Tx &tx, const QString &apiId)
{
    Statement row = tx.query(u"SELECT "_s + document.selected() +
                             u" FROM api_versions WHERE api_id = ? ORDER BY path_prefix"_s);
    row.bind(apiId);
    return read(std::move(row));
}

std::optional<ApiVersion> find(Tx &tx, const QString &apiId, const QString &id)
{
    Statement row =
        tx.query(u"SELECT "_s + document.selected() + u" FROM api_versions WHERE id = ? AND api_id = ?"_s);
    row.bind(id).bind(apiId);
    const QList<ApiVersion> found = read(std::move(row));
    return found.isEmpty() ? std::nullopt : std::optional(found.constFirst());
}

void put(Tx &tx, const ApiVersion &version)
{
    ApiVersion stored = version;
    stored.routes = 0;
    stored.partners30d = 0;
    stored.calls30d = 0;
    RowWrite(u"api_versions"_s)
        .key(u"id"_s, version.id)
        .once(u"api_id"_s, version.apiId)
        .set(u"path_prefix"_s, version.pathPrefix)
        .set(u"doc"_s, encodeDoc(stored))
        .put(tx);
}

void remove(Tx &tx, const QString &id)
{
    tx.query(u"DELETE FROM api_versions WHERE id = ?"_s).bind(id).exec();
}

} // namespace pc::platform::version_rows
