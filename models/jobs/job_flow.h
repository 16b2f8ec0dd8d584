// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/jobs_client.h"
#include "contract/api/operations.h"
#include "models/base/flow.h"

namespace pc::models {

/// Starts a job, or cancels or resumes one.
class JobFlow final : public Flow
{
    Q_OBJECT
public:
    /// Starts one of this kind.
    JobFlow(client::JobsClient &jobs, JobKind kind, QObject *parent = nullptr);
    /// `op`: JobCancel or JobResume.
    JobFlow(client::JobsClient &jobs, const Job &job, Op op, QObject *parent = nullptr);
    ~JobFlow() override;

    [[nodiscard]] Op op() const { return m_op; }
    /// As the act left it.
    [[nodiscard]] const std::optional<Job> &result() const { return m_result; }

private:
    void send() override;

    client::JobsClient &m_jobs;
    Op m_op = Op::JobStart;
    JobKind m_kind;
    QString m_id;
    std::optional<Job> m_result;
};

} // namespace pc::models
