// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/http_types.h"

#include <QByteArray>
#include <QLatin1StringView>

#include <chrono>

namespace pc::platform {

/// The error codes of the OAuth addresses (RFC 6749 sections 5.2 and 4.1.2.1, RFC 8707 section 2), and one
/// that is ours: HistoryNotAccepted.
enum class OAuthCode {
    InvalidRequest,
    InvalidClient,
    InvalidScope,
    InvalidTarget,
    UnauthorizedClient,
    UnsupportedGrantType,
    TemporarilyUnavailable,
    ServerError,
    HistoryNotAccepted,
};
/// As the answer has it: "invalid_request".
[[nodiscard]] QLatin1StringView toText(OAuthCode code);

/// An error answer of RFC 6749 section 5.2. `description` is a fixed text from the code: plain
/// ASCII without quotes or backslashes, as the section wants, and without anything the client sent.
struct OAuthError
{
    int status = 400;
    OAuthCode error = OAuthCode::InvalidRequest;
    QByteArray description;
    std::chrono::nanoseconds retryAfter{0};

    [[nodiscard]] static OAuthError invalidRequest(const QByteArray &description)
    {
        return {400, OAuthCode::InvalidRequest, description, {}};
    }
    /// 401 with a challenge, for every way in which a client failed to authenticate: unknown, wrong and
    /// disabled look the same.
    [[nodiscard]] static OAuthError invalidClient(std::chrono::nanoseconds retryAfter = {})
    {
        return {401, OAuthCode::InvalidClient, "client authentication failed", retryAfter};
    }

    /// 403: no client is wrong, the service itself gives no tokens now (Policy::decides()).
    [[nodiscard]] static OAuthError notDeciding()
    {
        return {403,
                OAuthCode::HistoryNotAccepted,
                "the service gives no tokens until its history is accepted",
                {}};
    }

    /// 429 (RFC 6585 section 4): this client asks too often. RFC 6749 has no error code of its own for it;
    /// `temporarily_unavailable` is the registered one that says "later", and client libraries know it.
    [[nodiscard]] static OAuthError tooOften(std::chrono::nanoseconds retryAfter)
    {
        return {429, OAuthCode::TemporarilyUnavailable,
                "this client asks too often; reuse a token until it expires", retryAfter};
    }

    [[nodiscard]] HttpResponse response() const;
};

/// A refusal that was made before an endpoint ran (problem+json: method, size, time, target …) in the words
/// of the same section: the status and its headers stay. 5xx is `temporarily_unavailable` or `server_error`,
/// the codes of section 4.1.2.1 for it, as 5.2 has none.
[[nodiscard]] HttpResponse inOAuthWords(HttpResponse refusal);

/// The headers that every answer of these endpoints has (section 5.1).
void addNoStore(HttpResponse &response);

} // namespace pc::platform
