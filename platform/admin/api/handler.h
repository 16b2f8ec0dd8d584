// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/admin/api/write_call.h"
#include "platform/admin/api/write_outcome.h"
#include "platform/core/policy/narrowing.h"
#include "platform/store/journal/revocation_journal.h"

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <variant>

/// How one operation of the contract is carried out. A handler parses its own input and answers a value or a
/// problem; those of a subject stand in its room, and service/handler_table.cpp binds each to its operation.
namespace pc::platform {

struct RunningWrite;

using ReadHandler = AdminResult (*)(const AdminCall &, Tx &);

/// A write whose request was read: once, and everything that comes after stands on what was read.
struct PreparedWrite
{
    /// In the transaction: checks, and changes rows, but nothing else. What it refuses is rolled back. It may
    /// run again (a full disk, and what is long gives way).
    using Act = std::function<WriteResult(const WriteCall &, Tx &)>;

    enum class Course {
        InTurn, ///< waits for the account's other writes
        AtOnce, ///< may take power away, and waits for nobody's turn
        Urgent, ///< the same, and before everything else in the store
    };

    Act act;
    Course course = Course::InTurn;
    /// What it takes away, told from the request and the policy alone: denied before the store is asked.
    Narrowing narrowing = {};
    /// For the side journal, when the store cannot take it or does not answer in time. Without it a store
    /// that cannot take the act ends it: nothing was changed.
    std::optional<JournalEntry> entry = {};
    /// Of one with an entry: the answer when it is closed but not stored; `journaled`: it outlives a restart
    /// all the same. Empty: notStored().
    std::function<AdminResult(const WriteCall &, bool journaled)> unstored = {};
    /// Right before the answer to what is in force.
    std::function<void(const std::shared_ptr<const WriteCall> &)> acknowledged = {};
    /// Of an act that gives back what a revocation took away: refused when a revocation of the same was asked
    /// since.
    std::optional<Reopenings::Object> reopens = {};
    /// May take seconds, and gives way to what is urgent (Store::Urgency::Yielding).
    bool isLong = false;
};

/// Of a change of thousands of rows, as files are.
[[nodiscard]] inline PreparedWrite longWrite(PreparedWrite::Act act)
{
    PreparedWrite write{std::move(act)};
    write.isLong = true;
    return write;
}

/// Reads the request, on the thread on which it came; what the request alone is refused for may be refused
/// here. What the clock or a state has a say in is refused by the act: a request that was carried out and is
/// sent again must come to its answer. Must not block.
struct WriteHandler
{
    AdminExpected<PreparedWrite> (*prepare)(const WriteCall &) = nullptr;
    bool mayNarrow = false; ///< may take access of partners away; else what it prepares has no narrowing
};

/// Answers by itself, on any thread; for what is neither one read nor one write.
struct OwnHandler
{
    /// Of how many at once of one account it is one; those of None wait for nothing.
    enum class Share { None, Renewals, Streams, Feeds };

    void (*act)(std::shared_ptr<AdminCall>, Responder) = nullptr;
    Share share = Share::None;
};

using OperationHandler = std::variant<ReadHandler, WriteHandler, OwnHandler>;
/// The handler of every operation.
using HandlerTable = OperationHandler (*)(Op);
/// Carries out, stores and answers a write: runWrite() of admin/revocation, which stands above this room.
using WriteRunner = void (*)(const std::shared_ptr<RunningWrite> &, const Responder &);

} // namespace pc::platform
