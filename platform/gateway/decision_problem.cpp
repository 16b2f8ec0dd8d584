// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/decision_problem.h"

#include "platform/core/decision/decision_reasons.h"
#include "platform/http/http_date.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

PublicReason fromRow(const ReasonRow &row)
{
    return {row.status, row.code, QString::fromUtf16(row.title), QString::fromUtf16(row.detail)};
}

PublicReason refusedReason()
{
    return fromRow(reasonRow(DecisionReason::Unknown));
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
    return reason == DecisionReason::Allowed ? refusedReason() : fromRow(reasonRow(reason));
}

PublicReason overloadedReason()
{
    return {429, "overloaded", u"The service is busy"_s, u"Nothing was counted; try again."_s};
}

PublicReason publicReasonByCode(const QByteArray &code, int status)
{
    if (code == "overloaded")
        return overloadedReason();
    const auto rows = reasonRows();
    const auto found = std::find_if(rows.begin(), rows.end(), [&code](const ReasonRow &row) {
        return row.reason != DecisionReason::Unknown && row.reason != DecisionReason::Allowed &&
               code == row.code;
    });
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

void addNotice(ProblemFacts &facts, const Decision &decision)
{
    if (decision.reason != DecisionReason::VersionEnded || !decision.notice)
        return;
    facts.page = decision.notice->page;
    facts.sentence = decision.notice->sentence;
}

HttpResponse decisionProblem(const PublicReason &reason, const ProblemFacts &facts)
{
    QJsonObject body{{u"type"_s, u"about:blank"_s},
                     {u"status"_s, reason.status},
                     {u"code"_s, QString::fromLatin1(reason.code)},
                     {u"title"_s, reason.title},
                     {u"request_id"_s, QString::fromLatin1(facts.requestId)}};
    const QString detail = facts.sentence.isEmpty() ? reason.detail : facts.sentence;
    if (!detail.isEmpty())
        body.insert(u"detail"_s, detail);
    if (!facts.page.isEmpty())
        body.insert(u"link"_s, facts.page);
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
    if (decision.notice && !decision.notice->link.isEmpty())
        headers.set("Link", decision.notice->link);
}

QString pageOf(const QByteArray &link)
{
    const qsizetype begin = link.lastIndexOf('<');
    const qsizetype end = begin < 0 ? -1 : link.indexOf('>', begin);
    return end < 0 ? QString() : QString::fromLatin1(link.sliced(begin + 1, end - begin - 1));
}

} // namespace pc::platform
