// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/jobs/history_verification.h"

#include "platform/store/history/log_fold_bytes.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

JobStep HistoryVerification::step(Tx &tx, const QByteArray &progress) const
{
    const log_fold::State state = log_fold::advance(
        tx, m_witness, log_fold::fromBytes(progress).value_or(log_fold::State()), eventsAtOnce);
    JobStep step;
    step.progress = log_fold::toBytes(state);
    step.done = static_cast<qint64>(state.frontier.size());
    if (state.phase != log_fold::Phase::Anchor && state.phase != log_fold::Phase::Count)
        step.total = state.size;
    if (state.phase != log_fold::Phase::Over)
        return step;
    const HistoryReport report = log_fold::reportOf(state);
    step.result = JobResult{report};
    if (report.finding != HistoryFinding::Nothing) {
        step.write = [&log = m_log, report](Tx &) {
            WriteOutcome outcome;
            outcome.stored = [&log, report] {
                log.error("history_finding",
                          {{"finding", toText(report.finding)}, {"first_bad", report.firstBad.value_or(0)}});
            };
            return outcome;
        };
    }
    return step;
}

QList<FieldChange> HistoryVerification::endChanges(const JobResult &result) const
{
    if (!result.history)
        return {};
    const HistoryReport &report = *result.history;
    return {{u"events"_s, {}, QString::number(report.events)},
            {u"root"_s, {}, QString::fromLatin1(report.root.toHex())},
            {u"finding"_s, {}, toText(report.finding)}};
}

} // namespace pc::platform
