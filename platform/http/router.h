// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/http_types.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace pc::platform {

/// What a route takes as a request body. A body of another content type is answered 415 before it is read.
enum class BodyKind {
    None,   ///< any body is refused (400)
    Json,   ///< application/json or application/merge-patch+json, UTF-8; may be absent
    Form,   ///< application/x-www-form-urlencoded
    Any,    ///< any type and coding, or none: the handler judges it, in its own language
    Ignored ///< any type, read within the limit and dropped: gateways may forward what their clients sent
};

struct RouteOptions
{
    BodyKind body = BodyKind::None;
    std::int64_t bodyLimit = 1024 * 1024; ///< bytes; more is answered 413
    /// The template is a prefix: it matches itself and everything below; the rest is
    /// `HttpRequest::prefixRemainder`.
    bool prefix = false;
    /// Match every method (for prefix routes that stand for another service, such as the demo API). The
    /// path's other routes win.
    bool anyMethod = false;
    /// Asked before the body is read, and before the client is told to go on with it (Expect: 100-continue).
    /// Empty: the body is read from anybody.
    Admit admit{};
    /// For the whole body; zero: the server's own limit.
    std::chrono::milliseconds bodyTimeout{0};
    /// Left out of the access log when it succeeds, e.g. health probes.
    bool quiet = false;
    /// The target is the handler's to judge: the query is not parsed (`HttpRequest::query` stays empty, as it
    /// belongs to somebody behind us or may be anything), and a prefix route gets paths below it that are not
    /// canonical, too, with an empty `HttpRequest::path`.
    bool ownTarget = false;
};

/// Puts a refusal that was made before a handler ran (problem+json, with its status) into the language that
/// the callers of some resources speak.
using RefusalWriter = std::function<HttpResponse(const HttpRequest &request, HttpResponse refusal)>;

/// Method and path template to handler. Templates are literal segments and `{name}` segments, which match one
/// non-empty segment; a literal segment wins over a parameter, exact routes win over prefix routes, longer
/// prefixes over shorter ones. Filled before the server starts, then only read: no lock.
class Router
{
public:
    /// Aborts on a template that is not canonical or on a method and template given twice: both are
    /// programming errors. Routes with the methods POST, PUT and PATCH take JSON unless told otherwise, all
    /// others no body.
    void add(HttpMethod method, const QByteArray &pathTemplate, Handler handler);
    void add(HttpMethod method, const QByteArray &pathTemplate, Handler handler, RouteOptions options);
    /// What a route has that is not told otherwise.
    [[nodiscard]] static RouteOptions defaultOptions(HttpMethod method);

    struct Route
    {
        HttpMethod method;
        QByteArray pathTemplate;
        std::vector<QByteArray> segments; ///< `{name}` kept with its braces
        RouteOptions options;
        Handler handler;
    };

    /// From now on every request is shown to `watcher` first, as far as its header says what it is; refused
    /// ones too. The path is not split from the target yet.
    void watch(std::function<void(const HttpRequest &)> watcher) { m_watcher = std::move(watcher); }
    /// The header of a request was read.
    void noticed(const HttpRequest &request) const
    {
        if (m_watcher)
            m_watcher(request);
    }

    /// From now on refusals at `prefix` and below it are written by `writer`.
    void refuseWith(const QByteArray &prefix, RefusalWriter writer);
    /// `refusal` in the language of the resource that the request names; unchanged where none was given. The
    /// request's target may be missing or malformed.
    [[nodiscard]] HttpResponse refusal(const HttpRequest &request, HttpResponse refusal) const;

    /// Finds the route for a request whose method, rawTarget and requestId are set; fills path, query, path
    /// parameters and route; the host of a target in absolute form takes the Host header's place (RFC 9112
    /// section 3.2.2). Gives the route, or the answer to send: 400 (target or query not canonical), 404, 405
    /// with Allow, 501 (CONNECT), 204 for `OPTIONS *`. HEAD finds the GET route; OPTIONS is allowed on
    /// `anyMethod` routes only.
    [[nodiscard]] std::variant<const Route *, HttpResponse> resolve(HttpRequest &request) const;

    /// `noticed()`, `resolve()`, `admit` and call: for tests and for handlers without a server.
    void dispatch(HttpRequest request, const Responder &responder) const;

    [[nodiscard]] const std::vector<Route> &routes() const { return m_routes; }

private:
    [[nodiscard]] std::optional<HttpResponse> readTarget(HttpRequest &request) const;
    [[nodiscard]] const Route *ownerOf(const HttpRequest &request) const;

    std::vector<Route> m_routes;
    std::vector<std::pair<QByteArray, RefusalWriter>> m_writers;
    std::function<void(const HttpRequest &)> m_watcher;
};

} // namespace pc::platform
