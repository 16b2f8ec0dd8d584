// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <thread>

namespace pc::platform {

/// Of a long loop that nobody waits for, row by row. A scheduler lets a thread keep its processor for
/// milliseconds, also when a decision has come that takes a twentieth of one: so the loop offers it every few
/// rows.
class GiveWay
{
public:
    void afterRow()
    {
        constexpr int rows = 16;
        if (++m_rows % rows == 0)
            std::this_thread::yield();
    }

private:
    int m_rows = 0;
};

} // namespace pc::platform
