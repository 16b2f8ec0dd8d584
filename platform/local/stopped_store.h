// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/data_dir/data_directory.h"
#include "platform/store/history/history_anchor.h"
#include "platform/store/sql/store.h"

#include <tl/expected.hpp>

#include <memory>

namespace pc::platform {

/// The store of a data directory on which no service runs, for a command that changes it by itself. The
/// directory is held as long as this object lives, and what is recorded is anchored as the service would.
struct StoppedStore
{
    DataDirectory data;
    std::unique_ptr<Log> log; // says nothing: the command says what went wrong
    std::unique_ptr<AuditSigner> signer;
    std::unique_ptr<HistoryAnchor> history;
    QList<JournalEntry> journaled; // what the side journal holds, as it is carried out
    std::unique_ptr<Store> store;  // goes before what its writer calls, and before the directory is let go

    /// Only what lays the ground may make a platform where there is none: a question must not.
    enum class WhenEmpty { Refuse, Create };
    /// Whether the side journal shuts this operator out, although the store does not know it yet.
    [[nodiscard]] bool isShut(Tx &tx, const QString &account) const;
    /// What the side journal holds of one operator or gateway, and the store has not: written first by
    /// whoever changes that, in the same transaction, as it came before. It goes from the journal at the next
    /// start.
    void storeJournaled(Tx &tx, JournalEntry::Kind kind, const QString &id, const QDateTime &now) const;

    /// The error's `inUse` says that a service, or another command, is there.
    [[nodiscard]] static tl::expected<StoppedStore, DataDirectoryError> open(const QString &dataDirectory,
                                                                             WhenEmpty whenEmpty);
};

} // namespace pc::platform
