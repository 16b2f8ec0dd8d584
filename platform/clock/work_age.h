// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>

namespace pc::platform {

/// Since when a thread works on what it took up last, for others that ask whether it hangs. One thread
/// begins and ends; age() from any thread.
class WorkAge
{
public:
    void begin() { m_since = now(); }
    void end() { m_since = 0; }
    /// Zero when nothing is being worked on.
    [[nodiscard]] std::chrono::nanoseconds age() const
    {
        const Ticks since = m_since;
        return std::chrono::nanoseconds(since == 0 ? 0 : now() - since);
    }

private:
    using Ticks = std::chrono::nanoseconds::rep;
    static Ticks now()
    {
        return std::chrono::duration_cast<std::chrono::nanoseconds>(
                   std::chrono::steady_clock::now().time_since_epoch())
            .count();
    }
    std::atomic<Ticks> m_since{0};
};

} // namespace pc::platform
