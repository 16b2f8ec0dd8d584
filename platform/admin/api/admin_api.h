// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/account_share.h"
#include "platform/admin/api/body_thread.h"
#include "platform/admin/api/handler.h"
#include "platform/http/router.h"

#include <memory>

namespace pc::platform {

/// The pipeline every admin request runs through: authenticate, authorise, idempotency, act in one
/// transaction, answer. Mounts every operation of contract/api/operations.h below /admin/v1.
class AdminApi
{
public:
    AdminApi(AdminContext &context, HandlerTable handlers, WriteRunner run)
        : m_context(context), m_handlers(handlers), m_run(run)
    {
    }

    /// Aborts when an operation has no handler: a programming error.
    void mount(Router &router);
    /// The service ends: what still waits for its turn is dropped.
    void stop();

private:
    /// Where a call with its own course waits for its turn; null: it does not wait.
    [[nodiscard]] AccountShare *shareOf(const OwnHandler &handler);
    /// To send a file now; null: too many are sent.
    [[nodiscard]] AccountShare::Turn fileTurn(const QString &account);
    void handle(const Operation &operation, const HttpRequest &request, const Responder &respond);
    /// A body that takes its time to be read and looked through: not on a thread of the server. Of operations
    /// with long lists only: what only takes power away is carried out where it comes in.
    void handleLarge(const Operation &operation, const HttpRequest &request, const Responder &respond);
    void carryOut(const Operation &operation, const HttpRequest &request, const Responder &respond);
    void answerItself(const std::shared_ptr<AdminCall> &call, const OwnHandler &own,
                      const Responder &respond);
    void read(const std::shared_ptr<AdminCall> &call, ReadHandler act, const Responder &respond);
    void write(const AdminCall &call, const WriteHandler &handler, const Responder &respond);

    /// Of one account at a time in the store; what else it sends waits, and nobody waits for it. Revocations
    /// are not counted: they never wait.
    static constexpr int readsAtOnce = storeReaders - 1; ///< one reader is always somebody else's
    static constexpr int writesAtOnce = 2;
    static constexpr int streamsAtOnce = 4;
    static constexpr int largeBodiesAtOnce = 1;
    static constexpr qsizetype largeBody = 4 * 1024; ///< bytes; less takes two milliseconds at most
    static constexpr int feedsAtOnce = 32;           ///< one for each console; more are refused

    AdminContext &m_context;
    const HandlerTable m_handlers;
    const WriteRunner m_run;
    AccountShare m_reads{readsAtOnce};
    AccountShare m_writes{writesAtOnce};
    AccountShare m_bodies{largeBodiesAtOnce};
    AccountShare m_renewals{writesAtOnce}; ///< beside its writes: these may hang
    AccountShare m_streams{streamsAtOnce};
    AccountShare m_feeds{feedsAtOnce};
    /// Bodies of many megabytes: two of an account, as a turn ends a little after its answer is there, and
    /// four of all, which are in memory at a time.
    AccountShare m_files{2, 0};
    AccountShare m_allFiles{4, 0};
    // Last: what they carry out uses the others. Two, as a file may take seconds.
    BodyThread m_bodyThread;
    BodyThread m_fileThread;
};

} // namespace pc::platform
