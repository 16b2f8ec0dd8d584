// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/log/log.h"
#include "platform/store/audit/audit_signer.h"
#include "platform/store/history/history_check.h"
#include "platform/store/history/journal_notes.h"
#include "platform/store/sql/store.h"

#include <atomic>
#include <memory>
#include <mutex>

namespace pc::platform {

/// What keeps the history of a data directory from being put back in silence: every commit that lets the
/// audit log grow, and every checkpoint, leaves a signed line in the anchor file
/// (store/history/anchor_file.h), synced before anybody is answered. As long as the log in the database does
/// not contain the last line, nothing is anchored, signed or decided, until somebody on this host accepts the
/// log as it is.
///
/// The line follows the commit, never the other way round: a crash between the two leaves a log that is ahead
/// of its anchor, which is no fault.
class HistoryAnchor : public JournalWitness
{
public:
    /// Give this to the store as its watcher before it opens; it does nothing before open().
    [[nodiscard]] LogWatcher watcher();
    /// And this as its guard: from open() on nothing at all is written into a database whose history is not
    /// accepted, whoever wants to, but its acceptance.
    [[nodiscard]] CommitGuard guard();

    /// Reads the file, compares, and, where nothing was anchored yet, begins: with an event when the log
    /// already has some (a directory of an older release). `journal`: the side journal of the directory.
    /// `signer` and `log` outlive this object. The error is a sentence; a history that is refused is none.
    /// Blocking.
    [[nodiscard]] tl::expected<void, QString> open(Store &store, const QString &directory,
                                                   const AuditSigner &signer,
                                                   const RevocationJournal::Reading &journal,
                                                   const QDateTime &now, const Log &log);

    [[nodiscard]] bool isAccepted() const { return m_accepted; }
    [[nodiscard]] HistoryVerdict verdict() const;

    /// A line could not be written: what it stands for is not told as durable, and nothing else lets the log
    /// grow until the line is there. Thread-safe.
    [[nodiscard]] bool owesLine() const { return m_owesLine; }
    /// Tries again. On the writer's thread.
    bool writeOwed();

    /// A line for each that has none yet and is sealed (a line vouches for what it names), unless the history
    /// is refused. Thread-safe.
    void noteJournaled(const QList<JournaledRevocation> &revocations) override;
    [[nodiscard]] bool noteSettled(const QList<JournaledRevocation> &revocations) override;
    /// Also for what a former version wrote without a seal, when a signed line of the anchor names it.
    [[nodiscard]] bool vouchesFor(const JournaledRevocation &revocation) const override;

    /// Why accept() would be of no use; empty when it is not.
    [[nodiscard]] QString cannotBeAccepted() const;
    /// In a write job: records that somebody on the host takes the log as it is, with what was expected and
    /// what is there. After the commit the anchor goes on from it and isAccepted() is true, unless the file
    /// cannot be written. Gives the event as it is stored.
    AuditEvent accept(Tx &tx, const QString &reason, const QString &by, const QDateTime &now);

private:
    void record(Tx &tx, const LogHead &head);
    [[nodiscard]] bool write(const LogHead &head);
    [[nodiscard]] tl::expected<void, QString> begin(Store &store, const QDateTime &now);
    void goOn(const history::Head &head, const QDateTime &now);

    const AuditSigner *m_signer = nullptr;
    const Log *m_log = nullptr;
    std::unique_ptr<AnchorFile> m_file;
    std::atomic<bool> m_accepted{false};
    std::atomic<bool> m_owesLine{false};
    std::optional<LogHead> m_owed; ///< the newest without its line; on the writer's thread only
    mutable std::mutex m_mutex;
    HistoryVerdict m_verdict; ///< guarded by m_mutex
    mutable std::mutex m_journalMutex;
    QSet<QString> m_journaled;        ///< digests of what the journal keeps; guarded by m_journalMutex
    std::weak_ptr<LogHead> m_pending; ///< of the running job; on the writer's thread only
    std::atomic<bool> m_refused{false};
};

/// The first line of the anchor of a directory that is being filled, and its name in the database: for
/// `seed`.
[[nodiscard]] bool beginAnchor(Tx &tx, const QString &directory, const AuditSigner &signer,
                               const QString &act, const QDateTime &now);

} // namespace pc::platform
