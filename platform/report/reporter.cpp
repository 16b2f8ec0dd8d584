// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/report/reporter.h"

#include "platform/report/report_lines.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

Reporter::Reporter(LogFollower follower, ReportSender &sender, QString stateFile)
    : m_follower(std::move(follower)), m_sender(sender), m_stateFile(std::move(stateFile)),
      m_most(ReportLines::most)
{
}

std::chrono::milliseconds Reporter::step(Moment now)
{
    m_follower.look(now);
    m_remarks += m_follower.takeRemarks();
    keepState(); // also of a log that was rotated while the service is away
    if (now.steady < m_notBefore)
        return std::min(lookEvery, std::chrono::ceil<std::chrono::milliseconds>(m_notBefore - now.steady));
    const auto batch = m_follower.next(m_most, ReportLines::mostBytes);
    if (!batch)
        return lookEvery;
    const bool isFull = batch->lines.lines.size() >= m_most;
    const ReportLines lines = ReportLines::of(batch->lines.lines);
    ReportCounts counts;
    counts.malformed = lines.malformed + batch->lines.tooLong;
    if (lines.ndjson.isEmpty()) {
        settle(*batch, counts);
        return isFull ? std::chrono::milliseconds(0) : lookEvery;
    }
    const ReportAnswer answer = m_sender.send(lines.ndjson);
    const bool isOne = batch->lines.lines.size() == 1;
    switch (answer.verdict()) {
    case ReportAnswer::Verdict::Stored:
        counts += answer.counts;
        settle(*batch, counts);
        m_most = ReportLines::most;
        return isFull ? std::chrono::milliseconds(0) : lookEvery;
    case ReportAnswer::Verdict::Smaller:
        m_most = std::max<qsizetype>(batch->lines.lines.size() / 2, 1);
        if (isOne) {
            ++counts.malformed;
            settle(*batch, counts);
        }
        return std::chrono::milliseconds(0);
    case ReportAnswer::Verdict::Later:
    case ReportAnswer::Verdict::Refused:
        break;
    }
    pause(now, answer);
    return lookEvery;
}

void Reporter::settle(const LogFollower::Batch &batch, const ReportCounts &counts)
{
    m_follower.advance(batch);
    m_counts += counts;
    m_pause = {};
    if (!std::exchange(m_fault, {}).isEmpty())
        m_remarks.append(u"reporting again"_s);
    const bool isStrange = counts.malformed > 0 && counts.malformed == counts.lines();
    if (isStrange && !m_isStrange)
        m_remarks.append(u"no line is one of the access log that the shipped configurations write"_s);
    m_isStrange = isStrange;
    keepState();
}

void Reporter::pause(Moment now, const ReportAnswer &answer)
{
    // What is refused may be mended on the other side (a certificate that is not registered yet); not soon.
    m_pause = answer.verdict() == ReportAnswer::Verdict::Refused
                  ? longestPause
                  : std::clamp(m_pause * 2, firstPause, longestPause);
    m_notBefore = now.steady + std::max(m_pause, std::min(answer.retryAfter, longestPause));
    if (m_fault != answer.fault)
        m_remarks.append(u"not reported, and tried again: %1"_s.arg(answer.fault));
    m_fault = answer.fault;
}

void Reporter::keepState()
{
    const ReportState state = m_follower.state();
    if (state.places == m_kept.places)
        return;
    // Gone on all the same when it cannot be written: then, after a restart, lines are reported twice.
    const auto written = state.write(m_stateFile);
    const QString fault = written ? QString() : written.error();
    if (m_stateFault != fault && !written)
        m_remarks.append(fault);
    m_stateFault = fault;
    if (written)
        m_kept = state;
}

QStringList Reporter::takeRemarks()
{
    return std::exchange(m_remarks, {});
}

} // namespace pc::platform
