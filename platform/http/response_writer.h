// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/http_types.h"

namespace pc::platform {

struct ResponseFraming
{
    bool keepAlive = true;
    bool headOnly = false; ///< answer to HEAD: the fields of GET, no body
    bool http10 = false;   ///< no chunks: a streamed body ends with the connection
    QByteArray requestId;
    std::chrono::system_clock::time_point date{}; ///< when the answer is made
};

/// Status line and fields, to the empty line. Adds Date (RFC 9110 section 6.6.1), X-Request-Id,
/// `Cache-Control: no-store` unless there is one, Content-Length or Transfer-Encoding, Connection. Framing
/// fields that a handler set are dropped: there is one author of framing. Null when a field holds a line end
/// or NUL or its name is no token: such an answer must not go out.
[[nodiscard]] QByteArray responseHead(const HttpResponse &response, const ResponseFraming &framing);

/// One chunk with its size line; empty data gives nothing, since an empty chunk would end the body.
[[nodiscard]] QByteArray chunkOf(const QByteArray &data);

inline constexpr char lastChunk[] = "0\r\n\r\n";

} // namespace pc::platform
