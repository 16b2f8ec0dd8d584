// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/job_flow.h"

namespace pc::models {

JobFlow::JobFlow(client::JobsClient &jobs, JobKind kind, QObject *parent)
    : Flow(parent), m_jobs(jobs), m_kind(kind)
{
}

JobFlow::JobFlow(client::JobsClient &jobs, const Job &job, Act act, QObject *parent)
    : Flow(parent), m_jobs(jobs), m_act(act), m_kind(job.kind), m_id(job.id)
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
    switch (m_act) {
    case Act::Start:
        m_call = m_jobs.start(m_kind, key(), this, answered);
        break;
    case Act::Cancel:
        m_call = m_jobs.cancel(m_id, key(), this, answered);
        break;
    case Act::Resume:
        m_call = m_jobs.resume(m_id, key(), this, answered);
        break;
    }
}

} // namespace pc::models
