// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/oauth/oauth_service.h"

#include "contract/codec/json_text.h"
#include "platform/core/decision/authenticate.h"
#include "platform/core/decision/record_fields.h"
#include "platform/oauth/token_access.h"
#include "platform/oauth/token_target.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;
using std::chrono::floor;
using std::chrono::seconds;
using namespace std::chrono_literals;

namespace {

HttpResponse jsonAnswer(const QJsonObject &body)
{
    HttpResponse response = jsonResponse(QJsonDocument(body).toJson(QJsonDocument::Compact));
    addNoStore(response);
    return response;
}

/// RFC 6749 section 3.3: scope-token characters, single spaces between. Nullopt when malformed.
std::optional<QStringList> parseScope(QByteArrayView text)
{
    for (const char c : text) {
        const bool allowed = c == ' ' || c == 0x21 || (c >= 0x23 && c <= 0x5b) || (c >= 0x5d && c <= 0x7e);
        if (!allowed)
            return std::nullopt;
    }
    QStringList scopes = QString::fromLatin1(text).split(u' ');
    if (scopes.contains(QString()))
        return std::nullopt;
    scopes.removeDuplicates();
    return scopes;
}

OAuthError invalidScope()
{
    return {400, OAuthCode::InvalidScope, "the requested scope is not granted as a whole", {}};
}

/// RFC 8707 section 2.
OAuthError invalidTarget()
{
    return {400, OAuthCode::InvalidTarget, "the resource is no API, or the scopes are of several", {}};
}

tl::unexpected<OAuthRefusal> badRequest(OAuthError error)
{
    return tl::unexpected(OAuthRefusal(std::move(error), DecisionReason::BadRequest));
}

/// Those that the catalogue has: what else a client writes there may be anything, and is told as that.
QStringList recorded(const Policy &policy, const QStringList &scopes)
{
    QStringList known;
    for (const QString &scope : scopes) {
        if (!policy.apiOfScope(scope).isEmpty())
            known.append(scope);
    }
    if (known.size() < scopes.size())
        known.append(unknownScope);
    return known;
}

/// Of a body in which a parameter stands twice. RFC 8707 lets a client name several resources, and has a code
/// for a server that gives no token for all of them.
OAuthError repeated(const QByteArray &name, bool asksForToken)
{
    if (asksForToken && name == "resource")
        return {400, OAuthCode::InvalidTarget, "a token is for one resource: ask for each by itself", {}};
    return OAuthError::invalidRequest("a parameter is given twice");
}

/// Exactly one content type, that of a form, and the bytes as they are. A charset has no meaning for that
/// type (clients send several), so it is not looked at.
bool isPlainForm(const HttpHeaders &headers)
{
    if (headers.count("Content-Type") != 1)
        return false;
    const QByteArray type = headers.value("Content-Type").split(';').first().trimmed();
    const bool coded = headers.contains("Content-Encoding") &&
                       !asciiEqualsIgnoringCase(headers.value("Content-Encoding"), "identity");
    return !coded && asciiEqualsIgnoringCase(type, "application/x-www-form-urlencoded");
}

} // namespace

OAuthService::OAuthService(const OAuthDeps &deps)
    : m_deps(deps), m_authentication(deps.peppers, deps.failures, deps.brand),
      m_records(deps.records, deps.clock)
{
}

void OAuthService::lookForLeaks(const HttpRequest &request, const FormBody &body) const
{
    if (m_deps.leaks == nullptr)
        return;
    LeakSighting about;
    about.source = QString::fromLatin1(request.peerAddress);
    about.requestId = QString::fromLatin1(request.requestId);
    LeakWatch::Budget budget;
    for (const char *name : {"grant_type", "client_id", "scope", "resource", "token_type_hint"}) {
        const QByteArrayView value = body.value(name);
        if (value.size() < LeakWatch::shortest)
            continue;
        about.place = QString::fromLatin1(name);
        m_deps.leaks->look(QString::fromUtf8(value.first(std::min(value.size(), LeakWatch::longest))), about,
                           budget);
    }
}

tl::expected<OAuthService::Client, OAuthRefusal> OAuthService::begin(const HttpRequest &request,
                                                                     ClientLimits::Act act) const
{
    if (!isPlainForm(request.headers))
        return badRequest(OAuthError::invalidRequest(
            "the body must be application/x-www-form-urlencoded, without a content coding"));
    // Section 2.3.1: never in the URI, where it would end in logs.
    if (!request.rawQuery.isEmpty())
        return badRequest(OAuthError::invalidRequest("parameters belong into the body"));
    FormBody body(request.body);
    if (body.fault() == FormBody::Fault::Malformed)
        return badRequest(OAuthError::invalidRequest("the body is malformed"));
    if (body.fault() == FormBody::Fault::Repeated)
        return badRequest(repeated(body.repeated(), act == ClientLimits::Act::Token));
    lookForLeaks(request, body);

    PolicyRef policy = m_deps.policy.current();
    if (!policy->decides())
        return tl::unexpected(OAuthRefusal(OAuthError::notDeciding(), DecisionReason::HistoryNotAccepted));
    const Moment now = m_deps.clock.now();
    auto client = m_authentication.authenticate(request, body, *policy, now);
    if (!client)
        return tl::unexpected(std::move(client.error()));
    const auto wait = m_limits.take(client->credential->id16, act, now);
    if (wait > std::chrono::nanoseconds::zero()) {
        OAuthRefusal refusal(OAuthError::tooOften(wait), DecisionReason::RateLimited);
        refusal.credential = client->credential;
        refusal.generation = client->generation.number;
        return tl::unexpected(std::move(refusal));
    }
    if (!client->clientId16.isEmpty() && m_deps.named)
        m_deps.named(client->clientId16, now.wall, sourceOf(request));
    return Client{std::move(*client), std::move(body), std::move(policy), now};
}

QByteArray OAuthService::sourceOf(const HttpRequest &request) const
{
    return m_deps.sourceOf ? m_deps.sourceOf(request) : request.peerAddress;
}

tl::expected<TokenClaims, OAuthRefusal> OAuthService::grant(const HttpRequest &request,
                                                            const Client &client) const
{
    const CredentialRule &credential = *client.client.credential;
    const auto refused = [&client](OAuthError error, DecisionReason reason, const QStringList &scopes = {}) {
        OAuthRefusal refusal(std::move(error), reason);
        refusal.credential = client.client.credential;
        refusal.generation = client.client.generation.number;
        refusal.scopes = recorded(*client.policy, scopes);
        return tl::unexpected(std::move(refusal));
    };
    const QByteArray source = sourceOf(request);
    const Access access = tokenAccessOf(
        *client.policy, credential,
        pc::rules::addressOf({source.constData(), static_cast<std::size_t>(source.size())}), client.now.wall);
    // One answer, whatever it is: from where it may call is told to nobody who asks from elsewhere.
    if (access.reason != DecisionReason::Allowed)
        return refused({400, OAuthCode::UnauthorizedClient, "this client may not obtain tokens now", {}},
                       access.reason);

    if (!client.body.has("grant_type"))
        return refused(OAuthError::invalidRequest("grant_type is missing"), DecisionReason::BadRequest);
    if (client.body.value("grant_type") != QByteArrayView("client_credentials"))
        return refused({400, OAuthCode::UnsupportedGrantType, "only client_credentials is supported", {}},
                       DecisionReason::BadRequest);

    TokenWish wish;
    if (client.body.has("scope")) {
        wish.scopes = parseScope(client.body.value("scope"));
        if (!wish.scopes)
            return refused(invalidScope(), DecisionReason::BadRequest);
    }
    if (client.body.has("resource"))
        wish.resource = QString::fromUtf8(client.body.value("resource"));
    const auto target = targetOf(*client.policy, access.scopes, wish, m_deps.tokens.audience());
    if (!target) {
        const QStringList wanted = wish.scopes.value_or(QStringList());
        return target.error() == NoTarget::Resource
                   ? refused(invalidTarget(), DecisionReason::WrongAudience, wanted)
                   : refused(invalidScope(), DecisionReason::MissingScope, wanted);
    }

    TokenClaims claims;
    claims.jti = newTokenId();
    claims.digest = tokenDigest(claims.jti);
    claims.id16 = credential.id16;
    claims.partnerId = credential.partnerId;
    claims.generation = client.client.generation.number;
    claims.realm = credential.realm;
    claims.scopes = target->scopes;
    claims.audience = target->audience;
    claims.issuedAt = floor<seconds>(client.now.wall);
    claims.expiresAt = std::min<Instant>(claims.issuedAt + m_deps.tokens.life(), credential.expiresAt);
    if (client.client.generation.graceUntil)
        claims.expiresAt = std::min(claims.expiresAt, *client.client.generation.graceUntil);
    claims.expiresAt = floor<seconds>(claims.expiresAt);
    return claims;
}

CallRecord OAuthService::recordOf(const HttpRequest &request, Moment began) const
{
    CallRecord call = beginRecord(request, began);
    call.source = shortText(sourceOf(request), 64);
    if (m_deps.gatewayOf)
        call.gateway = m_deps.gatewayOf(request);
    const PolicyRef policy = m_deps.policy.current();
    call.snapshot = policy->number();
    call.auditSize = policy->auditSize();
    return call;
}

HttpResponse OAuthService::token(const HttpRequest &request) const
{
    const Moment began = m_deps.clock.now();
    CallRecord record = recordOf(request, began);
    const auto refused = [&](const OAuthRefusal &refusal) {
        m_records.addRefused(std::move(record), refusal, began);
        return refusal.error.response();
    };
    auto client = begin(request, ClientLimits::Act::Token);
    if (!client)
        return refused(client.error());
    record.snapshot = client->policy->number();
    record.auditSize = client->policy->auditSize();
    const auto claims = grant(request, *client);
    if (!claims)
        return refused(claims.error());

    m_deps.liveTokens.issued(claims->id16, claims->generation, claims->expiresAt, client->now);
    const auto life = std::chrono::duration_cast<seconds>(claims->expiresAt - claims->issuedAt);
    codec::TextWriter answer;
    answer("access_token"_L1, QString::fromLatin1(m_deps.tokens.mint(*claims)));
    answer("token_type"_L1, u"Bearer"_s);
    answer("expires_in"_L1, static_cast<qint64>(life.count()));
    answer("scope"_L1, claims->scopes.join(u' '));
    HttpResponse response = jsonResponse(answer.take());
    addNoStore(response);
    m_records.addServed(std::move(record), *claims, began);
    // A revocation waits until this answer is out: no token is handed over after it was acknowledged.
    response.holdUntilSent = client->policy;
    return response;
}

HttpResponse OAuthService::introspect(const HttpRequest &request) const
{
    const auto client = begin(request, ClientLimits::Act::Introspection);
    if (!client)
        return client.error().error.response();
    if (!client->body.has("token"))
        return OAuthError::invalidRequest("token is missing").response();

    const QJsonObject inactive{{u"active"_s, false}};
    DecisionRequest question;
    question.presented = m_deps.tokens.read(client->body.value("token"));
    const auto *token = std::get_if<presented::Token>(&question.presented);
    const CredentialRule &credential = *client->client.credential;
    if (token == nullptr || token->claims.id16 != credential.id16 || token->claims.probe)
        return jsonAnswer(inactive);
    // As a call with it would be judged now, with what the token can do now, not what it could when issued.
    const Identity identity = authenticate(*client->policy, m_deps.peppers, question, client->now.wall);
    const Access access = accessOf(*client->policy, credential, identity.scopes);
    if (identity.reason != DecisionReason::Allowed || access.reason != DecisionReason::Allowed)
        return jsonAnswer(inactive);
    const TokenClaims &claims = token->claims;
    const auto epoch = [](Instant at) {
        return static_cast<qint64>(floor<seconds>(at).time_since_epoch().count());
    };
    return jsonAnswer({{u"active"_s, true},
                       {u"scope"_s, access.scopes.join(u' ')},
                       {u"client_id"_s, credential.id()},
                       {u"sub"_s, credential.id()},
                       {u"token_type"_s, u"Bearer"_s},
                       {u"iss"_s, m_deps.tokens.issuer()},
                       {u"aud"_s, claims.audience.isEmpty() ? m_deps.tokens.audience() : claims.audience},
                       {u"iat"_s, epoch(claims.issuedAt)},
                       {u"exp"_s, epoch(claims.expiresAt)},
                       {u"jti"_s, QString::fromLatin1(claims.jti)},
                       {u"partner_id"_s, claims.partnerId},
                       {u"realm"_s, toText(claims.realm)},
                       {u"gen"_s, claims.generation}});
}

void OAuthService::revoke(const HttpRequest &request, const Responder &respond) const
{
    const auto answered = [&respond](int status) {
        HttpResponse response = emptyResponse(status);
        addNoStore(response);
        respond(std::move(response));
    };
    auto client = begin(request, ClientLimits::Act::Revocation);
    if (!client)
        return respond(client.error().error.response());
    if (!client->body.has("token"))
        return respond(OAuthError::invalidRequest("token is missing").response());

    const Presented read = m_deps.tokens.read(client->body.value("token"));
    const auto *token = std::get_if<presented::Token>(&read);
    // RFC 7009 section 2.2: an invalid token is as good as revoked. One that has expired is denied all the
    // same: the clock that says so may be set back.
    if (token == nullptr)
        return answered(200);
    const TokenClaims claims = token->claims;
    if (claims.id16 != client->client.credential->id16)
        return respond(
            OAuthError{400, OAuthCode::UnauthorizedClient, "the token was issued to another client", {}}
                .response());
    // Asked again: the answer is about the same thing, that the denial lasts.
    if (client->policy->isDenied(claims.jti) && m_deps.denials.isLasting(claims.jti))
        return answered(200);

    TokenDenials::Request denial;
    denial.token = {claims.jti, claims.expiresAt};
    denial.partnerId = claims.partnerId;
    denial.credentialId = client->client.credential->id();
    denial.generation = claims.generation;
    denial.requestId = QString::fromLatin1(request.requestId);
    denial.source = QString::fromLatin1(request.peerAddress);
    client->policy.reset(); // or the denial would wait for us
    LiveTokens &live = m_deps.liveTokens;
    m_deps.denials.deny(denial, [respond, claims, &live](bool durable) {
        live.ended(claims.id16, claims.generation, claims.expiresAt);
        if (!durable) { // RFC 7009 section 2.2.1
            return respond(OAuthError{503, OAuthCode::TemporarilyUnavailable,
                                      "the token is dead, but that is not stored yet; ask again", 5s}
                               .response());
        }
        HttpResponse response = emptyResponse(200);
        addNoStore(response);
        respond(std::move(response));
    });
}

HttpResponse OAuthService::keySet() const
{
    HttpResponse response = jsonResponse(m_deps.tokens.keySet());
    response.headers.set("Content-Type", "application/jwk-set+json");
    response.headers.set("Cache-Control", "public, max-age=300");
    return response;
}

HttpResponse OAuthService::metadata() const
{
    const QString issuer = m_deps.tokens.issuer();
    const QString origin = m_deps.origin.isEmpty() ? issuer : m_deps.origin;
    const QJsonArray methods{u"client_secret_basic"_s, u"client_secret_post"_s};
    const QJsonObject body{{u"issuer"_s, issuer},
                           {u"token_endpoint"_s, QString(origin + u"/oauth2/token")},
                           {u"jwks_uri"_s, QString(origin + u"/oauth2/jwks")},
                           {u"introspection_endpoint"_s, QString(origin + u"/oauth2/introspect")},
                           {u"revocation_endpoint"_s, QString(origin + u"/oauth2/revoke")},
                           {u"grant_types_supported"_s, QJsonArray{u"client_credentials"_s}},
                           {u"response_types_supported"_s, QJsonArray{}},
                           {u"token_endpoint_auth_methods_supported"_s, methods},
                           {u"introspection_endpoint_auth_methods_supported"_s, methods},
                           {u"revocation_endpoint_auth_methods_supported"_s, methods}};
    HttpResponse response = jsonResponse(QJsonDocument(body).toJson(QJsonDocument::Compact));
    response.headers.set("Cache-Control", "public, max-age=300");
    return response;
}

void mountOAuth(Router &router, std::shared_ptr<const OAuthService> service)
{
    // Whatever goes wrong here, before an endpoint runs or in it, is told in the form that OAuth clients
    // expect.
    const auto words = [](const HttpRequest &, HttpResponse refusal) {
        return inOAuthWords(std::move(refusal));
    };
    router.refuseWith("/oauth2", words);
    router.refuseWith("/.well-known/oauth-authorization-server", words);
    RouteOptions form;
    form.body = BodyKind::Any;
    form.bodyLimit = 16 * 1024;
    form.bodyTimeout = std::chrono::seconds(5);
    form.ownTarget = true;
    RouteOptions document; // its query is nobody's business
    document.ownTarget = true;
    router.add(
        HttpMethod::Post, "/oauth2/token",
        [service](const HttpRequest &request, const Responder &respond) { respond(service->token(request)); },
        form);
    router.add(
        HttpMethod::Post, "/oauth2/introspect",
        [service](const HttpRequest &request, const Responder &respond) {
            respond(service->introspect(request));
        },
        form);
    router.add(
        HttpMethod::Post, "/oauth2/revoke",
        [service](const HttpRequest &request, const Responder &respond) {
            service->revoke(request, respond);
        },
        form);
    router.add(
        HttpMethod::Get, "/oauth2/jwks",
        [service](const HttpRequest &, const Responder &respond) { respond(service->keySet()); }, document);
    router.add(
        HttpMethod::Get, "/.well-known/oauth-authorization-server",
        [service](const HttpRequest &, const Responder &respond) { respond(service->metadata()); }, document);
}

} // namespace pc::platform
