// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pc::platform {

/// How what is in force already comes to last: the store is asked, and the side journal as well when the
/// store says no, or nothing in time. What either says may come in any order, and after the answer. Pure; its
/// owner locks.
class KeepingCourse
{
public:
    /// What is to be done now. Who waits is told once; the first of the answers holds.
    enum class Next {
        Nothing,       ///< something is still to come, or the answer is on its way
        AskJournal,    ///< unless askJournal() says that it is not needed any more
        TellStored,    ///< the store has had its say
        TellJournaled, ///< not stored yet; outlives a restart all the same
        TellNowhere,   ///< in force, and kept nowhere yet
    };

    [[nodiscard]] Next storeHas();
    [[nodiscard]] Next storeFailed();
    [[nodiscard]] Next storeIsSlow() const; ///< its patience is over
    /// True: it is asked from here on, once. False: it was, or the store has it.
    [[nodiscard]] bool askJournal();
    [[nodiscard]] Next journalHas();
    /// The store may still take it, and that is worth the rest of the patience.
    [[nodiscard]] Next journalFailed();
    [[nodiscard]] Next journalIsSlow() const; ///< its patience is over as well

    [[nodiscard]] bool isStored() const { return m_store == Store::Has; }
    /// It may have it, or get it still.
    [[nodiscard]] bool isJournalAsked() const { return m_journal != Journal::NotAsked; }

private:
    enum class Store { Asked, Has, Failed };
    enum class Journal { NotAsked, Asked, Has, Failed };

    Store m_store = Store::Asked;
    Journal m_journal = Journal::NotAsked;
};

} // namespace pc::platform
