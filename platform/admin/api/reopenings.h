// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/journal/revocation_journal.h"

#include <QSet>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
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
    struct Object
    {
        What what;
        QString id;
    };
    static constexpr std::size_t mostRefused = 4096;

    /// The place of one act among those that wait; held until it was answered.
    class Turn
    {
    public:
        Turn(Reopenings &all, Object object, QString request)
            : m_all(all), m_object(std::move(object)), m_request(std::move(request))
        {
        }
        ~Turn();
        Turn(const Turn &) = delete;
        Turn &operator=(const Turn &) = delete;
        [[nodiscard]] const Object &object() const { return m_object; }
        /// A revocation of the same, or another decision about it, was asked since.
        [[nodiscard]] bool isOvertaken() const;
        /// Carries out `act` unless a revocation came before; none comes while it runs. It must not block.
        void unlessOvertaken(const std::function<void()> &act) const;

    private:
        friend class Reopenings;
        Reopenings &m_all;
        const Object m_object;
        const QString m_request;
        bool m_overtaken = false; // guarded by the mutex of all
    };
    using Waiting = std::shared_ptr<const Turn>;

    /// `request`: what a repetition of the same request is known by; of one that was overtaken it is
    /// overtaken at once. Empty: nothing can repeat it.
    [[nodiscard]] Waiting wait(const Object &object, const QString &request = {});

    /// What this kind of revocation closes, so far as an act can open it again.
    [[nodiscard]] static std::optional<What> closedBy(JournalEntry::Kind kind);
    /// Whether an act waits that would open what this revocation closes.
    [[nodiscard]] bool isWaiting(const JournalEntry &revocation) const;
    /// Something later is asked of the same: who waits to open it is refused. False when nobody does.
    bool overtake(What what, const QString &id);
    bool overtake(const JournalEntry &revocation);

private:
    void refuseRepetitionsOf(const QString &request);

    mutable std::mutex m_mutex;
    std::vector<Turn *> m_turns;   // guarded by m_mutex
    QSet<QString> m_refused;       // requests that were overtaken; guarded by m_mutex
    std::deque<QString> m_inOrder; // those, oldest first; guarded by m_mutex
};

} // namespace pc::platform
