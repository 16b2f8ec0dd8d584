// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <thread>

namespace pc::platform {

/// Of a loop over rows that nobody waits for. A scheduler lets a thread keep its processor for milliseconds,
/// also when a decision has come that takes a twentieth of one: so the loop offers it every few rows.
///
/// What it holds meanwhile is held longer: where others wait for that (a write transaction), it gives away at
/// most as much time as they can spare. Beside threads that compute without end each offer costs
/// milliseconds.
class GiveWay
{
public:
    using Offer = void (*)();

    explicit GiveWay(std::chrono::nanoseconds atMost, Offer offer = std::this_thread::yield)
        : m_left(atMost), m_offer(offer)
    {
    }

    void afterRow()
    {
        constexpr int rows = 16;
        if (m_left <= std::chrono::nanoseconds::zero() || ++m_rows % rows != 0)
            return;
        const auto began = std::chrono::steady_clock::now();
        m_offer();
        m_left -= std::chrono::steady_clock::now() - began;
    }

private:
    int m_rows = 0;
    std::chrono::nanoseconds m_left;
    Offer m_offer;
};

} // namespace pc::platform
