// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/gateway_service.h"

#include "platform/gateway/decision_problem.h"
#include "platform/gateway/identity_headers.h"
#include "platform/gateway/read_credential.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

HttpResponse allowed(const Authorized &answer, const QByteArray &requestId, Instant now)
{
    HttpResponse response = emptyResponse(200);
    addIdentityHeaders(response.headers, answer, requestId);
    addRateLimitFields(response.headers, answer.decision, now);
    addDeprecation(response.headers, answer.decision);
    response.holdUntilSent = answer.held;
    return response;
}

/// What nginx can pass on: 401, or 403 with everything that its configuration needs to ask for the true
/// answer.
HttpResponse forNginx(const PublicReason &reason, const ProblemFacts &facts)
{
    HttpResponse response = emptyResponse(reason.status == 401 ? 401 : 403);
    response.headers.set("X-Authz-Status", QByteArray::number(reason.status));
    response.headers.set("X-Authz-Code", reason.code);
    response.headers.set("X-Authz-Scope",
                         reason.code == "scope_missing" ? facts.scope.toLatin1() : QByteArray());
    addRefusalFields(response.headers, reason, facts);
    return response;
}

HttpResponse refused(GatewayDialect dialect, const PublicReason &reason, const ProblemFacts &facts)
{
    if (dialect == GatewayDialect::Nginx)
        return forNginx(reason, facts);
    HttpResponse response = decisionProblem(reason, facts);
    response.headers.set("X-Authz-Status", QByteArray::number(reason.status));
    return response;
}

} // namespace

GatewayService::GatewayService(const GatewayParts &parts) : m_parts(parts) {}

GatewayService::Asker GatewayService::askerOf(const HttpRequest &request) const
{
    // Whoever may open the socket file is a gateway of this host.
    if (request.listener == ListenerKind::UnixSocket)
        return {true, u"local socket"_s, std::nullopt};
    if (!request.peerCertificate || !request.peerCertificate->verified)
        return {};
    const auto gateway = m_parts.gateways.find(request.peerCertificate->thumbprintSha256);
    if (!gateway)
        return {};
    return {true, gateway->name, gateway->realm};
}

HttpResponse GatewayService::authorize(const HttpRequest &request) const
{
    const GatewayQuestion question = readQuestion(request);
    const Asker asker = askerOf(request);
    ProblemFacts facts{question.requestId, {}, {}, 0};
    if (!asker.trusted) {
        // No decision, no record and no header of the question is taken over: it could come from anybody.
        facts.requestId = request.requestId;
        return refused(question.dialect, publicReason(DecisionReason::GatewayUntrusted), facts);
    }
    const auto waited = m_parts.clock.now().steady - request.receivedAt.time_since_epoch();
    if (waited > deadline) {
        facts.retryAfter = 1;
        return refused(question.dialect, overloadedReason(), facts);
    }

    CallFacts call;
    call.question.gatewayTrusted = true;
    call.question.headersAcceptable = question.acceptable;
    call.question.presented = readCredential(request.headers, m_parts.brand, m_parts.tokens);
    call.question.realm = asker.realm;
    call.question.method = question.method;
    call.question.rawPath = question.rawPath;
    call.source = question.source;
    call.userAgent = question.userAgent;
    call.gateway = asker.name;
    call.requestId = question.requestId;
    const Authorized answer = m_parts.authorizer.authorize(std::move(call));

    const Instant now = m_parts.clock.now().wall;
    if (answer.decision.allowed)
        return allowed(answer, question.requestId, now);
    const PublicReason reason = publicReason(answer.decision.reason);
    facts.decisionId = answer.decisionId;
    facts.scope = answer.decision.routeScope;
    if (answer.retryAfter > std::chrono::nanoseconds::zero())
        facts.retryAfter = retrySeconds(answer.retryAfter);
    HttpResponse response = refused(question.dialect, reason, facts);
    response.headers.set("X-Request-Id", question.requestId);
    response.headers.set("X-Decision-Id", answer.decisionId.toLatin1());
    response.headers.set("X-Policy-Snapshot", QByteArray::number(answer.decision.snapshot));
    addRateLimitFields(response.headers, answer.decision, now);
    return response;
}

HttpResponse GatewayService::problem(const HttpRequest &request) const
{
    if (!askerOf(request).trusted)
        return decisionProblem(publicReason(DecisionReason::GatewayUntrusted),
                               {request.requestId, {}, {}, 0});
    const HttpHeaders &headers = request.headers;
    const GatewayQuestion question = readQuestion(request);
    const PublicReason reason = publicReasonByCode(headers.value("X-Authz-Code"));
    ProblemFacts facts{question.requestId, QString::fromLatin1(headers.value("X-Authz-Decision-Id").left(64)),
                       QString::fromLatin1(headers.value("X-Authz-Scope").left(256)), 0};
    bool isNumber = false;
    const qint64 seconds = headers.value("X-Authz-Retry-After").toLongLong(&isNumber);
    if (isNumber && seconds > 0)
        facts.retryAfter = seconds;
    HttpResponse response = decisionProblem(reason, facts);
    response.headers.set("X-Request-Id", question.requestId);
    // auth_request hands the challenge of a 401 on by itself (of a 403 it does not): once is enough.
    if (reason.status == 401)
        response.headers.remove("WWW-Authenticate");
    return response;
}

HttpResponse GatewayService::probed(const HttpRequest &request) const
{
    if (!askerOf(request).trusted)
        return decisionProblem(publicReason(DecisionReason::GatewayUntrusted),
                               {request.requestId, {}, {}, 0});
    return emptyResponse(204);
}

void mountGateway(Router &router, std::shared_ptr<const GatewayService> service)
{
    // Gateways may forward the method of the original call and parts of its body; neither matters here.
    RouteOptions any;
    any.anyMethod = true;
    any.body = BodyKind::Ignored;
    any.quiet = true; // every call is in the call records
    router.add(
        HttpMethod::Get, "/gateway/v1/authorize",
        [service](const HttpRequest &request, const Responder &respond) {
            respond(service->authorize(request));
        },
        any);
    router.add(
        HttpMethod::Get, "/gateway/v1/problem",
        [service](const HttpRequest &request, const Responder &respond) {
            respond(service->problem(request));
        },
        any);
    router.add(
        HttpMethod::Get, "/gateway/v1/probed",
        [service](const HttpRequest &request, const Responder &respond) {
            respond(service->probed(request));
        },
        any);
}

} // namespace pc::platform
