// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to platform/http.
#include "platform/http/byte_stream.h"
#include "platform/http/peer_watch.h"
#include "platform/http/server_core.h"

#include <memory>
#include <optional>
#include <utility>

namespace pc::platform {

/// What the peer of a connection may have of its listener: its place, its pace, and what it has proven about
/// itself. As long as it has proven nothing it is a stranger of its address.
class PeerStanding
{
public:
    /// How long until it is its turn; nothing: it shall go.
    using Turn = std::optional<std::chrono::nanoseconds>;

    /// `socket`: the peer's, open until stopWatching() or the end of this object.
    PeerStanding(std::shared_ptr<ListenerShare> share, std::shared_ptr<ConnectionTable::Place> place,
                 int socket);
    ~PeerStanding() { stopWatching(); }
    PeerStanding(const PeerStanding &) = delete;
    PeerStanding &operator=(const PeerStanding &) = delete;

    [[nodiscard]] const PeerInfo &peer() const { return m_peer; }
    void setPeer(PeerInfo peer) { m_peer = std::move(peer); }
    /// Whether it hung up, for HttpRequest::peerGone.
    [[nodiscard]] const std::shared_ptr<const std::function<bool()>> &gone() const { return m_gone; }
    void stopWatching() { m_watch->forget(); }
    /// How the connection is told to go, from any thread. Before the first setWaiting().
    void setEvict(std::function<void()> evict) { m_place->setEvict(std::move(evict)); }
    /// The peer's turn: it may be closed for another from now on.
    void setWaiting() { m_place->setWaiting(std::chrono::steady_clock::now()); }
    /// Our turn.
    void setWorking() { m_place->setWorking(); }

    [[nodiscard]] Turn handshakeTurn(std::chrono::steady_clock::time_point acceptedAt);
    [[nodiscard]] Turn nextRequestTurn();
    /// How long it may stay between two requests.
    [[nodiscard]] std::chrono::milliseconds idleTimeout() const;
    /// False for a stranger while strangers hold more than they may.
    [[nodiscard]] bool mayStay() const { return m_share->table.mayStay(*m_place); }

    /// After the handshake: false when its certificate names a gateway that has as many connections as it
    /// may.
    [[nodiscard]] bool proveByCertificate();
    /// The answer when this caller has as many as it may. `caller` empty: nothing is proven.
    [[nodiscard]] std::optional<HttpResponse> prove(const HttpRequest &request, const QByteArray &caller);

    /// Gives the place back; the second time does nothing.
    void leave();

private:
    const std::shared_ptr<ListenerShare> m_share;
    const std::shared_ptr<ConnectionTable::Place> m_place;
    const std::shared_ptr<PeerWatch> m_watch;
    const std::shared_ptr<const std::function<bool()>> m_gone;
    PeerInfo m_peer;
};

} // namespace pc::platform
