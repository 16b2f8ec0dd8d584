// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/jobs_client.h"

#include "client/api/endpoint.h"

namespace pc::client {

using namespace Qt::StringLiterals;

namespace {

ApiRequest aboutJob(Op op, const QString &jobId, const IdempotencyKey &key = {})
{
    ApiRequest request = requestFor(op, {{u"job_id"_s, jobId}});
    request.key = key;
    return request;
}

} // namespace

Call JobsClient::list(QObject *context, Callback<Page<Job>> callback)
{
    return callFor<Page<Job>>(m_api, requestFor(Op::JobList), context, std::move(callback));
}

Call JobsClient::get(const QString &jobId, QObject *context, Callback<Job> callback)
{
    return callFor<Job>(m_api, aboutJob(Op::JobGet, jobId), context, std::move(callback));
}

Call JobsClient::start(JobKind kind, const IdempotencyKey &key, QObject *context, Callback<Job> callback)
{
    return callFor<Job>(m_api, writeOf(Op::JobStart, {}, JobStart{kind}, key), context, std::move(callback));
}

Call JobsClient::cancel(const QString &jobId, const IdempotencyKey &key, QObject *context,
                        Callback<Job> callback)
{
    return callFor<Job>(m_api, aboutJob(Op::JobCancel, jobId, key), context, std::move(callback));
}

Call JobsClient::resume(const QString &jobId, const IdempotencyKey &key, QObject *context,
                        Callback<Job> callback)
{
    return callFor<Job>(m_api, aboutJob(Op::JobResume, jobId, key), context, std::move(callback));
}

} // namespace pc::client
