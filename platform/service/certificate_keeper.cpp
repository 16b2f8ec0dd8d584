// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/service/certificate_keeper.h"

#include <utility>

namespace pc::platform {

void CertificateKeeper::start(std::function<void()> check, std::chrono::milliseconds interval)
{
    m_thread = std::thread([this, check = std::move(check), interval] {
        std::unique_lock lock(m_mutex);
        while (!m_wake.wait_for(lock, interval, [this] { return m_stopping; })) {
            lock.unlock();
            check();
            lock.lock();
        }
    });
}

void CertificateKeeper::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_wake.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace pc::platform
