// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to platform/http.
#include "platform/http/loop.h"

#include <chrono>
#include <optional>

namespace pc::platform {

/// The one timer of a connection: armed anew it forgets what it was armed for, also when that is due already.
/// A connection arms it several times a request and hardly ever hears of it, so a wait that ends too early is
/// left to run and looks again when it is over. On the connection's loop.
///
/// `Owner` holds it, and is held while it waits; `act` is called once it is over.
template <typename Owner, void (Owner::*act)()>
class PhaseTimer
{
public:
    explicit PhaseTimer(const Loop &loop) : m_timer(loop) {}

    void arm(std::chrono::nanoseconds timeout, Owner &owner)
    {
        m_armed = true;
        m_deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(timeout);
        if (!m_waitsUntil || m_deadline < *m_waitsUntil)
            wait(owner);
    }
    void disarm()
    {
        m_armed = false;
        m_waitsUntil.reset();
        m_timer.cancel();
    }

private:
    using Clock = std::chrono::steady_clock;

    void wait(Owner &owner)
    {
        const quint64 number = ++m_number;
        m_waitsUntil = m_deadline;
        m_timer.expires_at(m_deadline);
        m_timer.async_wait(
            [this, number, held = owner.shared_from_this()](const boost::system::error_code &error) {
                if (error || number != m_number || !m_armed)
                    return;
                if (Clock::now() < m_deadline)
                    return wait(*held);
                m_armed = false;
                m_waitsUntil.reset();
                ((*held).*act)();
            });
    }

    LoopTimer m_timer;
    quint64 m_number = 0; ///< of the wait that counts
    bool m_armed = false;
    Clock::time_point m_deadline;
    std::optional<Clock::time_point> m_waitsUntil; ///< when the wait that runs looks next
};

} // namespace pc::platform
