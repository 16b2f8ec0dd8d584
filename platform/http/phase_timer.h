// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to platform/http.
#include "platform/http/server_core.h"

#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <utility>

namespace pc::platform {

/// The one timer of a connection: armed anew it forgets what it was armed for, also when that is due already.
/// On the connection's strand.
class PhaseTimer
{
public:
    explicit PhaseTimer(const ServerCore::Strand &strand) : m_timer(strand) {}

    /// `onTimeout` holds whoever holds this timer.
    template <typename OnTimeout>
    void arm(std::chrono::nanoseconds timeout, OnTimeout onTimeout)
    {
        const quint64 number = ++m_number;
        m_timer.expires_after(timeout);
        m_timer.async_wait(
            [this, number, act = std::move(onTimeout)](const boost::system::error_code &error) {
                if (!error && number == m_number)
                    act();
            });
    }
    void disarm()
    {
        ++m_number;
        m_timer.cancel();
    }

private:
    boost::asio::steady_timer m_timer;
    quint64 m_number = 0;
};

} // namespace pc::platform
