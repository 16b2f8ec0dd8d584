// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/policy/narrowing.h"
#include "platform/core/policy/policy.h"

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>

namespace pc::platform {

/// A snapshot that is being used. Whoever holds it keeps the acknowledgement of a revocation waiting: hold it
/// for one decision and its answer, no longer.
using PolicyRef = std::shared_ptr<const Policy>;

/// The one place where the current policy hangs. Reading copies a pointer from one of several slots, so that
/// readers hardly meet; writers are serialised, so that no change is lost. Nothing here waits for decisions,
/// disks or networks. Thread-safe.
///
/// Two kinds of change: publish() replaces rules by stored ones; narrow() takes power away at once, before
/// the store is asked, and holds over whatever is published until its ticket is lifted.
class PolicyHolder
{
public:
    /// A change as a function of the policy it applies to; may run while other threads decide.
    using Change = std::function<Policy(const Policy &)>;
    /// Names a narrowing that is in force; 0 names none.
    using Ticket = qint64;

    explicit PolicyHolder(Policy initial = {});
    ~PolicyHolder();
    PolicyHolder(const PolicyHolder &) = delete;
    PolicyHolder &operator=(const PolicyHolder &) = delete;

    [[nodiscard]] PolicyRef current() const;

    struct Narrowed
    {
        Ticket ticket = 0;
        qint64 number = 0;    ///< of the snapshot from which on it is in force
        bool changed = false; ///< false: there was nothing to take away
    };
    /// In force when it returns, until lifted. Several on one object add up.
    [[nodiscard]] Narrowed narrow(const Narrowing &narrowing);
    /// Takes a narrowing back; returns the new snapshot's number. Unknown tickets change nothing else.
    qint64 lift(Ticket ticket);

    /// Replaces the stored rules, and lifts what they stand for in the same moment; returns the new
    /// snapshot's number. Decisions that began earlier may still be under way.
    qint64 publish(const Change &change, Ticket lifted = 0);

    /// The oldest snapshot that a decision, an unsent answer or this holder stands on: all before it are
    /// gone.
    [[nodiscard]] qint64 oldestHeld() const;
    /// Called after every snapshot that went, on the thread that let it go; must not call back. Empty: none.
    void setReleaseListener(std::function<void()> listener);

private:
    struct Drain // shared with the snapshots' deleters, which may outlive the holder
    {
        std::mutex mutex;
        std::function<void()> released;
        std::multiset<qint64> alive; // numbers of snapshots that somebody holds
    };
    struct alignas(64) Slot
    {
        mutable std::mutex mutex;
        PolicyRef policy;
    };

    qint64 replace(Policy next);
    [[nodiscard]] Policy overlaid(Policy next, const Narrowing &about) const;
    [[nodiscard]] Policy refreshed(Policy next) const;
    [[nodiscard]] Policy without(Policy next, Ticket ticket);

    std::shared_ptr<Drain> m_drain;
    std::mutex m_writer;
    Policy m_latest;                          // guarded by m_writer; its number is the last published
    std::map<Ticket, Narrowing> m_narrowings; // guarded by m_writer
    Ticket m_lastTicket = 0;                  // guarded by m_writer
    std::array<Slot, 16> m_slots;
};

} // namespace pc::platform
