// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/oauth/oauth_error.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    int status;
    const char *error;
    const char *description;
};

constexpr std::array words{
    Words{400, "invalid_request", "the request is malformed"},
    Words{404, "invalid_request", "there is no such endpoint"},
    Words{405, "invalid_request",
          "the endpoint does not take this method; the Allow header names those it takes"},
    Words{408, "invalid_request", "the request did not arrive in time"},
    Words{413, "invalid_request", "the body is too large"},
    Words{415, "invalid_request",
          "the body must be application/x-www-form-urlencoded without a content coding"},
    Words{417, "invalid_request", "the expectation cannot be met"},
    Words{429, "invalid_request", "too many requests; wait as long as Retry-After says"},
    Words{431, "invalid_request", "the request header is too large"},
    Words{500, "server_error", "something went wrong here"},
    Words{501, "invalid_request", "the method or transfer coding is not known here"},
    Words{503, "temporarily_unavailable", "the service cannot answer now"},
    Words{505, "invalid_request", "only HTTP/1.0 and HTTP/1.1 are known here"},
};

} // namespace

HttpResponse inOAuthWords(HttpResponse refusal)
{
    const auto known = std::find_if(words.begin(), words.end(),
                                    [&refusal](const Words &each) { return each.status == refusal.status; });
    OAuthError error{refusal.status, "invalid_request", "the request is refused", {}};
    if (known != words.end()) {
        error.error = known->error;
        error.description = known->description;
    } else if (refusal.status >= 500) {
        error.error = "server_error";
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
    const QJsonObject body{{u"error"_s, QString::fromLatin1(error)},
                           {u"error_description"_s, QString::fromLatin1(description)}};
    HttpResponse response = jsonResponse(QJsonDocument(body).toJson(QJsonDocument::Compact), status);
    addNoStore(response);
    if (status == 401)
        response.headers.set("WWW-Authenticate", "Basic realm=\"token\", charset=\"UTF-8\"");
    if (retryAfter > std::chrono::nanoseconds::zero()) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(retryAfter);
        response.headers.set("Retry-After", QByteArray::number(static_cast<qlonglong>(seconds.count())));
    }
    return response;
}

} // namespace pc::platform
