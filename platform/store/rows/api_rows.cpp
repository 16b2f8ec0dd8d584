// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/api_rows.h"

#include "platform/store/rows/doc.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/row_write.h"

#include <QJsonArray>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace api_rows {

namespace {

const struct : Columns
{
    Column<QString> doc{*this, u"doc"};
    Column<qint64> routes{*this, u"(SELECT COUNT(*) FROM routes r WHERE r.api_id = apis.id)"};
    Column<qint64> scopes{*this, u"(SELECT COUNT(*) FROM scopes s WHERE s.api_id = apis.id)"};
} columns;

Api read(const Statement &row)
{
    Api api = decodeDoc<Api>(columns.doc(row));
    api.routes = static_cast<int>(columns.routes(row));
    api.scopes = static_cast<int>(columns.scopes(row));
    return api;
}

const struct : Columns
{
    Column<QString> key{*this, u"key"};
    Column<QString> doc{*this, u"doc"};
} keyed;

/// Writes the API into documents of before there were any. `from`: FROM and the table.
void adopt(Tx &tx, const QString &from, const QString &update, const QString &apiId)
{
    QList<std::pair<QString, QString>> docs;
    {
        // house: sql — both tables are named below
        Statement row = tx.queryOnce(u"SELECT "_s + keyed.selected() + from);
        while (row.next()) {
            QJsonObject doc = QJsonDocument::fromJson(keyed.doc(row).toUtf8()).object();
            doc.insert(u"api_id"_s, apiId);
            docs.append(
                {keyed.key(row), QString::fromUtf8(QJsonDocument(doc).toJson(QJsonDocument::Compact))});
        }
    }
    for (const auto &[key, doc] : docs)
        tx.query(update).bind(doc).bind(key).exec();
}

} // namespace

QList<Api> all(Tx &tx)
{
    QList<Api> list;
    Statement row = tx.query(u"SELECT "_s + columns.selected() + u" FROM apis ORDER BY created_at, id"_s);
    while (row.next())
        list.append(read(row));
    return list;
}

std::optional<Api> find(Tx &tx, const QString &id)
{
    Statement row = tx.query(u"SELECT "_s + columns.selected() + u" FROM apis WHERE id = ?"_s);
    row.bind(id);
    return row.next() ? std::optional(read(row)) : std::nullopt;
}

void put(Tx &tx, const Api &api)
{
    Api stored = api;
    stored.routes = 0;
    stored.scopes = 0;
    RowWrite(u"apis"_s)
        .key(u"id"_s, api.id)
        .once(u"created_at"_s, api.createdAt)
        .set(u"version"_s, api.version)
        .set(u"doc"_s, encodeDoc(stored))
        .put(tx);
}

void remove(Tx &tx, const QString &id)
{
    tx.query(u"DELETE FROM routes WHERE api_id = ?"_s).bind(id).exec();
    tx.query(u"DELETE FROM scopes WHERE api_id = ?"_s).bind(id).exec();
    tx.query(u"DELETE FROM revisions WHERE api_id = ?"_s).bind(id).exec();
    tx.query(u"DELETE FROM descriptions WHERE sha256 NOT IN (SELECT sha256 FROM revisions)"_s).exec();
    tx.query(u"DELETE FROM api_versions WHERE api_id = ?"_s).bind(id).exec();
    tx.query(u"DELETE FROM apis WHERE id = ?"_s).bind(id).exec();
}

void adoptDemo(Tx &tx)
{
    Statement routes = tx.queryOnce(u"SELECT COUNT(*) FROM routes"_s);
    if (only<qint64>(routes).value_or(0) == 0) // a fresh store gets it with everything else
        return;
    Api demo;
    demo.id = u"api_demo"_s;
    demo.name = u"Demo API"_s;
    demo.basePath = u"/api/v1"_s;
    demo.version = 1;
    demo.createdAt = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    demo.updatedAt = demo.createdAt;
    demo.updatedBy = u"platform"_s;
    put(tx, demo);
    adopt(tx, u" FROM (SELECT id AS key, doc FROM routes) documents"_s,
          u"UPDATE routes SET doc = ? WHERE id = ?"_s, demo.id);
    adopt(tx, u" FROM (SELECT name AS key, doc FROM scopes) documents"_s,
          u"UPDATE scopes SET doc = ? WHERE name = ?"_s, demo.id);
}

} // namespace api_rows

namespace revision_rows {

namespace {

const struct : Columns
{
    Column<QString> doc{*this, u"doc"};
} values;

const struct : Columns
{
    Column<QString> doc{*this, u"doc"};
    Column<QByteArray> operations{*this, u"operations"};
    Column<QByteArray> routes{*this, u"routes"};
} rows;

QByteArray packed(const QList<Route> &routes)
{
    QJsonArray list;
    for (const Route &each : routes)
        list.append(toJson(each));
    return qCompress(QJsonDocument(list).toJson(QJsonDocument::Compact), 6);
}

QList<Route> unpacked(const QByteArray &bytes)
{
    QList<Route> routes;
    const QJsonArray list = QJsonDocument::fromJson(qUncompress(bytes)).array();
    routes.reserve(list.size());
    for (const QJsonValue &each : list) {
        auto route = fromJson<Route>(each);
        if (!route)
            throw SqlFailure({StoreError::Kind::Corrupt, u"a revision holds a route that is none"_s});
        routes.append(std::move(*route));
    }
    return routes;
}

RowWrite writeOf(const CatalogueRevision &revision)
{
    RowWrite write(u"revisions"_s);
    write.key(u"id"_s, revision.id)
        .once(u"api_id"_s, revision.apiId)
        .once(u"created_at"_s, revision.createdAt)
        .once(u"sha256"_s, revision.sha256)
        .set(u"state"_s, toText(revision.state))
        .set(u"doc"_s, encodeDoc(revision));
    return write;
}

} // namespace

namespace {

void dropUnnamed(Tx &tx)
{
    tx.query(u"DELETE FROM descriptions WHERE sha256 NOT IN (SELECT sha256 FROM revisions)"_s).exec();
}

} // namespace

void put(Tx &tx, const RevisionRow &row)
{
    writeOf(row.value).set(u"operations"_s, row.operations).set(u"routes"_s, packed(row.routes)).put(tx);
}

void putValue(Tx &tx, const CatalogueRevision &revision)
{
    (void)writeOf(revision).update(tx);
}

std::optional<RevisionRow> find(Tx &tx, const QString &apiId, const QString &id)
{
    Statement row =
        tx.query(u"SELECT "_s + rows.selected() + u" FROM revisions WHERE id = ? AND api_id = ?"_s);
    row.bind(id).bind(apiId);
    if (!row.next())
        return {};
    return RevisionRow{decodeDoc<CatalogueRevision>(rows.doc(row)), rows.operations(row),
                       unpacked(rows.routes(row))};
}

QList<CatalogueRevision> newest(Tx &tx, const QString &apiId, int most)
{
    QList<CatalogueRevision> list;
    Statement row = tx.query(u"SELECT "_s + values.selected() +
                             u" FROM revisions WHERE api_id = ? ORDER BY created_at DESC, id DESC LIMIT ?"_s);
    row.bind(apiId).bind(most);
    while (row.next())
        list.append(decodeDoc<CatalogueRevision>(values.doc(row)));
    return list;
}

void keepNewest(Tx &tx, const QString &apiId, int proposals, int replaced)
{
    for (const auto &[state, most] :
         {std::pair(RevisionState::Proposed, proposals), std::pair(RevisionState::Replaced, replaced)}) {
        tx.query(u"DELETE FROM revisions WHERE api_id = ? AND state = ? AND id NOT IN (SELECT id FROM "
                 "revisions WHERE api_id = ? AND state = ? ORDER BY created_at DESC, id DESC LIMIT ?)"_s)
            .bind(apiId)
            .bind(toText(state))
            .bind(apiId)
            .bind(toText(state))
            .bind(most)
            .exec();
    }
    dropUnnamed(tx);
}

void remove(Tx &tx, const QString &id)
{
    tx.query(u"DELETE FROM revisions WHERE id = ?"_s).bind(id).exec();
    dropUnnamed(tx);
}

qint64 keptBytes(Tx &tx)
{
    Statement revisions = tx.query(u"SELECT SUM(LENGTH(operations) + LENGTH(routes)) FROM revisions"_s);
    Statement descriptions = tx.query(u"SELECT SUM(LENGTH(bytes)) FROM descriptions"_s);
    return only<qint64>(revisions).value_or(0) + only<qint64>(descriptions).value_or(0);
}

void putDescription(Tx &tx, const QString &sha256, const QByteArray &bytes)
{
    (void)RowWrite(u"descriptions"_s).key(u"sha256"_s, sha256).set(u"bytes"_s, bytes).insertOrKeep(tx);
}

QByteArray description(Tx &tx, const QString &sha256)
{
    Statement row = tx.query(u"SELECT bytes FROM descriptions WHERE sha256 = ?"_s);
    row.bind(sha256);
    return only<QByteArray>(row).value_or(QByteArray());
}

} // namespace revision_rows

} // namespace pc::platform
