// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/decide.h"
#include "platform/http/http_types.h"

#include <QString>

namespace pc::platform {

/// What a partner is told about a refusal: a row of core/decision/decision_reasons.h. The true reason is in
/// the call's record.
struct PublicReason
{
    int status = 403;
    QByteArray code; ///< stable, e.g. "scope_missing"
    QString title;
    QString detail;
};

[[nodiscard]] PublicReason publicReason(DecisionReason reason);
/// By its stable code, for a gateway that asks for the body of a refusal. An unknown code (of another
/// release) is a plain refusal with the status that came with it, or 403 when that is no client error.
[[nodiscard]] PublicReason publicReasonByCode(const QByteArray &code, int status);
/// The service is too late to decide: not a decision, and nothing was counted.
[[nodiscard]] PublicReason overloadedReason();

/// application/problem+json with `code`, `request_id` and, when known, `decision_id`, `scope`,
/// `retry_after` and `link`.
struct ProblemFacts
{
    QByteArray requestId;
    QString decisionId;
    QString scope;
    qint64 retryAfter = 0; ///< seconds; 0 = none
    QString page = {};     ///< where one is told what follows; may be empty, as the next
    QString sentence = {}; ///< of the platform's people, in place of the detail
};
/// What follows a version that has ended, if the call was refused for that.
void addNotice(ProblemFacts &facts, const Decision &decision);
[[nodiscard]] HttpResponse decisionProblem(const PublicReason &reason, const ProblemFacts &facts);

/// Retry-After, and the challenge of RFC 6750 for a 401 or a missing scope.
void addRefusalFields(HttpHeaders &headers, const PublicReason &reason, const ProblemFacts &facts);

/// Whole seconds, rounded up and at least 1, so that waiting that long is enough.
[[nodiscard]] qint64 retrySeconds(std::chrono::nanoseconds wait);

/// RateLimit and RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers-10) of a call that got as far as the
/// limits.
void addRateLimitFields(HttpHeaders &headers, const Decision &decision, Instant now);

/// Deprecation (RFC 9745), Sunset (RFC 8594) and Link (RFC 8288) of a deprecated route.
void addDeprecation(HttpHeaders &headers, const Decision &decision);
/// The last target of such a Link field, which is where people are sent; empty when there is none.
[[nodiscard]] QString pageOf(const QByteArray &link);

} // namespace pc::platform
