// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/policy.h"

#include <array>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <set>

namespace pc::platform {

/// A snapshot that is being used. Whoever holds it keeps a revocation waiting: hold it for one decision and
/// its answer, no longer.
using PolicyRef = std::shared_ptr<const Policy>;

/// The one place where the current policy hangs. Reading copies a pointer from one of several slots, so that
/// readers hardly meet; writers are serialised, so that no change is lost. Thread-safe.
class PolicyHolder
{
public:
    /// A change as a function of the policy it applies to; may run while other threads decide.
    using Change = std::function<Policy(const Policy &)>;

    explicit PolicyHolder(Policy initial = {});
    ~PolicyHolder();
    PolicyHolder(const PolicyHolder &) = delete;
    PolicyHolder &operator=(const PolicyHolder &) = delete;

    [[nodiscard]] PolicyRef current() const;

    /// A change that follows every other from now on: what must hold whatever the store says (cuts that it
    /// could not take yet). Empty: none.
    void setGuard(Change guard);

    /// Replaces the policy; returns the new snapshot's number. Decisions that began earlier may still be
    /// under way.
    qint64 publish(const Change &change);

    struct Waited
    {
        qint64 number = 0;
        bool drained = false; ///< no decision or unsent answer stands on an older snapshot
    };
    /// Replaces the policy and waits until every holder of an older snapshot has let go, at most `limit`.
    /// Never call it while holding a PolicyRef. Blocks: not for server threads.
    Waited publishAndWait(const Change &change, std::chrono::milliseconds limit = std::chrono::seconds(10));

private:
    struct Drain // shared with the snapshots' deleters, which may outlive the holder
    {
        std::mutex mutex;
        std::condition_variable let;
        std::multiset<qint64> alive; // numbers of snapshots that somebody holds
    };
    struct alignas(64) Slot
    {
        mutable std::mutex mutex;
        PolicyRef policy;
    };

    qint64 replace(Policy next);

    std::shared_ptr<Drain> m_drain;
    std::mutex m_writer;
    Change m_guard;  // guarded by m_writer
    Policy m_latest; // guarded by m_writer; its number is the last published
    std::array<Slot, 16> m_slots;
};

} // namespace pc::platform
