// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/router.h"

#include <cstdint>
#include <optional>

namespace pc::platform {

/// What the parser knows about a request's body once the header was read.
struct BodyFraming
{
    bool http11 = true;
    bool chunked = false;
    std::optional<std::uint64_t> contentLength;
    [[nodiscard]] bool hasBody() const { return chunked || contentLength.value_or(0) > 0; }
};

/// Checks that hold for every request, before it is routed (RFC 9112): exactly one Host in HTTP/1.1, a
/// transfer coding that is nothing but `chunked` (any other is 501, as the body's end could be read in two
/// ways), no Expect but `100-continue` (417), no Upgrade by CONNECT. An answer means: refuse, and close.
[[nodiscard]] std::optional<HttpResponse> checkFraming(const HttpRequest &request,
                                                       const BodyFraming &framing);

/// Checks against the route, before the body is read: 400 for a body where there must be none, 413 when the
/// announced length is over the limit, 415 for another content type or a content coding.
[[nodiscard]] std::optional<HttpResponse> checkBody(const HttpRequest &request, const BodyFraming &framing,
                                                    const RouteOptions &options);

[[nodiscard]] HttpResponse tooLarge(const HttpRequest &request, std::int64_t limit);

/// Whether the client waits for `100 Continue` before it sends the body.
[[nodiscard]] bool expectsContinue(const HttpRequest &request, const BodyFraming &framing);

} // namespace pc::platform
