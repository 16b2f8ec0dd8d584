// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/clock/work_age.h"
#include "platform/core/policy/policy_holder.h"
#include "platform/store/journal/revocation_journal.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace pc::platform {

/// Revocations that hold although the store has not taken them: written to the side journal by a thread of
/// its own (a disk may hang, and nobody else waits for it), and in force in the policy until the store has
/// them. Thread-safe.
class RevocationBacklog
{
public:
    RevocationBacklog(PolicyHolder &policy, JournalWitness &witness) : m_policy(policy), m_witness(witness) {}
    ~RevocationBacklog() { stop(); }
    RevocationBacklog(const RevocationBacklog &) = delete;
    RevocationBacklog &operator=(const RevocationBacklog &) = delete;

    /// Opens the journal file and starts the thread; false when the file could not be allocated. What the
    /// journal holds is in force after restore(). `seal`: of what is written.
    bool open(const QString &file, std::optional<JournalSeal> seal = {});
    /// What stands in the journal.
    [[nodiscard]] RevocationJournal::Reading found() const { return m_journal.found(); }
    /// What nobody vouches for is in force as well, but not by whom it says (asCarriedOut()).
    /// `narrowingOf`: what an entry leaves of a rule, empty for what is not of the policy.
    /// `stored`: entries that the store had taken before the last end, and that only could not be removed.
    void restore(const std::function<Narrowing(const JournalEntry &)> &narrowingOf,
                 const QList<JournalEntry> &stored = {});

    struct Waiting
    {
        JournalEntry entry;
        PolicyHolder::Ticket ticket = 0; ///< 0: not of the policy
        bool isLogged = false;           ///< its event stands in the log, though a line about it may be owed
    };
    /// Writes to the journal; `done(false)`: it is kept in memory only, for as long as this process lives.
    /// `done` runs on the backlog's thread, unless the entry was settled before.
    void note(const Waiting &revocation, std::function<void(bool journaled)> done);
    /// The store has it, or it was taken back: forgotten, also when it is being written right now.
    void settle(const Waiting &revocation);
    /// Its event stands in the log: at the next start its slot is dropped, and keeps no other one any more.
    void noteLogged(const Waiting &revocation);
    /// What the store has not taken yet, oldest first.
    [[nodiscard]] std::vector<Waiting> waiting() const;
    [[nodiscard]] bool has(const Waiting &revocation) const;

    /// Whether the journal has a file; one that has none looks for its place every second.
    [[nodiscard]] bool hasPlace() const { return m_journal.hasPlace(); }
    /// How long the write to the journal that runs now has been running.
    [[nodiscard]] std::chrono::nanoseconds writingFor() const { return m_work.age(); }

    /// Writes what is to be journaled, and ends the thread.
    void stop();

private:
    struct Order
    {
        Waiting revocation;
        std::function<void(bool)> done; ///< empty: remove
    };
    void run();
    void write(std::vector<Order> orders);
    [[nodiscard]] QList<JournaledRevocation> standingWithout(const std::vector<Waiting> &waiting) const;
    void post(Order order);

    PolicyHolder &m_policy;
    JournalWitness &m_witness;
    RevocationJournal m_journal;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    QList<JournalEntry> m_unremoved; // of the thread: settled, and still in the file
    std::vector<Order> m_orders;     // guarded by m_mutex
    std::vector<Waiting> m_waiting;  // guarded by m_mutex
    bool m_stopping = false;         // guarded by m_mutex
    WorkAge m_work;
    std::thread m_thread;
};

} // namespace pc::platform
