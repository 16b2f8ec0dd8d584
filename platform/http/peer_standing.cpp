// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/peer_standing.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

PeerStanding::PeerStanding(std::shared_ptr<ListenerShare> share,
                           std::shared_ptr<ConnectionTable::Place> place, int socket)
    : m_share(std::move(share)), m_place(std::move(place)), m_watch(std::make_shared<PeerWatch>(socket)),
      m_gone(std::make_shared<const std::function<bool()>>([watch = m_watch] { return watch->isGone(); }))
{
}

PeerStanding::Turn PeerStanding::handshakeTurn(std::chrono::steady_clock::time_point acceptedAt)
{
    const bool paced = m_peer.listener == ListenerKind::Tcp &&
                       !m_share->provenAddresses.contains(m_peer.address, acceptedAt);
    const Turn turn =
        paced ? m_share->handshakes.take(m_peer.network, acceptedAt) : Turn(std::chrono::nanoseconds(0));
    return turn && *turn <= m_share->limits.handshakeTimeout ? turn : std::nullopt;
}

PeerStanding::Turn PeerStanding::nextRequestTurn()
{
    if (m_place->isProven())
        return std::chrono::nanoseconds(0);
    return m_share->requests.take(m_peer.network, std::chrono::steady_clock::now());
}

std::chrono::milliseconds PeerStanding::idleTimeout() const
{
    const HttpLimits &limits = m_share->limits;
    return m_place->isProven() ? limits.idleTimeout
                               : std::min(limits.idleTimeout, limits.strangerIdleTimeout);
}

bool PeerStanding::proveByCertificate()
{
    if (!m_peer.certificate || !m_share->gatewayOf)
        return true;
    const QByteArray gateway = m_share->gatewayOf(*m_peer.certificate);
    if (gateway.isEmpty())
        return true;
    // Not for one gateway alone: half of the places are left to the others and to operators.
    if (!m_share->table.prove(*m_place, "gateway:" + gateway, m_share->limits.connections.total / 2))
        return false;
    m_share->provenAddresses.add(m_peer.address, std::chrono::steady_clock::now());
    return true;
}

std::optional<HttpResponse> PeerStanding::prove(const HttpRequest &request, const QByteArray &caller)
{
    if (caller.isEmpty() || m_place->isProven())
        return {};
    if (m_share->table.prove(*m_place, caller, m_share->limits.perOperator)) {
        m_share->provenAddresses.add(m_peer.address, std::chrono::steady_clock::now());
        return {};
    }
    HttpResponse busy =
        problemResponse(request, ProblemCode::TooManyConnections, u"Too many connections"_s,
                        u"This account has %1 connections at work."_s.arg(m_share->limits.perOperator));
    busy.headers.set("Retry-After", "5");
    return busy;
}

void PeerStanding::leave()
{
    m_share->table.leave(*m_place);
    if (m_share->roomAgain)
        m_share->roomAgain();
}

} // namespace pc::platform
