// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/journal/revocation_journal.h"

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace pc::platform {

/// Acts that give back what a revocation took away (unfreezing a partner, resuming a credential, enabling an
/// operator, adding a gateway), on their way to the store. A revocation goes before them there, also when
/// they were asked first: then they are refused, for what was closed last stays closed. Thread-safe; outlives
/// its turns.
class Reopenings
{
public:
    enum class What { Partner, Credential, Operator, Gateway };

    /// The place of one act among those that wait; held until it was answered.
    class Turn
    {
    public:
        Turn(Reopenings &all, What what, QString id) : m_all(all), m_what(what), m_id(std::move(id)) {}
        ~Turn();
        Turn(const Turn &) = delete;
        Turn &operator=(const Turn &) = delete;
        /// A revocation of the same, or another decision about it, was asked since.
        [[nodiscard]] bool isOvertaken() const;
        /// Carries out `act` unless a revocation came before; none comes while it runs. It must not block.
        void unlessOvertaken(const std::function<void()> &act) const;

    private:
        friend class Reopenings;
        Reopenings &m_all;
        const What m_what;
        const QString m_id;
        bool m_overtaken = false; // guarded by the mutex of all
    };
    using Waiting = std::shared_ptr<const Turn>;

    [[nodiscard]] Waiting wait(What what, const QString &id);

    /// Whether an act waits that would open what this revocation closes.
    [[nodiscard]] bool isWaiting(const JournalEntry &revocation) const;
    /// Something later is asked of the same: who waits to open it is refused. False when nobody does.
    bool overtake(What what, const QString &id);
    bool overtake(const JournalEntry &revocation);

private:
    mutable std::mutex m_mutex;
    std::vector<Turn *> m_turns; // guarded by m_mutex
};

} // namespace pc::platform
