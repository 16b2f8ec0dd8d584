// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to platform/http.
#include "platform/http/byte_stream.h"
#include "platform/http/request_reader.h"

#include <optional>
#include <utility>

namespace pc::platform {

/// The requests of one connection as they come in, one after the other: what has come of the present one, and
/// whether it may go on. No I/O: the connection reads, asks and acts.
class RequestIntake
{
public:
    /// `router` outlives it.
    RequestIntake(const Router &router, int headerLimit);

    /// What the bytes so far are good for: neither done nor refused means that more are needed.
    struct Step
    {
        bool done = false;
        std::optional<HttpResponse> refusal{};
        bool close = false; ///< after the refusal: what follows on the connection cannot be told apart
    };

    /// Forgets the request before, keeps bytes that already belong to the next.
    void begin();
    /// Whose request it is and when it came; before its header is read.
    void identify(const QByteArray &requestId, const PeerInfo &peer,
                  std::shared_ptr<const std::function<bool()>> peerGone);
    [[nodiscard]] bool isIdentified() const { return !m_request.requestId.isEmpty(); }

    /// Where to put received bytes, and how many fit; then commit() what came.
    [[nodiscard]] std::pair<char *, std::size_t> space() { return m_reader.space(); }
    void commit(std::size_t bytes) { m_reader.commit(bytes); }
    [[nodiscard]] bool hasBytes() const { return m_reader.hasBytes(); }

    /// Done: the header is sound, and there is a route for it.
    [[nodiscard]] Step readHeader();
    /// After the header: a body that the route does not take, or not of this type or size.
    [[nodiscard]] std::optional<HttpResponse> bodyRefusal() const;
    /// Only when the header announced a body.
    [[nodiscard]] Step readBody();
    /// Whether the client waits to be told to go on with the body.
    [[nodiscard]] bool isWaitedFor() const;
    /// It did not come in time. The rest will not be read: the connection lingers when it closes.
    [[nodiscard]] HttpResponse giveUp();
    /// For the words of a refusal of what could not be read.
    void salvage();

    /// HttpRequest::held.
    void hold(std::shared_ptr<const void> what) { m_request.held = std::move(what); }
    [[nodiscard]] const HttpRequest &request() const { return m_request; }
    [[nodiscard]] const Router::Route *route() const { return m_route; } ///< null before the header is done
    [[nodiscard]] bool isHttp11() const { return m_framing.http11; }
    [[nodiscard]] bool hasBody() const { return m_framing.hasBody(); }
    /// False: bytes of this request may still arrive.
    [[nodiscard]] bool isBodyRead() const { return m_bodyRead; }
    /// As the header asked for.
    [[nodiscard]] bool keepAlive() const { return m_keepAlive; }

private:
    [[nodiscard]] Step unreadable(RequestReader::Progress progress);

    const Router &m_router;
    const int m_headerLimit;
    RequestReader m_reader;
    HttpRequest m_request;
    BodyFraming m_framing;
    const Router::Route *m_route = nullptr;
    bool m_bodyRead = true;
    bool m_keepAlive = false;
};

} // namespace pc::platform
