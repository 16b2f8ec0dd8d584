// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/oauth/oauth_error.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    int status;
    OAuthCode error;
    const char *description;
};

constexpr std::array words{
    Words{400, OAuthCode::InvalidRequest, "the request is malformed"},
    Words{404, OAuthCode::InvalidRequest, "there is no such endpoint"},
    Words{405, OAuthCode::InvalidRequest,
          "the endpoint does not take this method; the Allow header names those it takes"},
    Words{408, OAuthCode::InvalidRequest, "the request did not arrive in time"},
    Words{413, OAuthCode::InvalidRequest, "the body is too large"},
    Words{415, OAuthCode::InvalidRequest,
          "the body must be application/x-www-form-urlencoded without a content coding"},
    Words{417, OAuthCode::InvalidRequest, "the expectation cannot be met"},
    Words{429, OAuthCode::InvalidRequest, "too many requests; wait as long as Retry-After says"},
    Words{431, OAuthCode::InvalidRequest, "the request header is too large"},
    Words{500, OAuthCode::ServerError, "something went wrong here"},
    Words{501, OAuthCode::InvalidRequest, "the method or transfer coding is not known here"},
    Words{503, OAuthCode::TemporarilyUnavailable, "the service cannot answer now"},
    Words{505, OAuthCode::InvalidRequest, "only HTTP/1.0 and HTTP/1.1 are known here"},
};

} // namespace

QLatin1StringView toText(OAuthCode code)
{
    switch (code) {
    case OAuthCode::InvalidRequest:
        return "invalid_request"_L1;
    case OAuthCode::InvalidClient:
        return "invalid_client"_L1;
    case OAuthCode::InvalidTarget:
        return "invalid_target"_L1;
    case OAuthCode::InvalidScope:
        return "invalid_scope"_L1;
    case OAuthCode::UnauthorizedClient:
        return "unauthorized_client"_L1;
    case OAuthCode::UnsupportedGrantType:
        return "unsupported_grant_type"_L1;
    case OAuthCode::TemporarilyUnavailable:
        return "temporarily_unavailable"_L1;
    case OAuthCode::ServerError:
        return "server_error"_L1;
    case OAuthCode::HistoryNotAccepted:
        return "history_not_accepted"_L1;
    }
    std::abort();
}

HttpResponse inOAuthWords(HttpResponse refusal)
{
    const auto known = std::find_if(words.begin(), words.end(),
                                    [&refusal](const Words &each) { return each.status == refusal.status; });
    OAuthError error{refusal.status, OAuthCode::InvalidRequest, "the request is refused", {}};
    if (known != words.end()) {
        error.error = known->error;
        error.description = known->description;
    } else if (refusal.status >= 500) {
        error.error = OAuthCode::ServerError;
    }
    HttpResponse response = error.response();
    for (const HttpHeader &field : refusal.headers.all()) {
        if (!response.headers.contains(field.name))
            response.headers.add(field.name, field.value);
    }
    return response;
}

void addNoStore(HttpResponse &response)
{
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("Pragma", "no-cache");
}

HttpResponse OAuthError::response() const
{
    const QJsonObject body{{u"error"_s, QString(toText(error))},
                           {u"error_description"_s, QString::fromLatin1(description)}};
    HttpResponse response = jsonResponse(QJsonDocument(body).toJson(QJsonDocument::Compact), status);
    addNoStore(response);
    if (status == 401)
        response.headers.set("WWW-Authenticate", "Basic realm=\"token\", charset=\"UTF-8\"");
    if (retryAfter > std::chrono::nanoseconds::zero()) {
        const auto wait = std::chrono::ceil<std::chrono::seconds>(retryAfter);
        response.headers.set("Retry-After", QByteArray::number(static_cast<qlonglong>(wait.count())));
    }
    return response;
}

} // namespace pc::platform
