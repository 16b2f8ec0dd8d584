// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/policy_holder.h"

#include <atomic>
#include <utility>

namespace pc::platform {
namespace {

std::size_t slotOfThisThread(std::size_t slots)
{
    static std::atomic<std::size_t> next{0};
    thread_local const std::size_t mine = next.fetch_add(1, std::memory_order_relaxed);
    return mine % slots;
}

} // namespace

PolicyHolder::PolicyHolder(Policy initial) : m_drain(std::make_shared<Drain>())
{
    const std::lock_guard lock(m_writer);
    replace(std::move(initial));
}

PolicyHolder::~PolicyHolder() = default;

PolicyRef PolicyHolder::current() const
{
    const Slot &slot = m_slots[slotOfThisThread(m_slots.size())];
    const std::lock_guard lock(slot.mutex);
    return slot.policy;
}

qint64 PolicyHolder::replace(Policy next)
{
    next.m_number = m_latest.m_number + 1;
    m_latest = next;
    const qint64 number = next.m_number;
    {
        const std::lock_guard lock(m_drain->mutex);
        m_drain->alive.insert(number);
    }
    const PolicyRef published(new Policy(std::move(next)), [drain = m_drain, number](const Policy *gone) {
        delete gone;
        const std::lock_guard lock(drain->mutex);
        drain->alive.erase(drain->alive.find(number));
        drain->let.notify_all();
    });
    for (Slot &slot : m_slots) {
        PolicyRef old = published;
        {
            const std::lock_guard lock(slot.mutex);
            slot.policy.swap(old);
        }
        // `old` goes here, outside the lock: the last holder frees a whole policy.
    }
    return number;
}

void PolicyHolder::setGuard(Change guard)
{
    const std::lock_guard lock(m_writer);
    m_guard = std::move(guard);
}

qint64 PolicyHolder::publish(const Change &change)
{
    const std::lock_guard lock(m_writer);
    Policy next = change(m_latest);
    return replace(m_guard ? m_guard(next) : std::move(next));
}

PolicyHolder::Waited PolicyHolder::publishAndWait(const Change &change, std::chrono::milliseconds limit)
{
    Waited result;
    result.number = publish(change);
    std::unique_lock lock(m_drain->mutex);
    result.drained = m_drain->let.wait_for(lock, limit, [this, number = result.number] {
        return m_drain->alive.empty() || *m_drain->alive.begin() >= number;
    });
    return result;
}

} // namespace pc::platform
