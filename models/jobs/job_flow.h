// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/jobs_client.h"
#include "models/base/flow.h"

namespace pc::models {

/// Starts a job, or cancels or resumes one.
class JobFlow final : public Flow
{
    Q_OBJECT
public:
    enum class Act { Start, Cancel, Resume };
    Q_ENUM(Act)
    /// Starts one of this kind.
    JobFlow(client::JobsClient &jobs, JobKind kind, QObject *parent = nullptr);
    JobFlow(client::JobsClient &jobs, const Job &job, Act act, QObject *parent = nullptr);
    ~JobFlow() override;

    [[nodiscard]] Act act() const { return m_act; }
    /// As the act left it.
    [[nodiscard]] const std::optional<Job> &result() const { return m_result; }

private:
    void send() override;

    client::JobsClient &m_jobs;
    Act m_act = Act::Start;
    JobKind m_kind;
    QString m_id;
    std::optional<Job> m_result;
};

} // namespace pc::models
