// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/oauth/oauth_error.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pc::platform {

using namespace Qt::StringLiterals;

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
