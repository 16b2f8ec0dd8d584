// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/presented.h"
#include "platform/http/http_headers.h"

namespace pc::platform {

/// Reads what a call presents: `Authorization: Bearer` with an access token or an API key, or `X-Api-Key`
/// with an API key. Both at once, one of them twice, or one under an alias (`X_Api_Key`) is Multiple: which
/// one counts must not depend on who reads it.
[[nodiscard]] Presented readCredential(const HttpHeaders &headers, QByteArrayView brand,
                                       const TokenReader &tokens);

/// What stood where a credential of ours would, when it is none of ours; else empty. Never to be kept.
[[nodiscard]] QByteArray foreignCredential(const HttpHeaders &headers, const Presented &presented);

} // namespace pc::platform
