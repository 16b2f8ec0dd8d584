// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/handler.h"

namespace pc::platform {

/// A write on its way, and how far it is. Handlers see its call only.
struct RunningWrite
{
    WriteCall call;
    PreparedWrite prepared;
    InFlight::Ticket ticket = {};
    Reopenings::Waiting reopening = {}; ///< of one that gives back what a revocation took away
    /// In force since before the store was asked; its ticket goes at the end.
    PolicyHolder::Narrowed narrowed = {};
    bool committed = false; ///< carried out and stored, not a replay
    qint64 published = 0;   ///< number of the snapshot with what was stored
    bool widens = false;    ///< gives, and is proven to take nothing away: no decision is waited for
};

/// Key and If-Match of a write, and what its handler makes of it; 400 without a key, 409 while the same one
/// is under way.
[[nodiscard]] AdminExpected<std::shared_ptr<RunningWrite>> beginWrite(const AdminCall &call,
                                                                      const WriteHandler &handler);
/// The middle of every write, in its transaction: replay of a known key, If-Match required, act, record,
/// remember, and after the commit publish and tell the feed. Rolls back unless something was changed, or
/// refused for good (closed_meanwhile).
[[nodiscard]] AdminResult carryOut(const std::shared_ptr<RunningWrite> &write, Tx &tx);

} // namespace pc::platform
