// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/gateway_service.h"

#include "platform/gateway/decision_problem.h"
#include "platform/gateway/identity_headers.h"
#include "platform/gateway/read_credential.h"
#include "platform/gateway/shown_fields.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestSeen = 200; ///< of a path that is told
constexpr qint64 rehearsedWait = 7;    ///< seconds: Retry-After of a rehearsed refusal
// What a gateway tells back of a version that ended: three links, a sentence of 200 characters.
constexpr qsizetype longestLink = 1100;
constexpr qsizetype longestDetail = 2400;

/// That it passes only because it is observed, and why it would be refused. Whoever shows nothing of ours
/// keeps what it came with: the API behind knows it by that, as it did before there was a platform.
void addObserved(HttpHeaders &headers, const Decision &decision)
{
    if (!decision.allowed)
        headers.set("X-Authz-Observed", publicReason(decision.reason).code);
    headers.set("X-Authz-Keeps", decision.keepsForeign ? "yes" : "no");
}

HttpResponse allowed(const Authorized &answer, const AuthzRequest &question, Instant now)
{
    HttpResponse response = emptyResponse(200);
    addIdentityHeaders(response.headers, answer, question.requestId);
    addObserved(response.headers, answer.decision);
    addRateLimitFields(response.headers, answer.decision, now);
    addDeprecation(response.headers, answer.decision);
    if (answer.decision.withoutBody)
        response.headers.set("X-Original-Length", "0");
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
    if (!facts.sentence.isEmpty())
        response.headers.set("X-Authz-Detail", facts.sentence.toUtf8().toPercentEncoding(" "));
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

/// To a stranger: no decision, no record, and nothing of the request is taken over, as it could come from
/// anybody.
HttpResponse untrusted(const HttpRequest &request)
{
    return decisionProblem(publicReason(DecisionReason::GatewayUntrusted), {request.requestId, {}, {}, 0});
}

/// The same to one who asks for a decision, in the dialect of the question.
HttpResponse untrustedQuestion(const HttpRequest &request)
{
    return refused(readAuthzRequest(request).dialect, publicReason(DecisionReason::GatewayUntrusted),
                   {request.requestId, {}, {}, 0});
}

/// A report that the store does not take now.
HttpResponse notStored(const QByteArray &requestId)
{
    return decisionProblem({503, "not_stored", u"The report cannot be stored"_s, u"Report it again later."_s},
                           {requestId, {}, {}, 5});
}

} // namespace

GatewayService::GatewayService(const GatewayDeps &deps) : m_deps(deps) {}

std::optional<GatewayIdentity> GatewayService::identify(const HttpRequest &request) const
{
    // Whoever may open the socket file is a gateway of this host.
    if (request.listener == ListenerKind::UnixSocket)
        return GatewayIdentity{QString::fromUtf16(localSocketGateway)};
    const auto gateway = m_deps.gateways.proven(request.peerCertificate);
    if (!gateway)
        return {};
    return GatewayIdentity{gateway->name, gateway->realm};
}

QByteArray GatewayService::sourceOf(const HttpRequest &request) const
{
    return identify(request) ? forwardedSource(request) : request.peerAddress;
}

CallFacts GatewayService::factsOf(const HttpRequest &request, const AuthzRequest &question,
                                  const GatewayIdentity &gateway) const
{
    CallFacts call;
    call.question.gateway = gateway;
    call.question.headersAcceptable = question.acceptable;
    call.question.presented = readCredential(request.headers, m_deps.brand, m_deps.tokens, m_deps.legacy);
    call.question.host = question.host;
    call.question.method = question.method;
    call.question.rawPath = question.rawPath;
    call.question.body = question.body;
    call.source = question.source;
    call.userAgent = question.userAgent;
    call.query = question.query;
    call.requestId = question.requestId;
    call.mayPass = question.acceptable; // under no spelling a name by which an API could take it for somebody
    call.shown = foreignCredential(request.headers, call.question.presented);
    const bool observes = m_deps.legacy == nullptr || !m_deps.legacy->policy()->observations().isEmpty();
    call.needsRoute = question.isMasked;
    if (isOurs(call.question.presented))
        return call;
    const bool isImported = std::holds_alternative<presented::Legacy>(call.question.presented);
    if (!isImported || observes)
        call.shownTexts = shownTexts(request.headers, m_deps.legacy).texts;
    if (observes)
        call.carried = lookThrough(request.headers, m_deps.brand, m_deps.tokens, m_deps.legacy);
    return call;
}

HttpResponse GatewayService::refusal(const AuthzRequest &question, const Authorized &answer) const
{
    const Decision &decision = answer.decision;
    ProblemFacts facts{question.requestId, answer.decisionId, decision.routeScope, 0};
    addNotice(facts, decision);
    if (answer.retryAfter > std::chrono::nanoseconds::zero())
        facts.retryAfter = retrySeconds(answer.retryAfter);
    HttpResponse response = refused(question.dialect, publicReason(answer.decision.reason), facts);
    response.headers.set("X-Request-Id", question.requestId);
    response.headers.set("X-Decision-Id", answer.decisionId.toLatin1());
    response.headers.set("X-Policy-Snapshot", QByteArray::number(answer.decision.snapshot));
    addRateLimitFields(response.headers, answer.decision, m_deps.clock.now().wall);
    if (decision.reason == DecisionReason::VersionEnded)
        addDeprecation(response.headers, decision);
    return response;
}

std::optional<HttpResponse> GatewayService::turnedAway(const HttpRequest &request,
                                                       const AuthzRequest &question) const
{
    const auto waited = m_deps.clock.now().steady - request.receivedAt.time_since_epoch();
    if (waited <= deadline)
        return std::nullopt;
    return refused(question.dialect, overloadedReason(), {question.requestId, {}, {}, 1});
}

HttpResponse GatewayService::answered(const AuthzRequest &question, CallFacts facts) const
{
    const Authorized answer = m_deps.authorizer.authorize(std::move(facts));
    if (answer.decision.passes())
        return allowed(answer, question, m_deps.clock.now().wall);
    return refusal(question, answer);
}

std::optional<GatewayChecks::Call> GatewayService::checkOf(const HttpRequest &request,
                                                           const CallFacts &facts) const
{
    if (m_deps.checks == nullptr || !m_deps.checks->isGoingOn())
        return std::nullopt;
    return m_deps.checks->callOf(request.headers, facts.question.presented);
}

HttpResponse GatewayService::answeredInCheck(const AuthzRequest &question, CallFacts facts,
                                             const GatewayChecks::Call &call) const
{
    CheckSighting sighting;
    sighting.gateway = facts.question.gateway->name;
    sighting.method = QString::fromLatin1(question.method);
    sighting.path = QString::fromLatin1(question.rawPath.left(longestSeen));
    sighting.host = QString::fromLatin1(question.host);
    sighting.source = QString::fromLatin1(question.source);
    sighting.lengthTold = question.body.told != BodyFacts::Told::Nothing;
    facts.isCheck = !call.token.isEmpty(); // also where it is refused before its token is read
    const Authorized answer = m_deps.authorizer.authorize(std::move(facts));
    sighting.decisionId = answer.decisionId;
    const bool passes = answer.decision.passes();
    const bool rehearsed = passes && call.rehearsed.has_value();
    sighting.status = rehearsed ? call.rehearsed->status : passes ? 200 : answer.decision.status();
    m_deps.checks->asked(call, std::move(sighting));
    if (rehearsed)
        return refused(question.dialect, *call.rehearsed,
                       {question.requestId, answer.decisionId, {}, rehearsedWait});
    return passes ? allowed(answer, question, m_deps.clock.now().wall) : refusal(question, answer);
}

HttpResponse GatewayService::authorize(const HttpRequest &request, const GatewayIdentity &gateway) const
{
    const AuthzRequest question = readAuthzRequest(request);
    if (auto away = turnedAway(request, question))
        return std::move(*away);
    CallFacts facts = factsOf(request, question, gateway);
    if (const auto check = checkOf(request, facts))
        return answeredInCheck(question, std::move(facts), *check);
    return answered(question, std::move(facts));
}

void GatewayService::authorize(const HttpRequest &request, const GatewayIdentity &gateway,
                               const Responder &respond) const
{
    const AuthzRequest question = readAuthzRequest(request);
    if (auto away = turnedAway(request, question))
        return respond(std::move(*away));
    CallFacts facts = factsOf(request, question, gateway);
    if (const auto check = checkOf(request, facts))
        return respond(answeredInCheck(question, std::move(facts), *check));
    if (m_deps.firstUses == nullptr || !m_deps.firstUses->isNeeded(facts))
        return respond(answered(question, std::move(facts)));
    m_deps.firstUses->prove(std::move(facts), [this, question, respond](CallFacts proved) {
        respond(answered(question, std::move(proved)));
    });
}

HttpResponse GatewayService::unreadable(const HttpRequest &request, HttpResponse problem) const
{
    const bool tooLarge = problem.status == 431;
    if (!tooLarge && problem.status != 400)
        return problem;
    const auto gateway = identify(request);
    if (!gateway)
        return untrustedQuestion(request);
    const AuthzRequest question = readAuthzRequest(request);
    return refusal(question, m_deps.authorizer.refuse(factsOf(request, question, *gateway),
                                                      tooLarge ? DecisionReason::HeaderTooLarge
                                                               : DecisionReason::BadRequest));
}

HttpResponse GatewayService::problem(const HttpRequest &request, const GatewayIdentity &) const
{
    const HttpHeaders &headers = request.headers;
    const AuthzRequest question = readAuthzRequest(request);
    const PublicReason reason =
        publicReasonByCode(headers.value("X-Authz-Code"), headers.value("X-Authz-Status").toInt());
    ProblemFacts facts{question.requestId,
                       QString::fromLatin1(headers.value("X-Authz-Decision-Id").left(64)),
                       QString::fromLatin1(headers.value("X-Authz-Scope").left(256)),
                       0,
                       pageOf(headers.value("X-Authz-Link").left(longestLink)),
                       QString::fromUtf8(QByteArray::fromPercentEncoding(
                           headers.value("X-Authz-Detail").left(longestDetail)))};
    bool isNumber = false;
    const qint64 retryAfter = headers.value("X-Authz-Retry-After").toLongLong(&isNumber);
    if (isNumber && retryAfter > 0)
        facts.retryAfter = retryAfter;
    HttpResponse response = decisionProblem(reason, facts);
    response.headers.set("X-Request-Id", question.requestId);
    // auth_request hands the challenge of a 401 on by itself (of a 403 it does not): once is enough.
    if (reason.status == 401)
        response.headers.remove("WWW-Authenticate");
    if (headers.value("X-Authz-Answer") == "200")
        response.status = 200; // the gateway gives the true one
    return response;
}

HttpResponse GatewayService::probed(const HttpRequest &request, const GatewayIdentity &gateway) const
{
    if (m_deps.checks != nullptr && m_deps.checks->isGoingOn())
        m_deps.checks->passed(request, gateway.name);
    return emptyResponse(204);
}

Admission GatewayService::admitReport(const HttpRequest &request) const
{
    const auto gateway = identify(request);
    if (!gateway)
        return {untrusted(request), {}};
    auto place = m_deps.reports->place(gateway->name);
    if (!place)
        return {decisionProblem(overloadedReason(), {request.requestId, {}, {}, 1}), {}};
    return {{}, {}, std::move(place)};
}

void GatewayService::ended(const HttpRequest &request, const Responder &respond) const
{
    const auto gateway = identify(request);
    if (!gateway)
        return respond(untrusted(request));
    const qint64 lines = ReportQueue::linesOf(request.body);
    if (lines > ReportQueue::mostLines)
        return respond(problemResponse(request, ProblemCode::BodyTooLarge, u"The report is too long"_s,
                                       u"At most %1 lines are taken at once."_s.arg(ReportQueue::mostLines)));
    if (lines == 0)
        return respond(jsonResponse(jsonOf(ReportCounts())));
    // It keeps its place also when the gateway does not wait for the answer.
    m_deps.reports->push(
        {gateway->name, request.body,
         [respond, place = request.held, id = request.requestId](const std::optional<ReportCounts> &counts) {
             respond(counts ? jsonResponse(jsonOf(*counts)) : notStored(id));
         }});
}

namespace {

using Answer = std::function<void(const GatewayService &, const HttpRequest &, const GatewayIdentity &,
                                  const Responder &)>;
using Stranger = HttpResponse (*)(const HttpRequest &);

/// `answer` at `path`, or `stranger` to whoever is no gateway: before a byte of a body is read, and once more
/// should it have been removed since.
void mountAnswer(Router &router, const std::shared_ptr<const GatewayService> &service, const QByteArray &path,
                 const Answer &answer, Stranger stranger, bool prefix = false,
                 std::int64_t bodyLimit = RouteOptions().bodyLimit)
{
    // Gateways may forward the method of the original call and parts of its body; neither matters here.
    RouteOptions any;
    any.anyMethod = true;
    any.body = BodyKind::Ignored;
    any.bodyLimit = bodyLimit;
    any.quiet = true; // every call is in the call records
    any.ownTarget = true;
    any.prefix = prefix;
    any.admit = [service, stranger](const HttpRequest &request) -> Admission {
        return service->identify(request) ? Admission{} : Admission{stranger(request), {}};
    };
    router.add(
        HttpMethod::Get, path,
        [service, answer, stranger](const HttpRequest &request, const Responder &respond) {
            const auto gateway = service->identify(request);
            if (!gateway)
                return respond(stranger(request));
            answer(*service, request, *gateway, respond);
        },
        any);
}

void mountReports(Router &router, const std::shared_ptr<const GatewayService> &service)
{
    RouteOptions options;
    options.body = BodyKind::Any;
    options.bodyLimit = ReportQueue::longest;
    options.bodyTimeout = std::chrono::seconds(10); // it holds a place
    options.quiet = true;
    options.admit = [service](const HttpRequest &request) { return service->admitReport(request); };
    router.add(
        HttpMethod::Post, "/gateway/v1/ended",
        [service](const HttpRequest &request, const Responder &respond) { service->ended(request, respond); },
        options);
}

} // namespace

void mountGateway(Router &router, std::shared_ptr<const GatewayService> service)
{
    const QByteArray envoy = envoyPrefix.toByteArray();
    const Answer decide = [](const GatewayService &asked, const HttpRequest &request,
                             const GatewayIdentity &gateway,
                             const Responder &respond) { asked.authorize(request, gateway, respond); };
    const auto atOnce = [](HttpResponse (GatewayService::*answer)(const HttpRequest &,
                                                                  const GatewayIdentity &) const) -> Answer {
        return
            [answer](const GatewayService &asked, const HttpRequest &request, const GatewayIdentity &gateway,
                     const Responder &respond) { respond((asked.*answer)(request, gateway)); };
    };
    mountAnswer(router, service, "/gateway/v1/authorize", decide, untrustedQuestion);
    mountAnswer(router, service, envoy, decide, untrustedQuestion, true);
    for (const QByteArray &path : {QByteArray("/gateway/v1/authorize"), envoy}) {
        router.refuseWith(path, [service](const HttpRequest &request, HttpResponse problem) {
            return service->unreadable(request, std::move(problem));
        });
    }
    mountAnswer(router, service, "/gateway/v1/problem", atOnce(&GatewayService::problem), untrusted);
    mountAnswer(router, service, "/gateway/v1/probed", atOnce(&GatewayService::probed), untrusted, false,
                4 * gatewayBodyLimit); // a bound that is tried there must be the gateway's
    if (service->takesReports())
        mountReports(router, service);
}

} // namespace pc::platform
