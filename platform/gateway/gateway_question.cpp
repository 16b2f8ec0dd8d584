// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/gateway_question.h"

#include "platform/gateway/identity_headers.h"

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

struct Names
{
    const char *method;
    const char *uri;
    const char *source;
};

constexpr Names nginxNames{"X-Original-Method", "X-Original-URI", "X-Original-For"};
constexpr Names forwardNames{"X-Forwarded-Method", "X-Forwarded-Uri", "X-Forwarded-For"};

} // namespace

GatewayQuestion readQuestion(const HttpRequest &request)
{
    const HttpHeaders &headers = request.headers;
    GatewayQuestion question;
    const bool nginx = !isAbsent(headers, nginxNames.method) || !isAbsent(headers, nginxNames.uri);
    const bool forward = !isAbsent(headers, forwardNames.method) || !isAbsent(headers, forwardNames.uri);
    question.dialect = nginx ? GatewayDialect::Nginx : GatewayDialect::ForwardAuth;
    const Names &names = nginx ? nginxNames : forwardNames;

    question.method = headers.value(names.method);
    const QByteArray uri = headers.value(names.uri);
    const qsizetype mark = uri.indexOf('?');
    question.rawPath = mark < 0 ? uri : uri.first(mark);
    question.source = headers.value(names.source);
    question.userAgent = headers.value("User-Agent");
    const QByteArray gatewaysId = headers.value("X-Request-Id");
    const bool ownId = isSingle(headers, "X-Request-Id") && isRequestId(gatewaysId);
    question.requestId = ownId ? gatewaysId : request.requestId;

    question.acceptable = nginx != forward && isSingle(headers, names.method) &&
                          isSingle(headers, names.uri) && isSingle(headers, names.source) &&
                          isMethod(question.method) && isAddress(question.source) &&
                          headers.countWithAliases("X-Request-Id") <= 1 && hasNoIdentityHeaders(headers);
    if (!isAddress(question.source))
        question.source = QByteArray();
    return question;
}

} // namespace pc::platform
