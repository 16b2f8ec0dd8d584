// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace pc::platform {

/// One lane per decision point: what waits for one that hangs stands behind others of that lane only. Threads
/// come with the work and go with it, at most `threadsPerLane` in each. Thread-safe.
class ProbeLanes
{
public:
    using Time = std::chrono::steady_clock::time_point;
    /// `inTime` false: the deadline came first, or the lane is too full, or all is being stopped.
    using Task = std::function<void(bool inTime)>;

    static constexpr int threadsPerLane = 2;
    static constexpr std::size_t mostWaiting = 2000;

    ProbeLanes();
    ~ProbeLanes();
    ProbeLanes(const ProbeLanes &) = delete;
    ProbeLanes &operator=(const ProbeLanes &) = delete;

    /// Never blocks. The task runs exactly once, on a thread of the lane, or here when it has no place.
    void post(const QString &lane, Time deadline, Task task);
    /// Ends what waits, and waits for what runs.
    void stop();

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace pc::platform
