// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/problem_codes.h"
#include "platform/http/http_headers.h"
#include "platform/http/query.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace pc::platform {

enum class HttpMethod { Get, Head, Post, Put, Patch, Delete, Options, Other };

/// The method's name as on the wire; "OTHER" for anything outside the enum.
[[nodiscard]] QByteArray methodName(HttpMethod method);
[[nodiscard]] HttpMethod methodFromName(QByteArrayView name);

/// A Unix socket is guarded by file permissions, a TCP listener by TLS: handlers may trust the former's
/// caller to be on this host and allowed to open the file.
enum class ListenerKind { Tcp, UnixSocket };

/// The certificate a TLS client presented. `verified` says that it chains to the listener's client CA and is
/// valid now; otherwise it was accepted because the listener asks for self-signed ones, and proves possession
/// of its key only (RFC 8705 2.2).
struct PeerCertificate
{
    QByteArray der;
    QByteArray thumbprintSha256; ///< 32 raw bytes, SHA-256 over `der`
    bool verified = false;
};

/// One request, read completely and bounded by the route's limits before a handler sees it.
struct HttpRequest
{
    HttpMethod method = HttpMethod::Get;
    QByteArray rawMethod; ///< as sent: says more than `method` when that is Other
    QByteArray rawTarget; ///< exactly as sent: raw path, `?`, raw query
    QByteArray rawPath;   ///< before `?`, still percent-encoded
    QByteArray rawQuery;  ///< after the first `?`, still percent-encoded; null without `?`
    QString path;         ///< decoded canonical path (see canonicalPath())
    QueryItems query;     ///< decoded; a malformed query never reaches a handler
    HttpHeaders headers;
    QByteArray body;
    std::vector<std::pair<QByteArray, QString>> pathParameters; ///< set by the router, decoded
    QByteArray route;        ///< the template that matched, e.g. "/admin/v1/partners/{id}": safe to log
    QString prefixRemainder; ///< for prefix routes: what follows the prefix, starting with `/`, or empty

    ListenerKind listener = ListenerKind::Tcp;
    QByteArray peerAddress; ///< IPv4 or IPv6 text, mapped IPv4 written as IPv4; "unix" on a Unix socket
    quint16 peerPort = 0;
    std::optional<std::uint32_t> peerUid; ///< Unix sockets only: the caller's user id, told by the kernel
    std::optional<PeerCertificate> peerCertificate;

    /// Whether the client hung up, or ended its side: nobody waits for the answer, or only a client that says
    /// so too early. From any thread, at once; empty: not known. For work that changes nothing: what was
    /// received whole and changes something is carried out all the same, as its sender may only have lost the
    /// connection.
    std::shared_ptr<const std::function<bool()>> peerGone;
    [[nodiscard]] bool isPeerGone() const { return peerGone && (*peerGone)(); }

    /// What its admission took (Admission::held): given back with the last copy of the request.
    std::shared_ptr<const void> held;

    QByteArray requestId; ///< ours, never the client's; goes out as X-Request-Id
    std::chrono::steady_clock::time_point receivedAt{};
    std::chrono::system_clock::time_point receivedAtWall{};

    /// Value of a `{name}` of the route's template; empty for a name that the template does not have.
    [[nodiscard]] QString pathParameter(QByteArrayView name) const;
};

/// A piece of a streamed body. `data` may be empty with More. Failed closes the connection without the final
/// chunk, so that the reader cannot take a cut answer for a whole one.
struct BodyChunk
{
    enum class Kind { More, Last, Failed };
    QByteArray data;
    Kind kind = Kind::More;
};

/// Asked for the next piece when the previous one was written, never twice at once, so a slow reader slows
/// the producer. It must return at once and deliver from any thread (a reader thread, as SQL does not run on
/// the server's threads). Destroyed when the body is done or the connection is gone: what it captured may
/// rely on that to stop work.
using BodySource = std::function<void(std::function<void(BodyChunk)> deliver)>;

/// One answer. The server adds X-Request-Id and `Cache-Control: no-store` (unless set), Content-Length or
/// chunked framing, and for a JSON or text body a content type is the handler's to set.
struct HttpResponse
{
    int status = 200;
    HttpHeaders headers;
    QByteArray body;
    BodySource stream; ///< instead of `body`: chunked, e.g. NDJSON
    /// Dropped only after the last byte was handed to the kernel, or the connection was lost: a decision
    /// keeps its policy snapshot alive here, so that a revocation can wait for answers in flight.
    std::shared_ptr<const void> holdUntilSent;
};

/// What the header alone says about who asks, before anything else of the request is read.
struct Admission
{
    std::optional<HttpResponse> refusal; ///< answered at once, the body unread
    QByteArray caller;                   ///< proven, e.g. "operator:anna"; empty: anybody
    std::shared_ptr<const void> held{};  ///< of what only few may have at once, until the answer
};

/// Runs on a server thread like a handler, for the whole header and no body; it must not block.
using Admit = std::function<Admission(const HttpRequest &)>;

/// Thread-safe; the first call counts, later ones and those after the connection's end do nothing. If every
/// copy is destroyed without a call, the client gets a 500, never silence.
using Responder = std::function<void(HttpResponse)>;

/// Runs on a server thread: it must not block and not touch SQL; long work goes elsewhere and answers through
/// the responder later.
using Handler = std::function<void(const HttpRequest &, Responder)>;

/// 200 with `application/json`, from UTF-8 JSON bytes.
[[nodiscard]] HttpResponse jsonResponse(QByteArray json, int status = 200);
/// `text/plain; charset=utf-8`.
[[nodiscard]] HttpResponse textResponse(QByteArray text, int status = 200);
/// No body (204 by default).
[[nodiscard]] HttpResponse emptyResponse(int status = 204);

/// application/problem+json (RFC 9457) with code and status of the contract's table and the `request_id` of
/// this request. Problems with field errors or other members are the Admin API's (admin/api/admin_result.h).
[[nodiscard]] HttpResponse problemResponse(const HttpRequest &request, ProblemCode code, const QString &title,
                                           const QString &detail = {});
/// The same with a code of another API's table.
[[nodiscard]] HttpResponse problemResponse(const HttpRequest &request, int status, const QByteArray &code,
                                           const QString &title, const QString &detail = {});

/// The standard reason phrase, e.g. "Not Found"; empty for an unknown status.
[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace pc::platform
