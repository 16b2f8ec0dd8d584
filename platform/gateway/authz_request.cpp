// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/authz_request.h"

#include "contract/crypto/redaction.h"
#include "platform/gateway/identity_headers.h"
#include "platform/http/request_target.h"

#include <algorithm>
#include <array>
#include <optional>

#include <arpa/inet.h>

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

/// As those of the HTTP Method Registry are (VERSION-CONTROL): which of them are served, the routes say. No
/// small letters, which some servers raise.
bool isMethod(const QByteArray &method)
{
    constexpr qsizetype longest = 32;
    return !method.isEmpty() && method.size() <= longest && method.front() != '-' &&
           std::all_of(method.begin(), method.end(),
                       [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; });
}

/// RFC 1123 section 2.1, lower case already; IPv4 addresses are such names. No final dot: it would be a
/// second way to write the same.
bool isHostName(QByteArrayView text)
{
    qsizetype label = 0; // characters of the present one
    char before = '.';
    for (const char c : text) {
        const bool isAlphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
        const bool fits = c == '.' ? label > 0 && before != '-' : isAlphanumeric || (c == '-' && label > 0);
        label = c == '.' ? 0 : label + 1;
        if (!fits || label > 63)
            return false;
        before = c;
    }
    return text.size() <= 253 && label > 0 && before != '-';
}

/// One address as text. A list would mean that somebody else's word is passed on.
bool isAddress(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= 45 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == '.' ||
               c == ':';
    });
}

/// An IPv6 address in brackets, in its one form.
std::optional<QByteArray> literalOf(const QByteArray &text)
{
    in6_addr address{};
    std::array<char, INET6_ADDRSTRLEN> form{};
    if (::inet_pton(AF_INET6, text.constData(), &address) != 1 ||
        ::inet_ntop(AF_INET6, &address, form.data(), form.size()) == nullptr)
        return std::nullopt;
    return '[' + QByteArray(form.data()) + ']';
}

/// A host without its port, in lower case; nothing unless it is one name, or one address. Caddy says an IPv6
/// address without its brackets.
std::optional<QByteArray> hostOf(const QByteArray &text)
{
    const QByteArray lower = text.toLower();
    const bool isLiteral = lower.startsWith('[');
    if (!isLiteral && lower.count(':') > 1)
        return literalOf(lower);
    const qsizetype end = isLiteral ? lower.indexOf(']') + 1 : lower.indexOf(':');
    const QByteArray host = lower.first(end < 0 ? lower.size() : end);
    const QByteArray port = lower.sliced(host.size());
    const bool hasPort =
        port.size() >= 2 && port.size() <= 6 && port.front() == ':' &&
        std::all_of(port.begin() + 1, port.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!port.isEmpty() && !hasPort)
        return std::nullopt;
    if (isLiteral)
        return literalOf(host.sliced(1).chopped(1));
    return isHostName(host) ? std::optional(host) : std::nullopt;
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

/// Where a gateway writes what it tells.
struct Names
{
    const char *method;
    const char *uri;
    const char *source;
    const char *host;
};

constexpr Names originalNames{"X-Original-Method", "X-Original-URI", "X-Original-For", "X-Original-Host"};
constexpr Names forwardedNames{"X-Forwarded-Method", "X-Forwarded-Uri", "X-Forwarded-For",
                               "X-Forwarded-Host"};

bool usesNames(const HttpHeaders &headers, const Names &names)
{
    return !isAbsent(headers, names.method) || !isAbsent(headers, names.uri);
}

/// The original target of a question of Envoy's; nothing when another gateway asks.
std::optional<QByteArray> envoyTarget(const HttpRequest &request)
{
    if (!request.rawTarget.startsWith(envoyPrefix))
        return std::nullopt;
    QByteArray target = request.rawTarget.sliced(envoyPrefix.size());
    if (target.startsWith('/') || target.startsWith('?') || target.isEmpty())
        return target;
    return std::nullopt;
}

/// What a gateway tells besides, and the API behind it believes: at most once, under its own name.
bool hasOneSpelling(const HttpHeaders &headers)
{
    static const QByteArrayList names{"X-Request-Id", "X-Forwarded-Host", "X-Forwarded-Proto"};
    return std::all_of(names.begin(), names.end(), [&headers](const QByteArray &name) {
        return isAbsent(headers, name) || isSingle(headers, name);
    });
}

/// Method and target, where the dialect has names for them; whether there is one of each, and none of the
/// names of another dialect, which would be the client's.
bool readCall(AuthzRequest &question, QByteArray &uri, const HttpHeaders &headers)
{
    if (question.dialect == GatewayDialect::Envoy) // adds X-Forwarded-For of its own accord
        return !usesNames(headers, originalNames) && !usesNames(headers, forwardedNames);
    const bool nginx = question.dialect == GatewayDialect::Nginx;
    const Names &names = nginx ? originalNames : forwardedNames;
    question.method = headers.value(names.method);
    uri = headers.value(names.uri);
    const Names &other = nginx ? forwardedNames : originalNames;
    return isSingle(headers, names.method) && isSingle(headers, names.uri) && !usesNames(headers, other) &&
           isAbsent(headers, other.source) && (nginx || isAbsent(headers, other.host));
}

/// Whether the length of the body is told once at most: the other would be the client's.
bool readBody(BodyFacts &body, const HttpHeaders &headers)
{
    body.type = headers.value("Content-Type");
    body.hasOneType = headers.countWithAliases("Content-Type") <= 1;
    const HttpHeader *length = headers.find("X-Original-Length");
    readLength(body, length != nullptr ? std::optional(length->value) : std::nullopt);
    return isAbsent(headers, "X-Original-Length") || isSingle(headers, "X-Original-Length");
}

/// Whether the gateway said where the call came from, and that it said at most one host.
bool readEnds(AuthzRequest &question, const HttpHeaders &headers)
{
    const Names &names = question.dialect == GatewayDialect::ForwardAuth ? forwardedNames : originalNames;
    const QByteArray source = headers.value(names.source);
    const bool hasSource = isSingle(headers, names.source) && isAddress(source);
    if (isAddress(source))
        question.source = source;
    if (isAbsent(headers, names.host))
        return hasSource;
    const std::optional<QByteArray> host = hostOf(headers.value(names.host));
    question.host = host.value_or(QByteArray());
    return hasSource && host && isSingle(headers, names.host);
}

} // namespace

AuthzRequest readAuthzRequest(const HttpRequest &request)
{
    const HttpHeaders &headers = request.headers;
    AuthzRequest question;
    QByteArray uri;
    if (std::optional<QByteArray> target = envoyTarget(request)) {
        question.dialect = GatewayDialect::Envoy;
        question.method = request.rawMethod;
        uri = std::move(*target);
    } else if (usesNames(headers, originalNames)) {
        question.dialect = GatewayDialect::Nginx;
    }
    const bool hasCall = readCall(question, uri, headers);
    const bool hasEnds = readEnds(question, headers);
    const bool hasBody = readBody(question.body, headers);
    question.isMasked = headers.value("X-Original-Masked") == "yes"; // from a client: it asks for less
    question.rawPath = rawPathOf(uri);
    const qsizetype mark = uri.indexOf('?');
    question.query = mark < 0 ? QByteArray() : uri.sliced(mark + 1);
    question.userAgent = headers.value("User-Agent");
    const QByteArray gatewaysId = headers.value("X-Request-Id");
    const bool ownId =
        isSingle(headers, "X-Request-Id") && isRequestId(gatewaysId) && !holdsSecret(gatewaysId);
    question.requestId = ownId ? gatewaysId : request.requestId;
    question.acceptable = hasCall && hasEnds && hasBody && isMethod(question.method) &&
                          hasOneSpelling(headers) && hasNoProtectedHeaders(headers);
    return question;
}

QByteArray forwardedSource(const HttpRequest &request)
{
    const HttpHeaders &headers = request.headers;
    for (const auto &[names, other] :
         {std::pair(originalNames, forwardedNames), std::pair(forwardedNames, originalNames)}) {
        const QByteArray source = headers.value(names.source);
        if (isSingle(headers, names.source) && isAbsent(headers, other.source) && isAddress(source))
            return source;
    }
    return {};
}

} // namespace pc::platform
