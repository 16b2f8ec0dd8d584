// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo/default_catalogue.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

QString demoApiId()
{
    return u"api_demo"_s;
}

Api api()
{
    Api api;
    api.id = demoApiId();
    api.name = u"Demo API"_s;
    api.basePath = u"/api/v1"_s;
    api.version = 1;
    api.updatedBy = u"platform"_s;
    return api;
}

Scope scope(const QString &name, const QString &title, const QString &sentence, const QStringList &categories)
{
    Scope scope;
    scope.name = name;
    scope.apiId = demoApiId();
    scope.title = title;
    scope.sentence = sentence;
    scope.dataCategories = categories;
    return scope;
}

Scope sensitive(Scope scope, const QList<LawfulBasis> &bases)
{
    scope.sensitive = true;
    scope.lawfulBases = bases;
    return scope;
}

QList<Scope> scopes()
{
    const QList<LawfulBasis> agreed{LawfulBasis::Consent, LawfulBasis::Contract,
                                    LawfulBasis::LegalObligation};
    return {
        scope(u"products:read"_s, u"Read products"_s, u"See the product catalogue and its prices."_s,
              {u"products"_s}),
        scope(u"orders:read"_s, u"Read orders"_s, u"See the partner's own orders and their state."_s,
              {u"orders"_s}),
        scope(u"orders:write"_s, u"Place and cancel orders"_s, u"Place new orders and cancel open ones."_s,
              {u"orders"_s}),
        scope(u"invoices:read"_s, u"Read invoices"_s, u"See invoices for the partner's own orders."_s,
              {u"invoices"_s, u"payments"_s}),
        sensitive(scope(u"customers:read"_s, u"Read customers"_s,
                        u"See names and addresses of the people the partner delivers to."_s,
                        {u"contact"_s, u"personal"_s}),
                  agreed),
        sensitive(scope(u"accounts:read"_s, u"Read accounts"_s,
                        u"See balances and movements of listed accounts."_s, {u"payments"_s, u"financial"_s}),
                  agreed),
    };
}

Route route(const QString &id, const QString &method, const QString &path, const QString &scope,
            const QString &title)
{
    Route route;
    route.id = u"rte_"_s + id;
    route.apiId = demoApiId();
    route.method = method;
    route.pathTemplate = u"/api/v1"_s + path;
    route.scope = scope;
    route.title = title;
    return route;
}

QList<Route> routes()
{
    const QString get = u"GET"_s;
    const QString post = u"POST"_s;
    Route status = route(u"order_status"_s, get, u"/orders/{order_id}/status"_s, u"orders:read"_s,
                         u"State of an order"_s);
    status.deprecatedAt = QDateTime(QDate(2026, 3, 1), QTime(0, 0), Qt::UTC);
    status.sunsetAt = QDateTime(QDate(2027, 6, 30), QTime(0, 0), Qt::UTC);
    Route place = route(u"order_place"_s, post, u"/orders"_s, u"orders:write"_s, u"Place an order"_s);
    place.bodyLimit = 64 * 1024;
    return {
        route(u"products"_s, get, u"/products"_s, u"products:read"_s, u"List products"_s),
        route(u"product"_s, get, u"/products/{product_id}"_s, u"products:read"_s, u"One product"_s),
        route(u"orders"_s, get, u"/orders"_s, u"orders:read"_s, u"List orders"_s),
        route(u"order"_s, get, u"/orders/{order_id}"_s, u"orders:read"_s, u"One order"_s),
        status,
        place,
        route(u"order_cancel"_s, post, u"/orders/{order_id}/cancel"_s, u"orders:write"_s,
              u"Cancel an order"_s),
        route(u"invoices"_s, get, u"/invoices"_s, u"invoices:read"_s, u"List invoices"_s),
        route(u"invoice"_s, get, u"/invoices/{invoice_id}"_s, u"invoices:read"_s, u"One invoice"_s),
        route(u"customers"_s, get, u"/customers"_s, u"customers:read"_s, u"List customers"_s),
        route(u"customer"_s, get, u"/customers/{customer_id}"_s, u"customers:read"_s, u"One customer"_s),
        route(u"balance"_s, get, u"/accounts/{account_id}/balance"_s, u"accounts:read"_s,
              u"Balance of an account"_s),
        route(u"movements"_s, get, u"/accounts/{account_id}/movements"_s, u"accounts:read"_s,
              u"Movements of an account"_s),
    };
}

QList<Plan> plans()
{
    return {
        {u"pln_starter"_s,
         u"Starter"_s,
         u"For a first integration with little traffic."_s,
         {5, 10, 5'000},
         {2, 5, 2'000},
         {10, 20, 50'000}},
        {u"pln_standard"_s,
         u"Standard"_s,
         u"For regular production traffic."_s,
         {5, 10, 5'000},
         {5, 10, 10'000},
         {50, 100, 500'000}},
        {u"pln_volume"_s,
         u"Volume"_s,
         u"For partners who call all day."_s,
         {10, 20, 20'000},
         {10, 20, 50'000},
         {200, 400, 5'000'000}},
    };
}

} // namespace

DefaultCatalogue defaultCatalogue()
{
    return {api(), scopes(), routes(), plans()};
}

} // namespace pc::platform
