// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/catalogue_rows.h"

#include "platform/store/rows/doc.h"
#include "platform/store/sql/columns.h"

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

void put(Tx &tx, const Scope &scope)
{
    tx.query(
          u"INSERT INTO scopes (name, doc) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET doc = excluded.doc"_s)
        .bind(scope.name)
        .bind(encodeDoc(scope))
        .exec();
}

void put(Tx &tx, const Route &route)
{
    tx.query(u"INSERT INTO routes (id, method, path_template, doc) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO "
             u"UPDATE SET "
             "method = excluded.method, path_template = excluded.path_template, doc = excluded.doc"_s)
        .bind(route.id)
        .bind(route.method)
        .bind(route.pathTemplate)
        .bind(encodeDoc(route))
        .exec();
}

void put(Tx &tx, const Plan &plan)
{
    tx.query(u"INSERT INTO plans (id, name, doc) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = "
             u"excluded.name, "
             "doc = excluded.doc"_s)
        .bind(plan.id)
        .bind(plan.name)
        .bind(encodeDoc(plan))
        .exec();
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
    tx.query(u"INSERT INTO grants (partner_id, plan_id, updated_at, updated_by, version, doc) VALUES (?, ?, "
             u"?, ?, ?, ?) "
             "ON CONFLICT (partner_id) DO UPDATE SET plan_id = excluded.plan_id, updated_at = "
             "excluded.updated_at, "
             "updated_by = excluded.updated_by, version = excluded.version, doc = excluded.doc"_s)
        .bind(grant.partnerId)
        .bind(grant.planId)
        .bind(grant.updatedAt)
        .bind(grant.updatedBy)
        .bind(grant.version)
        .bind(encodeDoc(stored))
        .exec();
}

} // namespace pc::platform::catalogue_rows
