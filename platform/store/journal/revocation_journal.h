// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/journal/journal_seal.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <atomic>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace pc::platform {

/// A revocation that the store could not take: enough to keep closed what it closes after a restart and to
/// write the event later.
struct JournalEntry
{
    enum class Kind { Credential, Generation, Suspend, Freeze, Operator, Session, Gateway, Token };
    Kind kind = Kind::Credential;
    QString id;         ///< crd_…; for Freeze prt_…, for Operator the account, for Session ses_…, for
                        ///< Gateway its name, for Token its jti (and the actor is its credential)
    int generation = 0; ///< for Generation; for Token that which it was issued to
    QDateTime at;
    QString actor;
    QString actorRole;
    QString reason;
    QString ticket;
    QString requestId;
    std::optional<QDateTime> until = {}; ///< for Token: when it would have expired
    /// Not in the file: false when nothing vouches for it, so that neither its words nor its actor's name may
    /// stand in the log (asCarriedOut()).
    bool isVouched = true;
    bool operator==(const JournalEntry &) const = default;
};

/// Whether both close the same thing: one of them in the journal is enough.
[[nodiscard]] bool isSameRevocation(const JournalEntry &a, const JournalEntry &b);

/// A revocation as it stands in the journal.
struct JournaledRevocation
{
    JournalEntry entry;
    QString digest;        ///< SHA-256 of the bytes that stand there, base64url
    bool isSealed = false; ///< by this platform's own key
    bool operator==(const JournaledRevocation &) const = default;
};

/// What is carried out of an entry that was found: itself when it is vouched for. Else it closes what it
/// names, as by the platform, without a word of the file: whoever wrote it has no name. Nothing when it names
/// what cannot exist.
[[nodiscard]] std::optional<JournalEntry> asCarriedOut(const JournaledRevocation &found, bool isVouched);

/// Who remembers, in another file, what stands in the journal: a file that is taken away is noticed then.
/// Called on the thread that writes the journal.
class JournalWitness
{
public:
    virtual ~JournalWitness() = default;
    /// This is what stands in the journal. What cannot be remembered now is tried again at the next call.
    virtual void noteJournaled(const QList<JournaledRevocation> &revocations) = 0;
    /// These may go from the journal. False: not yet.
    [[nodiscard]] virtual bool noteSettled(const QList<JournaledRevocation> &revocations) = 0;
    /// Whether what was found in the journal was written by this platform.
    [[nodiscard]] virtual bool vouchesFor(const JournaledRevocation &revocation) const
    {
        return revocation.isSealed;
    }
};

/// The side journal: a file whose blocks are allocated beforehand and overwritten in place, so that a full
/// disk does not stop it. Slots of 1 KiB: magic, length, CRC-32, JSON, and at the end the seal, which a
/// former version neither wrote nor looks at. Thread-safe.
class RevocationJournal
{
public:
    static constexpr int slotCount = 2048; ///< a whole installation's keys at once, while a disk hangs
    static constexpr int slotSize = 1024;

    [[nodiscard]] static QString pathIn(const QString &directory);
    struct Reading
    {
        QList<JournaledRevocation> revocations;
        int damaged = 0; ///< slots that are neither free nor whole: what a write leaves that was cut off
    };
    /// What stands in a file that nobody writes; nothing when there is none. Without a seal none is sealed.
    [[nodiscard]] static Reading read(const QString &path, const std::optional<JournalSeal> &seal = {});

    /// Opens or makes the file, and reads it. False when that fails; add() tries again then. What is written
    /// is sealed when there is a seal.
    bool open(const QString &path, std::optional<JournalSeal> seal = {});
    /// Whether there is a file to write into, and it has all that it was given, as far as the last try has
    /// found; never blocks.
    [[nodiscard]] bool hasPlace() const { return m_hasPlace && !m_isOwing; }
    /// Looks for a place again, as add() does, and writes there what is only in memory. Blocking.
    void findPlace();
    /// What stands in the file, and how many slots were damaged when it was opened.
    [[nodiscard]] Reading found() const;

    /// One answer for each: true when it is written and synced as this returns; else it is kept in memory
    /// only, for as long as this process lives. One sync for all. The same revocation added twice takes one
    /// slot, unless the first is among `settled`: the store has that one, and only its slot is not free yet.
    [[nodiscard]] QList<bool> add(const QList<JournalEntry> &entries,
                                  const QList<JournaledRevocation> &settled = {});
    /// Forgets what the store has taken by now. False when one of them still stands in the file.
    [[nodiscard]] bool remove(const QList<JournalEntry> &entries);
    /// What the store has not taken yet, also what is only in memory.
    [[nodiscard]] QList<JournalEntry> entries() const;
    /// What stands in the file.
    [[nodiscard]] QList<JournaledRevocation> kept() const;

    RevocationJournal() = default;
    ~RevocationJournal();
    RevocationJournal(const RevocationJournal &) = delete;
    RevocationJournal &operator=(const RevocationJournal &) = delete;

private:
    struct Slot
    {
        JournaledRevocation revocation;
        QByteArray bytes; ///< as they stand there: written elsewhere they are the same, seal or none
    };
    using Slots = std::vector<std::optional<Slot>>;
    /// Nothing when the bytes are no whole slot.
    [[nodiscard]] static std::optional<Slot> decode(const QByteArray &bytes,
                                                    const std::optional<JournalSeal> &seal);
    /// The one walk through a file: its slots, and how many are damaged.
    [[nodiscard]] static std::pair<Slots, int> walk(int file, const std::optional<JournalSeal> &seal);
    [[nodiscard]] static QList<JournaledRevocation> revocationsIn(const Slots &taken);
    /// The open file is the one that has the name; else what is kept is written where the name is now. Where
    /// that fails no file is open, until it is tried again.
    void settlePlace();
    [[nodiscard]] QList<bool> write(const QList<JournalEntry> &entries,
                                    const QList<JournaledRevocation> &settled);
    [[nodiscard]] bool writeAllSlots();
    [[nodiscard]] bool writeSlot(int slot, const QByteArray &bytes);
    [[nodiscard]] bool sync();
    /// -1: none, or only ignored ones.
    template <typename Ignored>
    [[nodiscard]] int slotOf(const JournalEntry &entry, const Ignored &isIgnored) const;

    mutable std::mutex m_mutex;
    int m_file = -1;
    QString m_path;
    std::optional<JournalSeal> m_seal;
    Slots m_slots{slotCount};
    bool m_wasRead = false;
    std::atomic<bool> m_hasPlace{false};
    int m_damaged = 0;                  ///< when the file was read
    QList<JournalEntry> m_inMemory;     ///< could not be written
    std::atomic<bool> m_isOwing{false}; ///< some are in memory only
};

} // namespace pc::platform
