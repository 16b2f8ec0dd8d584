// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/jobs/job_work.h"
#include "platform/log/log.h"
#include "platform/store/history/log_fold.h"

namespace pc::platform {

/// "audit.verify": the whole audit log as it was when the job began (log_fold.h), beside the running service.
/// A finding is told to the process log as well, once it is stored.
class HistoryVerification : public JobWork
{
public:
    static constexpr int eventsAtOnce = 1024;

    HistoryVerification(log_fold::Witness witness, const Log &log) : m_witness(std::move(witness)), m_log(log)
    {
    }

    [[nodiscard]] JobKind kind() const override { return JobKind::AuditVerify; }
    [[nodiscard]] JobUnit unit() const override { return JobUnit::Events; }
    [[nodiscard]] JobStep step(Tx &tx, const QByteArray &progress) const override;
    [[nodiscard]] QList<FieldChange> endChanges(const JobResult &result) const override;

private:
    const log_fold::Witness m_witness;
    const Log &m_log;
};

} // namespace pc::platform
