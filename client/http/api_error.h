// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/problem_codes.h"
#include "contract/types/problem.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace pc::client {

/// What went wrong, as far as a person or a program has to act differently. Words for people are made in
/// views, in one place.
enum class ErrorKind {
    Offline,        ///< the service could not be reached; nothing was sent, or the call only reads
    Timeout,        ///< a read got no answer in time
    Tls,            ///< the peer could not be trusted; no credential was sent
    Unauthorized,   ///< 401, and renewing the session did not help
    StepUpRequired, ///< 401 or 403 that asks for a fresher sign-in (code "step_up_required")
    Forbidden,      ///< 403; problem->permission names what is missing
    NotFound,       ///< 404, 410
    Conflict,       ///< 409
    Stale,          ///< 412 (edited by somebody else; `body` carries the current state) or 428
    Validation,     ///< 400, 422; problem->errors names the fields
    RateLimited,    ///< 429; problem->retryAfter
    Server,         ///< 5xx: the service answered that it failed
    Protocol,       ///< the answer broke the contract: redirect, cut body, wrong JSON, unexpected status
    OutcomeUnknown  ///< a write was sent and its answer never came, repeats included: it may or may not have
                    ///< happened
};

/// An error as a value. Of what was sent made in one place (api_caller.cpp), handed on unchanged: never
/// translated or rebuilt on the way up.
struct ApiError
{
    ErrorKind kind = ErrorKind::Protocol;
    int status = 0;                 ///< HTTP status, 0 when there was no answer
    std::optional<Problem> problem; ///< the problem+json that came with it
    QString detail;                 ///< technical, English, for "Show details"; never a secret
    QString requestId;              ///< ours (X-Request-Id) when the answer named none
    QByteArray body; ///< of a 412: the answer as received, for currentState() in client/http/stale.h

    /// Unknown without a problem, and for a code that this build does not know: its text stands in `problem`.
    [[nodiscard]] ProblemCode code() const
    {
        return problem ? problemCodeOf(problem->code) : ProblemCode::Unknown;
    }
    bool operator==(const ApiError &) const = default;
};

/// True when nothing can have changed at the service: shown to people as "Nothing was changed".
[[nodiscard]] constexpr bool nothingChanged(ErrorKind kind)
{
    return kind != ErrorKind::OutcomeUnknown && kind != ErrorKind::Server && kind != ErrorKind::Protocol;
}

/// Of the answer to a repeat of a write whose outcome is not known: true when it says what became of the
/// write. What was refused for these reasons was looked at as a new act, so the one before had not happened;
/// session, role, rate limit and faults of the service are checked before keys are, and say nothing of it.
[[nodiscard]] constexpr bool tellsOutcome(ErrorKind kind)
{
    return kind == ErrorKind::NotFound || kind == ErrorKind::Conflict || kind == ErrorKind::Stale ||
           kind == ErrorKind::Validation;
}

} // namespace pc::client
