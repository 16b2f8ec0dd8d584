// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/admin_context.h"
#include "platform/http/router.h"

#include <memory>

namespace pc::platform {

/// The pipeline every admin request runs through: authenticate, authorise, idempotency, act in one
/// transaction, answer. Mounts every operation of contract/operations.h below /admin/v1.
class AdminApi
{
public:
    explicit AdminApi(AdminContext &context) : m_context(context) {}

    /// Aborts when an operation has no handler: a programming error.
    void mount(Router &router);

private:
    void handle(const Operation &operation, const HttpRequest &request, const Responder &respond);

    AdminContext &m_context;
};

/// The parts of the pipeline that handlers with their own course use too.
/// Key and If-Match of a write; 400 without a key, 409 while the same one is under way.
[[nodiscard]] Acted<std::shared_ptr<WriteCall>> beginWrite(const AdminCall &call);
/// Replay, If-Match required, act, remember, commit, publish, answer.
void runWrite(std::shared_ptr<WriteCall> call, WriteHandler act, const Responder &respond);
/// What this key was answered before: nothing when it is new, the reply, or 422 for another request.
[[nodiscard]] std::optional<AdminResult> replay(const WriteCall &call, Tx &tx);
/// Keeps the reply for a repeated request.
void remember(const WriteCall &call, Tx &tx, const AdminReply &reply);

} // namespace pc::platform
