// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>
#include <mutex>

namespace pc::platform {

/// UTC, to the millisecond: what expiry, grace, overrides and quota days are measured by.
using Instant = std::chrono::time_point<std::chrono::system_clock, std::chrono::milliseconds>;

/// One reading of both clocks. Rates run on `steady`, so that a corrected wall clock neither opens nor closes
/// a limit.
struct Moment
{
    Instant wall{};
    std::chrono::nanoseconds steady{0}; ///< since an arbitrary start, never goes back
};

[[nodiscard]] inline Instant instantOf(const QDateTime &time)
{
    return Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

[[nodiscard]] inline QDateTime toDateTime(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC);
}

/// Injected wherever time matters. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Moment now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Moment now() const override
    {
        using namespace std::chrono;
        return {time_point_cast<milliseconds>(system_clock::now()),
                duration_cast<nanoseconds>(steady_clock::now().time_since_epoch())};
    }
};

/// Stands still until it is moved: for tests and for replay.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Instant start) { m_now.wall = start; }
    [[nodiscard]] Moment now() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_now;
    }
    void advance(std::chrono::nanoseconds by)
    {
        const std::lock_guard lock(m_mutex);
        m_now.steady += by;
        m_remainder += by;
        const auto whole = std::chrono::duration_cast<std::chrono::milliseconds>(m_remainder);
        m_now.wall += whole;
        m_remainder -= whole;
    }
    /// Somebody sets the wall clock.
    void stepWall(std::chrono::milliseconds by)
    {
        const std::lock_guard lock(m_mutex);
        m_now.wall += by;
    }

private:
    mutable std::mutex m_mutex;
    Moment m_now;
    std::chrono::nanoseconds m_remainder{0};
};

} // namespace pc::platform
