// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/job_flow.h"

namespace pc::models {

JobFlow::JobFlow(client::JobsClient &jobs, JobKind kind, QObject *parent)
    : Flow(parent), m_jobs(jobs), m_kind(kind)
{
}

JobFlow::JobFlow(client::JobsClient &jobs, const Job &job, Op op, QObject *parent)
    : Flow(parent), m_jobs(jobs), m_op(op), m_kind(job.kind), m_id(job.id)
{
}

JobFlow::~JobFlow() = default;

void JobFlow::send()
{
    const auto answered = [this](client::Result<Job> result) {
        if (!result)
            return fail(result.error());
        m_result = std::move(*result);
        succeed();
    };
    if (m_op == Op::JobCancel)
        m_call = m_jobs.cancel(m_id, key(), this, answered);
    else if (m_op == Op::JobResume)
        m_call = m_jobs.resume(m_id, key(), this, answered);
    else
        m_call = m_jobs.start(m_kind, key(), this, answered);
}

} // namespace pc::models
