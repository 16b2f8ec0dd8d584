// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/if_match.h"

#include <algorithm>

namespace pc::platform {

QString onlyEntityTag(const HttpHeaders &headers)
{
    const QByteArray value = headers.value("If-Match").trimmed();
    const bool quoted = value.size() > 2 && value.startsWith('"') && value.endsWith('"');
    if (headers.count("If-Match") != 1 || !quoted)
        return {};
    // etagc of RFC 9110 section 8.8.3; a quote inside would be a list.
    const bool plain = std::all_of(value.begin() + 1, value.end() - 1,
                                   [](char c) { return c > 0x20 && c < 0x7f && c != '"'; });
    return plain ? QString::fromLatin1(value) : QString();
}

} // namespace pc::platform
