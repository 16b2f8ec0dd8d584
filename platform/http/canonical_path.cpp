// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/canonical_path.h"

#include "platform/http/percent.h"

#include <QList>

#include <algorithm>
#include <cstring>

namespace pc::platform {
namespace {

/// RFC 3986 `pchar` without the percent sign, and `/`.
bool isPathCharacter(char c)
{
    const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return alphanumeric || (c != '\0' && std::strchr("-._~!$&'()*+,;=:@/", c) != nullptr);
}

} // namespace

std::optional<QString> canonicalPath(QByteArrayView rawPath)
{
    if (rawPath.isEmpty() || rawPath.front() != '/')
        return std::nullopt;
    if (!std::all_of(rawPath.begin(), rawPath.end(), [](char c) { return c == '%' || isPathCharacter(c); }))
        return std::nullopt;

    const std::optional<QByteArray> decoded = percentDecode(rawPath);
    if (!decoded)
        return std::nullopt;
    // Escaping must not make separators, nor another escape for somebody who decodes twice.
    if (decoded->count('/') != rawPath.toByteArray().count('/') || decoded->contains('\\') ||
        decoded->contains('%'))
        return std::nullopt;

    const QList<QByteArray> segments = decoded->mid(1).split('/');
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const bool last = i == segments.size() - 1;
        if ((segments[i].isEmpty() && !last) || segments[i] == "." || segments[i] == "..")
            return std::nullopt;
    }
    return cleanUtf8(*decoded);
}

} // namespace pc::platform
