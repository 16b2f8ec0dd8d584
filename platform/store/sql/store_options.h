// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/store.h"

namespace pc::platform {

/// When what a job wrote is safe.
enum class Durability {
    EachCommit,
    WhenComplete ///< for a private store that is given up unless it is completed and closed: until then
                 ///< nothing survives a crash, and no reader may run beside the writer
};

/// What a store needs to know before it opens, whatever its engine.
struct StoreOptions
{
    QString file; ///< where an engine that lives in a file has it (databaseFile())
    QString node; ///< id of the node that writes (data_dir/node_id.h); not empty
    int readers = storeReaders;
    Durability durability = Durability::EachCommit;
    QString
        reserveFile; ///< holds space for urgent writes, where the engine shares a disk with us; empty: none
    qint64 maxPages = 0; ///< for tests: the store is full at so many pages of its engine; 0 = never
    /// A yielding write that began so long ago is let through: no other waits much longer for its sake.
    std::chrono::milliseconds yieldsFor = std::chrono::seconds(2);
    LogWatcher logWatcher{};   ///< hears of every growth of the audit log, on the writer's thread
    CommitGuard commitGuard{}; ///< on the writer's thread; empty: everything may be written
};

} // namespace pc::platform
