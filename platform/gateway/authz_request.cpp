// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/authz_request.h"

#include "contract/crypto/redaction.h"
#include "platform/gateway/identity_headers.h"
#include "platform/http/request_target.h"

#include <algorithm>

namespace pc::platform {
namespace {

/// Present exactly once under exactly this name.
bool isSingle(const HttpHeaders &headers, QByteArrayView name)
{
    return headers.count(name) == 1 && headers.countWithAliases(name) == 1;
}

bool isAbsent(const HttpHeaders &headers, QByteArrayView name)
{
    return headers.countWithAliases(name) == 0;
}

bool isMethod(const QByteArray &method)
{
    return method.size() >= 3 && method.size() <= 7 &&
           std::all_of(method.begin(), method.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// One address as text. A list would mean that somebody else's word is passed on.
bool isAddress(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= 45 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == '.' ||
               c == ':';
    });
}

bool isRequestId(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
               c == '_' || c == '.';
    });
}

/// The path as it was sent, of an origin or absolute form (Caddy passes on what the client wrote).
QByteArray rawPathOf(const QByteArray &uri)
{
    if (const std::optional<RequestTarget> target = parseRequestTarget(uri))
        return target->path;
    const qsizetype mark = uri.indexOf('?');
    return mark < 0 ? uri : uri.first(mark);
}

/// Such an id would be handed back, and on to the API.
bool holdsSecret(const QByteArray &id)
{
    const QString text = QString::fromLatin1(id);
    return redactText(text) != text;
}

struct Names
{
    const char *method;
    const char *uri;
    const char *source;
};

constexpr Names nginxNames{"X-Original-Method", "X-Original-URI", "X-Original-For"};
constexpr Names forwardNames{"X-Forwarded-Method", "X-Forwarded-Uri", "X-Forwarded-For"};

bool usesNames(const HttpHeaders &headers, const Names &names)
{
    return !isAbsent(headers, names.method) || !isAbsent(headers, names.uri);
}

/// What a gateway tells besides, and the API behind it believes: at most once, under its own name.
bool hasOneSpelling(const HttpHeaders &headers)
{
    static const QByteArrayList names{"X-Request-Id", "X-Forwarded-Host", "X-Forwarded-Proto"};
    return std::all_of(names.begin(), names.end(), [&headers](const QByteArray &name) {
        return isAbsent(headers, name) || isSingle(headers, name);
    });
}

} // namespace

AuthzRequest readAuthzRequest(const HttpRequest &request)
{
    const HttpHeaders &headers = request.headers;
    AuthzRequest question;
    const bool nginx = usesNames(headers, nginxNames);
    question.dialect = nginx ? GatewayDialect::Nginx : GatewayDialect::ForwardAuth;
    const Names &names = nginx ? nginxNames : forwardNames;

    question.method = headers.value(names.method);
    const QByteArray uri = headers.value(names.uri);
    question.rawPath = rawPathOf(uri);
    const qsizetype mark = uri.indexOf('?');
    question.query = mark < 0 ? QByteArray() : uri.sliced(mark + 1);
    question.source = headers.value(names.source);
    question.userAgent = headers.value("User-Agent");
    const QByteArray gatewaysId = headers.value("X-Request-Id");
    const bool ownId =
        isSingle(headers, "X-Request-Id") && isRequestId(gatewaysId) && !holdsSecret(gatewaysId);
    question.requestId = ownId ? gatewaysId : request.requestId;

    const Names &other = nginx ? forwardNames : nginxNames; // would be the client's
    question.acceptable =
        isSingle(headers, names.method) && isSingle(headers, names.uri) && isSingle(headers, names.source) &&
        !usesNames(headers, other) && isAbsent(headers, other.source) && isMethod(question.method) &&
        isAddress(question.source) && hasOneSpelling(headers) && hasNoProtectedHeaders(headers);
    if (!isAddress(question.source))
        question.source = QByteArray();
    return question;
}

QByteArray forwardedSource(const HttpRequest &request)
{
    const HttpHeaders &headers = request.headers;
    for (const auto &[names, other] :
         {std::pair(nginxNames, forwardNames), std::pair(forwardNames, nginxNames)}) {
        const QByteArray source = headers.value(names.source);
        if (isSingle(headers, names.source) && isAbsent(headers, other.source) && isAddress(source))
            return source;
    }
    return {};
}

} // namespace pc::platform
