// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/legacy_reader.h"
#include "platform/http/http_headers.h"

namespace pc::platform {

/// Reads what a call presents: `Authorization: Bearer` with an access token or an API key, or `X-Api-Key`
/// with an API key; and keys of another system in the headers in which such are sent, also in these two when
/// the text is none of ours. Two at once, one of them twice, or one under an alias (`X_Api_Key`) is Multiple:
/// which one counts must not depend on who reads it. Beside one of ours, a field in which only keys of other
/// systems come counts when it holds such a key: callers send fields of that name who mean something else.
/// `legacy`: may be missing.
[[nodiscard]] Presented readCredential(const HttpHeaders &headers, QByteArrayView brand,
                                       const TokenReader &tokens, const LegacyReader *legacy = nullptr);

/// Whether a credential in one of our own forms is what the call is decided by.
[[nodiscard]] bool isOurs(const Presented &presented);

/// What stood where a credential of ours would, when it is none of ours; else empty. Never to be kept.
[[nodiscard]] QByteArray foreignCredential(const HttpHeaders &headers, const Presented &presented);

} // namespace pc::platform
