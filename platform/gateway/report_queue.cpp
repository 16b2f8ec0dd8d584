// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/report_queue.h"

namespace pc::platform {

struct ReportQueue::Places
{
    std::mutex mutex;
    QHash<QString, int> held; // by gateway; guarded by mutex, as what follows
    int all = 0;
};

ReportQueue::ReportQueue(CallQueue &calls) : m_calls(calls), m_places(std::make_shared<Places>()) {}

std::shared_ptr<const void> ReportQueue::place(const QString &gateway)
{
    const std::lock_guard lock(m_places->mutex);
    if (m_places->held.value(gateway) >= mostOfOne || m_places->all >= mostWaiting)
        return {};
    ++m_places->held[gateway];
    ++m_places->all;
    return {static_cast<const void *>(this), [places = m_places, gateway](const void *) {
                const std::lock_guard released(places->mutex);
                --places->all;
                if (--places->held[gateway] == 0)
                    places->held.remove(gateway);
            }};
}

void ReportQueue::push(Report report)
{
    // The gateway had its answers before it reported on them, and their records were pushed before that.
    const quint64 behind = m_calls.pushed();
    const bool isOneOfMany = linesOf(report.lines) >= manyLines;
    bool isClosed = false;
    {
        const std::lock_guard lock(m_mutex);
        isClosed = m_closed;
        if (!isClosed)
            m_waiting.push_back({std::move(report), behind});
    }
    if (isClosed)
        report.answer({});
    else if (isOneOfMany)
        m_calls.hurry();
}

std::vector<ReportQueue::Report> ReportQueue::take(quint64 stored)
{
    std::vector<Report> taken;
    qint64 lines = 0;
    const std::lock_guard lock(m_mutex);
    while (!m_waiting.empty() && m_waiting.front().behind <= stored) {
        lines += linesOf(m_waiting.front().report.lines);
        if (!taken.empty() && lines > mostLines)
            break;
        taken.push_back(std::move(m_waiting.front().report));
        m_waiting.pop_front();
    }
    return taken;
}

bool ReportQueue::hasReady(quint64 stored) const
{
    const std::lock_guard lock(m_mutex);
    return !m_waiting.empty() && m_waiting.front().behind <= stored;
}

void ReportQueue::close()
{
    std::deque<Waiting> refused;
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        refused.swap(m_waiting);
    }
    for (const Waiting &each : refused)
        each.report.answer({});
}

qint64 ReportQueue::linesOf(const QByteArray &body)
{
    return body.count('\n') + (body.isEmpty() || body.endsWith('\n') ? 0 : 1);
}

} // namespace pc::platform
