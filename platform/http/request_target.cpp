// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/request_target.h"

#include "platform/http/http_headers.h"

#include <algorithm>
#include <cstring>

namespace pc::platform {
namespace {

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isOneOf(char c, const char *others)
{
    return c != '\0' && std::strchr(others, c) != nullptr;
}

bool isPort(QByteArrayView text)
{
    const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits && text.size() <= 5 && text.toByteArray().toInt() <= 65535;
}

/// A name or IPv4 address, or an IPv6 address in brackets.
bool isHost(QByteArrayView text)
{
    if (text.isEmpty())
        return false;
    if (text.front() == '[') {
        return text.size() > 2 && text.back() == ']' &&
               std::all_of(text.begin() + 1, text.end() - 1, [](char c) {
                   return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') ||
                          isOneOf(c, ":.");
               });
    }
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return isAlphanumeric(c) || isOneOf(c, "-._~!$&'()*+,;="); });
}

bool isAuthority(QByteArrayView text)
{
    const qsizetype bracket = text.lastIndexOf(']');
    const qsizetype colon = text.lastIndexOf(':');
    if (colon <= bracket)
        return isHost(text);
    return isHost(text.first(colon)) && isPort(text.sliced(colon + 1));
}

/// The length of `http://` or `https://` at the beginning; 0 when there is neither.
qsizetype schemeLength(QByteArrayView target)
{
    for (const char *scheme : {"https://", "http://"}) {
        const QByteArrayView wanted(scheme);
        if (target.size() >= wanted.size() && asciiEqualsIgnoringCase(target.first(wanted.size()), wanted))
            return wanted.size();
    }
    return 0;
}

void splitQuery(RequestTarget &into, QByteArrayView pathAndQuery)
{
    const qsizetype mark = pathAndQuery.indexOf('?');
    into.path = (mark < 0 ? pathAndQuery : pathAndQuery.first(mark)).toByteArray();
    if (mark >= 0) // never null, however empty
        into.query = QByteArray("").append(pathAndQuery.sliced(mark + 1));
}

} // namespace

std::optional<RequestTarget> parseRequestTarget(QByteArrayView target)
{
    RequestTarget parsed;
    if (target == QByteArrayView("*")) {
        parsed.form = RequestTarget::Form::Asterisk;
        parsed.path = "*";
        return parsed;
    }
    if (target.startsWith('/')) {
        splitQuery(parsed, target);
        return parsed;
    }
    const qsizetype scheme = schemeLength(target);
    if (scheme == 0)
        return std::nullopt;
    const QByteArrayView rest = target.sliced(scheme);
    const auto end = std::find_if(rest.begin(), rest.end(), [](char c) { return isOneOf(c, "/?#"); });
    const qsizetype length = end - rest.begin();
    if (!isAuthority(rest.first(length)) || rest.sliced(length).startsWith('#'))
        return std::nullopt;
    parsed.form = RequestTarget::Form::Absolute;
    parsed.authority = rest.first(length).toByteArray();
    splitQuery(parsed, rest.sliced(length));
    if (parsed.path.isEmpty())
        parsed.path = "/";
    return parsed;
}

} // namespace pc::platform
