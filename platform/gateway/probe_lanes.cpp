// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/probe_lanes.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace pc::platform {

struct ProbeLanes::State
{
    struct Waiting
    {
        Time deadline;
        Task task;
    };
    struct Lane
    {
        std::deque<Waiting> waiting;
        int threads = 0;
    };
    std::mutex mutex;
    std::condition_variable ended;
    std::map<QString, Lane> lanes;
    bool stopping = false;

    static void run(const std::shared_ptr<State> &state, const QString &name)
    {
        std::unique_lock lock(state->mutex);
        for (;;) {
            Lane &lane = state->lanes[name];
            if (lane.waiting.empty())
                break;
            const Waiting next = std::move(lane.waiting.front());
            lane.waiting.pop_front();
            const bool inTime = !state->stopping && std::chrono::steady_clock::now() < next.deadline;
            lock.unlock();
            next.task(inTime);
            lock.lock();
        }
        if (--state->lanes[name].threads == 0)
            state->lanes.erase(name);
        state->ended.notify_all();
    }
};

ProbeLanes::ProbeLanes() : m_state(std::make_shared<State>()) {}

ProbeLanes::~ProbeLanes()
{
    stop();
}

void ProbeLanes::post(const QString &lane, Time deadline, Task task)
{
    {
        const std::lock_guard lock(m_state->mutex);
        if (!m_state->stopping && m_state->lanes[lane].waiting.size() < mostWaiting) {
            State::Lane &target = m_state->lanes[lane];
            target.waiting.push_back({deadline, std::move(task)});
            if (target.threads < threadsPerLane) {
                ++target.threads;
                std::thread([state = m_state, lane] { State::run(state, lane); }).detach();
            }
            return;
        }
    }
    task(false);
}

void ProbeLanes::stop()
{
    std::unique_lock lock(m_state->mutex);
    m_state->stopping = true;
    m_state->ended.wait(lock, [this] { return m_state->lanes.empty(); });
}

} // namespace pc::platform
