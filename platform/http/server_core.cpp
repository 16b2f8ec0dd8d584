// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/server_core.h"

#include "contract/crypto/random_id.h"
#include "platform/http/http_connection.h"

#include <QRandomGenerator>

#include <algorithm>

namespace pc::platform {

ServerCore::ServerCore(int loops, const Log &log) : m_log(log)
{
    for (int i = 0; i < loops; ++i) {
        // The hint says how many threads turn it: what a handler starts then waits in no locked queue.
        m_loops.push_back(std::make_unique<boost::asio::io_context>(1));
    }
}

Loop ServerCore::loopForNext(const ListenerShare &share) const
{
    const auto count = static_cast<quint32>(m_loops.size());
    if (share.kind != ListenerKind::UnixSocket)
        return m_loops[QRandomGenerator::system()->bounded(count)]->get_executor();
    const std::lock_guard lock(m_mutex);
    const auto connectionsOn = [this, &share](const auto &loop) {
        const auto found = m_connectionsOf.find({&share, loop.get()});
        return found == m_connectionsOf.end() ? std::size_t{0} : found->second;
    };
    const auto least =
        std::min_element(m_loops.begin(), m_loops.end(), [&connectionsOn](const auto &a, const auto &b) {
            return connectionsOn(a) < connectionsOn(b);
        });
    return (*least)->get_executor();
}

Loop ServerCore::loopForListener()
{
    const std::lock_guard lock(m_mutex);
    return m_loops[m_listeners++ % m_loops.size()]->get_executor();
}

void ServerCore::add(const std::shared_ptr<HttpConnection> &connection)
{
    const std::lock_guard lock(m_mutex);
    m_connections.insert(connection);
    ++m_connectionsOf[{&connection->share(), &connection->loop().context()}];
}

void ServerCore::remove(const std::shared_ptr<HttpConnection> &connection)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_connections.erase(connection) > 0)
            --m_connectionsOf[{&connection->share(), &connection->loop().context()}];
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
