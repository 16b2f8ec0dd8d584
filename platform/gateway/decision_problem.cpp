// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/decision_problem.h"

#include "platform/http/http_date.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    DecisionReason reason;
    int status;
    const char *code;
    const char16_t *title;
    const char16_t *detail;
};

constexpr auto invalidTitle = u"The credential is not accepted";
constexpr auto invalidDetail = u"It is malformed, unknown, or not valid any more.";

constexpr std::array rows{
    Row{DecisionReason::MissingCredential, 401, "credential_missing", u"A credential is needed",
        u"Send an access token as a bearer token, or an API key."},
    Row{DecisionReason::MultipleCredentials, 401, "credential_ambiguous",
        u"More than one credential was sent", u"Send exactly one."},
    Row{DecisionReason::UnknownCredential, 401, "credential_invalid", invalidTitle, invalidDetail},
    Row{DecisionReason::MalformedCredential, 401, "credential_invalid", invalidTitle, invalidDetail},
    Row{DecisionReason::CredentialPending, 401, "credential_invalid", invalidTitle, invalidDetail},
    Row{DecisionReason::CredentialSuspended, 401, "credential_invalid", invalidTitle, invalidDetail},
    Row{DecisionReason::CredentialExpired, 401, "credential_invalid", invalidTitle, invalidDetail},
    Row{DecisionReason::CredentialRevoked, 401, "credential_invalid", invalidTitle, invalidDetail},
    Row{DecisionReason::TokenExpired, 401, "credential_invalid", invalidTitle, invalidDetail},
    Row{DecisionReason::TokenRevoked, 401, "credential_invalid", invalidTitle, invalidDetail},
    Row{DecisionReason::TokenInvalid, 401, "credential_invalid", invalidTitle, invalidDetail},
    Row{DecisionReason::WrongRealm, 403, "realm_wrong", u"The credential belongs to another realm",
        u"Sandbox credentials work in the sandbox only, production credentials in production only."},
    Row{DecisionReason::PartnerFrozen, 403, "partner_not_active", u"The partner's access is closed",
        u"Ask the platform's partner support."},
    Row{DecisionReason::PartnerOffboarded, 403, "partner_not_active", u"The partner's access is closed",
        u"Ask the platform's partner support."},
    Row{DecisionReason::StageNotAllowed, 403, "stage_not_allowed", u"Not open at the partner's stage",
        u"This realm or route opens at a later stage."},
    Row{DecisionReason::UnknownRoute, 403, "route_unknown", u"The route is not in the catalogue",
        u"Method and path match no published route."},
    Row{DecisionReason::MissingScope, 403, "scope_missing", u"The scope is missing",
        u"The route needs a scope that the credential or token does not have."},
    Row{DecisionReason::ResourceNotGranted, 403, "resource_not_granted", u"The resource is not granted",
        u"The grant is limited to other resources."},
    Row{DecisionReason::RateLimited, 429, "rate_limited", u"Too many calls",
        u"Wait as long as Retry-After says."},
    Row{DecisionReason::QuotaExceeded, 429, "quota_exceeded", u"The daily quota is used up",
        u"It turns over at midnight of the partner's time zone."},
    Row{DecisionReason::BadRequest, 400, "request_not_canonical", u"The request is not canonical",
        u"Its path or headers could be read in more than one way."},
    Row{DecisionReason::HeaderTooLarge, 431, "header_too_large", u"The header is too large",
        u"Send fewer or shorter header fields; waiting does not help."},
    Row{DecisionReason::GatewayUntrusted, 403, "gateway_untrusted", u"Only registered gateways may ask",
        u"The client certificate or socket of a registered gateway is needed."},
    Row{DecisionReason::HistoryNotAccepted, 403, "history_not_accepted", u"The platform decides nothing now",
        u"Its own records are being checked. Nothing is wrong with the credential."},
};

PublicReason fromRow(const Row &row)
{
    return {row.status, row.code, QString::fromUtf16(row.title), QString::fromUtf16(row.detail)};
}

PublicReason refusedReason()
{
    return {403, "refused", u"The call is refused"_s, {}};
}

/// Of RFC 6750, for a 401 or a missing scope; empty when there is none.
QByteArray bearerChallenge(const PublicReason &reason, const QString &scope)
{
    if (reason.code == "credential_missing")
        return "Bearer realm=\"partner-api\"";
    if (reason.status == 401)
        return "Bearer realm=\"partner-api\", error=\"invalid_token\"";
    if (reason.code == "scope_missing")
        return "Bearer realm=\"partner-api\", error=\"insufficient_scope\", scope=\"" + scope.toLatin1() +
               '"';
    return {};
}

} // namespace

PublicReason publicReason(DecisionReason reason)
{
    const auto found =
        std::find_if(rows.begin(), rows.end(), [reason](const Row &row) { return row.reason == reason; });
    return found == rows.end() ? refusedReason() : fromRow(*found);
}

PublicReason overloadedReason()
{
    return {429, "overloaded", u"The service is busy"_s, u"Nothing was counted; try again."_s};
}

PublicReason publicReasonByCode(const QByteArray &code, int status)
{
    if (code == "overloaded")
        return overloadedReason();
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&code](const Row &row) { return row.code == code; });
    if (found != rows.end())
        return fromRow(*found);
    PublicReason reason = refusedReason();
    if (status >= 400 && status < 500)
        reason.status = status;
    return reason;
}

void addRefusalFields(HttpHeaders &headers, const PublicReason &reason, const ProblemFacts &facts)
{
    if (facts.retryAfter > 0)
        headers.set("Retry-After", QByteArray::number(facts.retryAfter));
    const QByteArray challenge = bearerChallenge(reason, facts.scope);
    if (!challenge.isEmpty())
        headers.set("WWW-Authenticate", challenge);
}

HttpResponse decisionProblem(const PublicReason &reason, const ProblemFacts &facts)
{
    QJsonObject body{{u"type"_s, u"about:blank"_s},
                     {u"status"_s, reason.status},
                     {u"code"_s, QString::fromLatin1(reason.code)},
                     {u"title"_s, reason.title},
                     {u"request_id"_s, QString::fromLatin1(facts.requestId)}};
    if (!reason.detail.isEmpty())
        body.insert(u"detail"_s, reason.detail);
    if (!facts.decisionId.isEmpty())
        body.insert(u"decision_id"_s, facts.decisionId);
    if (!facts.scope.isEmpty() && reason.code == "scope_missing")
        body.insert(u"scope"_s, facts.scope);
    if (facts.retryAfter > 0)
        body.insert(u"retry_after"_s, facts.retryAfter);
    HttpResponse response = jsonResponse(QJsonDocument(body).toJson(QJsonDocument::Compact), reason.status);
    response.headers.set("Content-Type", "application/problem+json");
    addRefusalFields(response.headers, reason, facts);
    return response;
}

qint64 retrySeconds(std::chrono::nanoseconds wait)
{
    return std::max<qint64>(std::chrono::ceil<std::chrono::seconds>(wait).count(), 1);
}

void addRateLimitFields(HttpHeaders &headers, const Decision &decision, Instant now)
{
    if (!decision.limits)
        return;
    const LimitVerdict &limits = *decision.limits;
    const auto inSeconds = [](std::chrono::nanoseconds span) {
        return QByteArray::number(
            static_cast<qlonglong>(std::chrono::ceil<std::chrono::seconds>(span).count()));
    };
    QByteArray policy = "\"burst\";q=" + QByteArray::number(limits.burst);
    QByteArray state =
        "\"burst\";r=" + QByteArray::number(limits.remaining) + ";t=" + inSeconds(limits.fullAfter);
    if (limits.quotaRemaining >= 0) {
        policy += ", \"day\";q=" + QByteArray::number(limits.quota) + ";w=86400";
        state += ", \"day\";r=" + QByteArray::number(limits.quotaRemaining) +
                 ";t=" + inSeconds(limits.quotaResetsAt - now);
    }
    headers.set("RateLimit-Policy", policy);
    headers.set("RateLimit", state);
}

void addDeprecation(HttpHeaders &headers, const Decision &decision)
{
    if (decision.deprecatedAt)
        headers.set("Deprecation", '@' + QByteArray::number(decision.deprecatedAt->toSecsSinceEpoch()));
    if (decision.sunsetAt)
        headers.set("Sunset", httpDate(instantOf(*decision.sunsetAt)));
}

} // namespace pc::platform
