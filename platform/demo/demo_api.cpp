// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo/demo_api.h"

#include "platform/core/catalogue/route_catalogue.h"
#include "platform/demo/demo_data.h"
#include "platform/demo/demo_problem.h"
#include "platform/gateway/check_sighting.h"
#include "platform/gateway/decision_problem.h"
#include "platform/gateway/identity_headers.h"
#include "platform/gateway/read_credential.h"

#include <QJsonDocument>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

HttpResponse listAnswer(const QJsonArray &items)
{
    return jsonResponse(QJsonDocument(QJsonObject{{u"items"_s, items}}).toJson(QJsonDocument::Compact));
}

HttpResponse objectAnswer(const QJsonObject &object, int status = 200)
{
    return jsonResponse(QJsonDocument(object).toJson(QJsonDocument::Compact), status);
}

HttpResponse notFound(const HttpRequest &request)
{
    return demoProblem(request, DemoRefusal::ObjectUnknown);
}

HttpResponse oneOf(const HttpRequest &request, const DemoTable &items, const QString &id)
{
    const auto found = items.find(id);
    return found ? objectAnswer(*found) : notFound(request);
}

HttpResponse placeOrder(const HttpRequest &request, const DemoTable &products, const QString &orderId)
{
    const QJsonDocument body = QJsonDocument::fromJson(request.body);
    const QString product = body.object().value("product_id"_L1).toString();
    const int quantity = body.object().value("quantity"_L1).toInt();
    if (!body.isObject() || !products.find(product) || quantity < 1 || quantity > 1000)
        return demoProblem(request, DemoRefusal::OrderIncomplete);
    return objectAnswer(
        {{u"id"_s, orderId}, {u"state"_s, u"open"_s}, {u"product_id"_s, product}, {u"quantity"_s, quantity}},
        201);
}

HttpResponse cancelOrder(const HttpRequest &request, const DemoTable &orders, const QString &id)
{
    const auto order = orders.find(id);
    if (!order)
        return notFound(request);
    if (order->value("state"_L1).toString() != u"open"_s)
        return demoProblem(request, DemoRefusal::OrderNotOpen);
    QJsonObject cancelled = *order;
    cancelled.insert(u"state"_s, u"cancelled"_s);
    return objectAnswer(cancelled);
}

/// `decision` allowed the call; its partner and realm are the only thing that selects data.
HttpResponse serve(const HttpRequest &request, const Authorized &answer, DemoTables &tables)
{
    using List = DemoTables::List;
    const Decision &decision = answer.decision;
    const QString &route = decision.routeId;
    if (route == QStringView(probeRouteId))
        return emptyResponse(204);
    const auto itemsOf = [&](List list) { return tables.of(decision.partnerId, decision.realm, list); };
    const QString id = decision.path.section(u'/', 4, 4); // "", "api", "v1", collection, id, …
    if (route == u"rte_products"_s)
        return jsonResponse(itemsOf(List::Products)->text);
    if (route == u"rte_product"_s)
        return oneOf(request, *itemsOf(List::Products), id);
    if (route == u"rte_orders"_s)
        return jsonResponse(itemsOf(List::Orders)->text);
    if (route == u"rte_order"_s)
        return oneOf(request, *itemsOf(List::Orders), id);
    if (route == u"rte_order_status"_s) {
        const auto order = itemsOf(List::Orders)->find(id);
        return order ? objectAnswer({{u"state"_s, order->value("state"_L1)}}) : notFound(request);
    }
    if (route == u"rte_order_place"_s)
        return placeOrder(request, *itemsOf(List::Products), u"ord_"_s + answer.decisionId.mid(4));
    if (route == u"rte_order_cancel"_s)
        return cancelOrder(request, *itemsOf(List::Orders), id);
    if (route == u"rte_invoices"_s)
        return jsonResponse(itemsOf(List::Invoices)->text);
    if (route == u"rte_invoice"_s)
        return oneOf(request, *itemsOf(List::Invoices), id);
    if (route == u"rte_customers"_s)
        return jsonResponse(itemsOf(List::Customers)->text);
    if (route == u"rte_customer"_s)
        return oneOf(request, *itemsOf(List::Customers), id);
    const DemoData data(decision.partnerId, decision.realm);
    if (route == u"rte_balance"_s)
        return objectAnswer(data.balance(id));
    if (route == u"rte_movements"_s)
        return listAnswer(data.movements(id));
    // The catalogue may hold routes of a real partner API; those are served behind a gateway, not here.
    return demoProblem(request, DemoRefusal::NotServedHere);
}

} // namespace

DemoApi::DemoApi(const DemoDeps &deps) : m_deps(deps) {}

CallFacts DemoApi::factsOf(const HttpRequest &request) const
{
    CallFacts call;
    call.question.gateway = {
        QString::fromUtf16(demoGateway)}; // the service asks itself, with what it saw of the connection
    call.question.headersAcceptable = hasNoProtectedHeaders(request.headers);
    call.question.presented = readCredential(request.headers, m_deps.brand, m_deps.tokens, m_deps.legacy);
    call.question.method = request.rawMethod.isEmpty() ? methodName(request.method) : request.rawMethod;
    call.question.rawPath = request.rawPath;
    call.question.body.told = BodyFacts::Told::Length; // it was read
    call.question.body.length = request.body.size();
    call.question.body.type = request.headers.value("Content-Type");
    call.question.body.hasOneType = request.headers.countWithAliases("Content-Type") <= 1;
    call.source = request.peerAddress;
    call.userAgent = request.headers.value("User-Agent");
    call.query = request.rawQuery;
    call.requestId = request.requestId;
    return call;
}

HttpResponse DemoApi::answer(const HttpRequest &request) const
{
    return answered(request, factsOf(request));
}

void DemoApi::answer(const HttpRequest &request, const Responder &respond) const
{
    CallFacts call = factsOf(request);
    if (m_deps.firstUses == nullptr || !m_deps.firstUses->isNeeded(call))
        return respond(answered(request, std::move(call)));
    m_deps.firstUses->prove(std::move(call),
                            [this, held = std::make_shared<const HttpRequest>(request),
                             respond](CallFacts proved) { respond(answered(*held, std::move(proved))); });
}

HttpResponse DemoApi::answered(const HttpRequest &request, CallFacts call) const
{
    const Authorized answer = m_deps.authorizer.authorize(std::move(call));

    const Instant now = m_deps.clock.now().wall;
    HttpResponse response;
    if (!answer.decision.allowed) {
        ProblemFacts facts{request.requestId, answer.decisionId, answer.decision.routeScope, 0};
        addNotice(facts, answer.decision);
        if (answer.retryAfter > std::chrono::nanoseconds::zero())
            facts.retryAfter = retrySeconds(answer.retryAfter);
        response = decisionProblem(publicReason(answer.decision.reason), facts);
    } else {
        response = serve(request, answer, m_tables);
    }
    addRateLimitFields(response.headers, answer.decision, now);
    addDeprecation(response.headers, answer.decision);
    response.headers.set("X-Decision-Id", answer.decisionId.toLatin1());
    response.headers.set("X-Policy-Snapshot", QByteArray::number(answer.decision.snapshot));
    if (answer.decision.allowed) // a refusal tells nothing that a revocation would have to wait for
        response.holdUntilSent = answer.held;
    return response;
}

void mountDemo(Router &router, std::shared_ptr<const DemoApi> api)
{
    RouteOptions all;
    all.prefix = true;
    all.anyMethod = true;
    all.body = BodyKind::Any; // a call is decided and recorded before its body matters
    all.ownTarget = true;
    all.bodyLimit = 128 * 1024; // twice what its largest route takes; anybody may send it
    all.bodyTimeout = std::chrono::seconds(10);
    all.quiet = true; // every call is in the call records
    router.add(
        HttpMethod::Get, "/api/v1",
        [api](const HttpRequest &request, const Responder &respond) { api->answer(request, respond); }, all);
}

} // namespace pc::platform
