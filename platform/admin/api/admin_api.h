// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/account_share.h"
#include "platform/admin/api/admin_context.h"
#include "platform/http/router.h"

#include <memory>

namespace pc::platform {

/// The pipeline every admin request runs through: authenticate, authorise, idempotency, act in one
/// transaction, answer. Mounts every operation of contract/api/operations.h below /admin/v1.
class AdminApi
{
public:
    explicit AdminApi(AdminContext &context) : m_context(context) {}

    /// Aborts when an operation has no handler: a programming error.
    void mount(Router &router);
    /// The service ends: what still waits for its turn is dropped.
    void stop();

private:
    /// Where an operation with its own course waits for its turn; null: it does not wait.
    [[nodiscard]] AccountShare *shareOf(const AdminCall &call);
    void handle(const Operation &operation, const HttpRequest &request, const Responder &respond);

    /// Of one account at a time in the store; what else it sends waits, and nobody waits for it. Revocations
    /// are not counted: they never wait.
    static constexpr int readsAtOnce = storeReaders - 1; ///< one reader is always somebody else's
    static constexpr int writesAtOnce = 2;
    static constexpr int streamsAtOnce = 4;
    static constexpr int feedsAtOnce = 32; ///< one for each console; more are refused

    AdminContext &m_context;
    AccountShare m_reads{readsAtOnce};
    AccountShare m_writes{writesAtOnce};
    AccountShare m_renewals{writesAtOnce}; ///< beside its writes: these may hang
    AccountShare m_streams{streamsAtOnce};
    AccountShare m_feeds{feedsAtOnce};
};

/// The parts of the pipeline that handlers with their own course use too.
/// Key and If-Match of a write; 400 without a key, 409 while the same one is under way.
[[nodiscard]] Acted<std::shared_ptr<WriteCall>> beginWrite(const AdminCall &call);
/// Carries out, stores and answers: what `narrowing` takes away is denied at once, before the store is asked,
/// and taken back when the write turns out not to be allowed.
void runWrite(std::shared_ptr<WriteCall> call, WriteHandler act, const Narrowing &narrowing,
              const Responder &respond);
/// The middle of every write, in its transaction: replay of a known key, If-Match required, act, remember,
/// and after the commit publish and tell the feed. Rolls back unless something was changed.
[[nodiscard]] AdminResult carryOut(const std::shared_ptr<WriteCall> &call, Tx &tx,
                                   const std::function<AdminResult(WriteCall &, Tx &)> &act);

} // namespace pc::platform
