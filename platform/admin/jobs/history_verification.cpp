// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/jobs/history_verification.h"

#include "platform/store/history/log_fold_bytes.h"

namespace pc::platform {

JobStep HistoryVerification::step(Tx &tx, const QByteArray &progress) const
{
    const log_fold::State state = log_fold::advance(
        tx, m_witness, log_fold::fromBytes(progress).value_or(log_fold::State()), eventsAtOnce);
    JobStep step;
    step.progress = log_fold::toBytes(state);
    step.done = static_cast<qint64>(state.frontier.size());
    if (state.phase != log_fold::Phase::Anchor && state.phase != log_fold::Phase::Count)
        step.total = state.size;
    if (state.phase == log_fold::Phase::Over)
        step.result = JobResult{log_fold::reportOf(state)};
    return step;
}

} // namespace pc::platform
