// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "client/http/idempotency_key.h"
#include "contract/types/job.h"
#include "contract/types/page.h"

namespace pc::client {

class ApiCaller;

/// Long work of the service.
class JobsClient
{
public:
    explicit JobsClient(ApiCaller &api) : m_api(api) {}
    /// Newest first, all on one page.
    Call list(QObject *context, Callback<Page<Job>> callback);
    Call get(const QString &jobId, QObject *context, Callback<Job> callback);
    Call start(JobKind kind, const IdempotencyKey &key, QObject *context, Callback<Job> callback);
    Call cancel(const QString &jobId, const IdempotencyKey &key, QObject *context, Callback<Job> callback);
    Call resume(const QString &jobId, const IdempotencyKey &key, QObject *context, Callback<Job> callback);

private:
    ApiCaller &m_api;
};

} // namespace pc::client
