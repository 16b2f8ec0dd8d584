// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to platform/http.
#include "platform/http/address_pace.h"
#include "platform/http/connection_table.h"
#include "platform/http/loop.h"
#include "platform/http/proven_addresses.h"
#include "platform/http/server_options.h"
#include "platform/log/log.h"

#include <boost/asio/post.hpp>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <unordered_set>
#include <vector>

namespace pc::platform {

class HttpConnection;

/// What the connections of one listener have in common.
struct ListenerShare
{
    ListenerShare(std::shared_ptr<const Router> routes, const HttpLimits &given, ListenerKind ofKind)
        : kind(ofKind), router(std::move(routes)), limits(given), table(given.connections),
          handshakes(given.handshakes.rate, given.handshakes.burst, given.handshakes.queue),
          requests(given.requests.rate, given.requests.burst, given.requests.queue)
    {
    }

    const ListenerKind kind;
    const std::shared_ptr<const Router> router;
    const HttpLimits limits;
    ConnectionTable table;
    AddressPace handshakes;
    AddressPace requests;
    std::function<QByteArray(const PeerCertificate &)> gatewayOf;
    ProvenAddresses provenAddresses;
    std::function<void()>
        roomAgain; ///< called when a connection ended; may be empty once the listener is closed
};

/// What outlives the server when a responder is still held somewhere: the event loops, and the list of
/// connections. Once closed, nothing is posted any more, so no handler waits in a loop that nobody turns.
class ServerCore
{
public:
    /// `loops` ≥ 1, each to be turned by a thread of its own.
    ServerCore(int loops, const Log &log);

    [[nodiscard]] const std::vector<std::unique_ptr<boost::asio::io_context>> &loops() const
    {
        return m_loops;
    }
    /// Where a connection of this listener is to stay. Those who may open a socket file are spread evenly;
    /// those who may connect to a port by chance, or a stranger could bring all of a gateway's connections
    /// together.
    [[nodiscard]] Loop loopForNext(const ListenerShare &share) const;
    /// One after the other.
    [[nodiscard]] Loop loopForListener();
    [[nodiscard]] const Log &log() const { return m_log; }
    [[nodiscard]] bool isStopping() const { return m_stopping; }
    void setStopping() { m_stopping = true; }

    /// From any thread. Does nothing after close().
    template <typename Function>
    void post(const Loop &loop, Function function)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_closed)
            boost::asio::post(loop, std::move(function));
    }

    void add(const std::shared_ptr<HttpConnection> &connection);
    void remove(const std::shared_ptr<HttpConnection> &connection);
    [[nodiscard]] std::size_t count() const;
    [[nodiscard]] std::vector<std::shared_ptr<HttpConnection>> connections() const;
    /// Whether all connections ended in time.
    [[nodiscard]] bool waitUntilEmpty(std::chrono::milliseconds timeout);
    void close();

    /// "req_" and 22 random characters.
    [[nodiscard]] QByteArray newRequestId();

private:
    const Log &m_log;
    std::vector<std::unique_ptr<boost::asio::io_context>> m_loops;
    std::atomic<bool> m_stopping{false};
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::unordered_set<std::shared_ptr<HttpConnection>> m_connections;
    using Spread = std::pair<const ListenerShare *, const boost::asio::io_context *>;
    std::map<Spread, std::size_t> m_connectionsOf; ///< of a listener on a loop
    std::size_t m_listeners = 0;
    bool m_closed = false;
};

} // namespace pc::platform
