// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/body_facts.h"
#include "platform/http/http_types.h"

#include <QByteArray>

namespace pc::platform {

/// How a gateway asks and what it understands: three thin dialects over one parser.
enum class GatewayDialect {
    Nginx, ///< `auth_request`: X-Original-*; only 200, 401 and 403 pass, the true status is in X-Authz-Status
    ForwardAuth, ///< Caddy, Traefik: X-Forwarded-*; any status passes as it is
    Envoy,       ///< HTTP `ext_authz`: the call's own method and target, behind a prefix; any status passes
};

/// What Envoy puts in front of the path of a call.
inline constexpr QByteArrayView envoyPrefix = "/gateway/v1/envoy";

/// The original call as the gateway tells it.
struct AuthzRequest
{
    GatewayDialect dialect = GatewayDialect::ForwardAuth;
    bool complete = false;   ///< method, path and source are told, each once
    bool acceptable = false; ///< complete, every header once, no alias, no client-supplied identity
    QByteArray method;
    /// The API that was called, as the gateway's configuration names it: lower case, without the port, an
    /// IPv6 address in brackets; empty when the gateway says none.
    QByteArray host;
    QByteArray rawPath;
    QByteArray query;  ///< raw, without the '?'; decides nothing
    QByteArray source; ///< the client's address
    BodyFacts body;
    bool isMasked = false; ///< what the API answers is masked by its route: without one nothing can pass
    QByteArray userAgent;
    QByteArray requestId; ///< the gateway's when it gave a usable one, else ours
};

/// Reads one question. nginx: X-Original-Method, X-Original-URI, X-Original-For, and X-Original-Host.
/// Forward-auth: X-Forwarded-Method, X-Forwarded-Uri, X-Forwarded-For, and X-Forwarded-Host. Envoy: method
/// and target of the question itself, X-Original-For and X-Original-Host. Each: X-Original-Length, and the
/// client's own Content-Type; `X-Original-Masked: yes` from one that masks answers. A question that carries
/// the names of another dialect is not acceptable: they are the client's. The query of the original call is
/// the API's business: it may be there or not, and is not looked at.
[[nodiscard]] AuthzRequest readAuthzRequest(const HttpRequest &request);

/// From where a request comes that a gateway passes on, in the same words: its one address; empty when it
/// says none, or more than one. Only of a proven gateway.
[[nodiscard]] QByteArray forwardedSource(const HttpRequest &request);

} // namespace pc::platform
