// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/server_core.h"

#include "contract/crypto/random_id.h"
#include "platform/http/http_connection.h"

namespace pc::platform {

void ServerCore::add(const std::shared_ptr<HttpConnection> &connection)
{
    const std::lock_guard lock(m_mutex);
    m_connections.insert(connection);
}

void ServerCore::remove(const std::shared_ptr<HttpConnection> &connection)
{
    {
        const std::lock_guard lock(m_mutex);
        m_connections.erase(connection);
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
