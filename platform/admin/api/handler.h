// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"

#include <memory>
#include <variant>

/// How one operation of the contract is carried out. A handler parses its own input and answers a value or a
/// problem; those of a subject stand in its room, and service/handler_table.cpp binds each to its operation.
namespace pc::platform {

using ReadHandler = AdminResult (*)(const AdminCall &, Tx &);
using WriteHandler = AdminResult (*)(WriteCall &, Tx &);
/// A write that may take power away: what it takes away is told from the request and the policy alone, so
/// that it is denied before the store is asked.
struct NarrowingHandler
{
    WriteHandler act = nullptr;
    Narrowing (*narrowing)(const WriteCall &) = nullptr;
};
/// A write that gives back what a revocation took away.
struct ReopeningHandler
{
    WriteHandler act = nullptr;
    Reopenings::What what;
    QByteArrayView parameter; ///< of the path: whose id it is
};
/// Answers by itself, on any thread; for what is neither one read nor one write.
struct OwnHandler
{
    /// Of how many at once of one account it is one; those of None wait for nothing.
    enum class Share { None, Renewals, Writes, Streams, Feeds };

    void (*act)(std::shared_ptr<AdminCall>, Responder) = nullptr;
    Share share = Share::None;
    bool mayNarrow = false; ///< may take access of partners away
    /// Of one that takes it away with some calls only: whether this is one, and so waits for nothing.
    bool (*narrows)(const AdminCall &) = nullptr;
};

using OperationHandler =
    std::variant<ReadHandler, WriteHandler, NarrowingHandler, ReopeningHandler, OwnHandler>;
/// The handler of every operation.
using HandlerTable = OperationHandler (*)(Op);
/// Carries out, stores and answers a write: runWrite() of admin/revocation, which stands above this room.
using WriteRunner = void (*)(std::shared_ptr<WriteCall>, WriteHandler, const Narrowing &, const Responder &);

} // namespace pc::platform
