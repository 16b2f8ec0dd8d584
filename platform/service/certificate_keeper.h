// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace pc::platform {

/// Looks at the service's certificate every few seconds, on a thread of its own: it runs out, and one that
/// was made while the clock was ahead is not valid yet when the clock comes back. No restart is needed for
/// either.
class CertificateKeeper
{
public:
    static constexpr std::chrono::seconds every{10};

    CertificateKeeper() = default;
    ~CertificateKeeper() { stop(); }
    CertificateKeeper(const CertificateKeeper &) = delete;
    CertificateKeeper &operator=(const CertificateKeeper &) = delete;

    /// `check` may block; what it uses outlives stop().
    void start(std::function<void()> check, std::chrono::milliseconds interval = every);
    void stop();

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false; // guarded by m_mutex
    std::thread m_thread;
};

} // namespace pc::platform
