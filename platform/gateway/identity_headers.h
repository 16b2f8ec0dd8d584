// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/authorizer.h"
#include "platform/http/http_headers.h"

namespace pc::platform {

/// Names of the headers that tell an upstream who calls. Every one of them is in every allowing answer (a
/// gateway may otherwise pass a placeholder or the client's own value on), and none of them may come from a
/// client.
[[nodiscard]] const QByteArrayList &identityHeaderNames();

/// X-Partner-Id, X-Credential-Id, X-Credential-Generation, X-Realm, X-Scopes, X-Route-Id, X-Decision-Id,
/// X-Policy-Snapshot, X-Request-Id.
void addIdentityHeaders(HttpHeaders &headers, const Authorized &answer, const QByteArray &requestId);

/// Names that a client may not send at all, under any spelling that some framework folds to them
/// (HttpHeaders::countWithAliases): the identity headers, what the service tells a gateway, what a gateway
/// tells the API of the client's certificate (RFC 9440), and the headers by which frameworks take another
/// method or path than the request line has, so that something else would be served than was decided.
[[nodiscard]] const QByteArrayList &protectedHeaderNames();

/// Whether the client left those names alone.
[[nodiscard]] bool hasNoProtectedHeaders(const HttpHeaders &headers);

} // namespace pc::platform
