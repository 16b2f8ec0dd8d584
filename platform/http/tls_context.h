// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to platform/http.
#include "platform/http/server_options.h"

#include <boost/asio/ssl/context.hpp>

#include <tl/expected.hpp>

#include <memory>

namespace pc::platform {

/// A server context: TLS 1.2 at least, forward secret AEAD suites only, no renegotiation, no compression, and
/// no session resumption, so that a client certificate is proven on every connection. Offers http/1.1 by
/// ALPN. The error is a sentence that names the file that could not be used.
[[nodiscard]] tl::expected<std::unique_ptr<boost::asio::ssl::context>, QString>
makeTlsContext(const TlsOptions &options);

} // namespace pc::platform
