// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/server_core.h"

#include "contract/crypto/random_id.h"
#include "platform/http/http_connection.h"

#include <algorithm>

namespace pc::platform {

ServerCore::ServerCore(int loops, const Log &log) : m_log(log)
{
    for (int i = 0; i < loops; ++i) {
        // The hint says how many threads turn it: what a handler starts then waits in no locked queue.
        m_loops.push_back(std::make_unique<boost::asio::io_context>(1));
        m_connectionsOf[m_loops.back().get()] = 0;
    }
}

Loop ServerCore::loopForNext() const
{
    const std::lock_guard lock(m_mutex);
    const auto &least =
        *std::min_element(m_loops.begin(), m_loops.end(), [this](const auto &a, const auto &b) {
            return m_connectionsOf.at(a.get()) < m_connectionsOf.at(b.get());
        });
    return least->get_executor();
}

void ServerCore::add(const std::shared_ptr<HttpConnection> &connection)
{
    const std::lock_guard lock(m_mutex);
    m_connections.insert(connection);
    ++m_connectionsOf[&connection->loop().context()];
}

void ServerCore::remove(const std::shared_ptr<HttpConnection> &connection)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_connections.erase(connection) > 0)
            --m_connectionsOf[&connection->loop().context()];
    }
    m_changed.notify_all();
}

std::size_t ServerCore::count() const
{
    const std::lock_guard lock(m_mutex);
    return m_connections.size();
}

std::vector<std::shared_ptr<HttpConnection>> ServerCore::connections() const
{
    const std::lock_guard lock(m_mutex);
    return {m_connections.begin(), m_connections.end()};
}

bool ServerCore::waitUntilEmpty(std::chrono::milliseconds timeout)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, timeout, [this] { return m_connections.empty(); });
}

void ServerCore::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
}

QByteArray ServerCore::newRequestId()
{
    return "req_" + pc::randomId(22);
}

} // namespace pc::platform
