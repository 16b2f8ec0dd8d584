// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/catalogue_rows.h"

#include "platform/store/rows/doc.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/row_write.h"

namespace pc::platform::catalogue_rows {

using namespace Qt::StringLiterals;

namespace {

const struct : Columns
{
    Column<QString> text{*this, u"doc"};
} doc;

/// `from`: FROM and what follows.
template <typename T>
QList<T> docs(Tx &tx, const QString &from)
{
    QList<T> list;
    // house: sql — the tables are named below
    Statement row = tx.query(u"SELECT "_s + doc.selected() + from);
    while (row.next())
        list.append(decodeDoc<T>(doc.text(row)));
    return list;
}

/// Of a statement that selects one document at most.
template <typename T>
std::optional<T> onlyDoc(Statement &row)
{
    const auto text = only<QString>(row);
    return text ? std::optional(decodeDoc<T>(*text)) : std::nullopt;
}

} // namespace

QList<Scope> scopes(Tx &tx)
{
    return docs<Scope>(tx, u" FROM scopes ORDER BY name"_s);
}

QList<Route> routes(Tx &tx)
{
    return docs<Route>(tx, u" FROM routes ORDER BY path_template, method"_s);
}

QList<Plan> plans(Tx &tx)
{
    return docs<Plan>(tx, u" FROM plans ORDER BY name, id"_s);
}

std::optional<Plan> plan(Tx &tx, const QString &id)
{
    Statement row = tx.query(u"SELECT doc FROM plans WHERE id = ?"_s);
    row.bind(id);
    return onlyDoc<Plan>(row);
}

std::optional<Scope> scope(Tx &tx, const QString &name)
{
    Statement row = tx.query(u"SELECT doc FROM scopes WHERE name = ?"_s);
    row.bind(name);
    return onlyDoc<Scope>(row);
}

void removeScope(Tx &tx, const QString &name)
{
    tx.query(u"DELETE FROM scopes WHERE name = ?"_s).bind(name).exec();
}

void removePlan(Tx &tx, const QString &id)
{
    tx.query(u"DELETE FROM plans WHERE id = ?"_s).bind(id).exec();
}

void put(Tx &tx, const Scope &scope)
{
    RowWrite(u"scopes"_s)
        .key(u"name"_s, scope.name)
        .set(u"api_id"_s, scope.apiId)
        .set(u"doc"_s, encodeDoc(scope))
        .put(tx);
}

void put(Tx &tx, const Route &route)
{
    RowWrite(u"routes"_s)
        .key(u"id"_s, route.id)
        .set(u"api_id"_s, route.apiId)
        .set(u"method"_s, route.method)
        .set(u"path_template"_s, route.pathTemplate)
        .set(u"doc"_s, encodeDoc(route))
        .put(tx);
}

void removeRoutes(Tx &tx, const QString &apiId)
{
    tx.query(u"DELETE FROM routes WHERE api_id = ?"_s).bind(apiId).exec();
}

void put(Tx &tx, const Plan &plan)
{
    Plan stored = plan;
    stored.partners = 0;
    RowWrite(u"plans"_s)
        .key(u"id"_s, plan.id)
        .set(u"name"_s, plan.name)
        .set(u"doc"_s, encodeDoc(stored))
        .put(tx);
}

std::optional<Grant> grant(Tx &tx, const QString &partnerId)
{
    Statement row = tx.query(u"SELECT doc FROM grants WHERE partner_id = ?"_s);
    row.bind(partnerId);
    return onlyDoc<Grant>(row);
}

QList<Grant> grants(Tx &tx)
{
    return docs<Grant>(tx, u" FROM grants ORDER BY partner_id"_s);
}

void put(Tx &tx, const Grant &grant)
{
    Grant stored = grant;
    stored.effective = {};
    RowWrite(u"grants"_s)
        .key(u"partner_id"_s, grant.partnerId)
        .set(u"plan_id"_s, grant.planId)
        .set(u"updated_at"_s, grant.updatedAt)
        .set(u"updated_by"_s, grant.updatedBy)
        .set(u"version"_s, grant.version)
        .set(u"doc"_s, encodeDoc(stored))
        .put(tx);
}

} // namespace pc::platform::catalogue_rows
