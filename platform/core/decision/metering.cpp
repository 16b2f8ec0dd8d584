// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/decision/metering.h"

#include "contract/crypto/redaction.h"
#include "contract/rules/text_rule.h"

#include <algorithm>

namespace pc::platform {

using Steady = std::chrono::steady_clock;

namespace {

/// Redacted before it is cut: a part of a secret is not recognised any more.
void clean(QString &text, qsizetype most)
{
    text = pc::rules::beginningOf(redactWire(text), most);
}

} // namespace

CallQueue::CallQueue(std::size_t capacity) : m_capacity(capacity) {}

bool CallQueue::push(CallRecord record)
{
    return add({std::move(record), true});
}

bool CallQueue::pushCounted(CallRecord record)
{
    return add({std::move(record), false});
}

bool CallQueue::add(Queued queued)
{
    CallRecord &record = queued.call;
    clean(record.path, 512);
    clean(record.userAgent, 256);
    clean(record.requestId, 128);
    clean(record.method, 16);
    if (!record.contentType.isEmpty())
        clean(record.contentType, 100);
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed || m_records.size() >= m_capacity) {
            ++m_droppedSince;
            ++m_droppedTotal;
            return false;
        }
        if (m_records.empty())
            m_firstAt = Steady::now();
        m_records.push_back(std::move(queued));
        ++m_pushed;
        wake = m_records.size() == m_wanted; // before that only time counts
    }
    if (wake)
        m_wake.notify_one();
    return true;
}

CallQueue::Batch CallQueue::takeLocked(std::size_t maxRecords)
{
    Batch batch;
    const auto count = static_cast<std::ptrdiff_t>(std::min(maxRecords, m_records.size()));
    std::for_each(m_records.begin(), m_records.begin() + count, [&batch](Queued &queued) {
        (queued.kept ? batch.records : batch.counted).push_back(std::move(queued.call));
    });
    m_records.erase(m_records.begin(), m_records.begin() + count);
    // What stays behind is overdue already: the next take() gives it at once.
    if (m_records.empty())
        m_firstAt.reset();
    batch.observed = m_observed.take();
    batch.dropped = std::exchange(m_droppedSince, 0);
    batch.last = m_pushed - m_records.size();
    batch.closed = m_closed && m_records.empty();
    return batch;
}

CallQueue::Batch CallQueue::take(std::size_t maxRecords, std::chrono::milliseconds maxWait)
{
    std::unique_lock lock(m_mutex);
    const Steady::time_point called = Steady::now();
    m_wanted = maxRecords;
    while (!m_closed && !m_hurried && m_records.size() < maxRecords) {
        const Steady::time_point deadline = m_firstAt.value_or(called) + maxWait;
        if (Steady::now() >= deadline)
            break;
        m_wake.wait_until(lock, deadline);
    }
    m_hurried = false;
    return takeLocked(maxRecords);
}

CallQueue::Batch CallQueue::takeNow(std::size_t maxRecords)
{
    const std::lock_guard lock(m_mutex);
    return takeLocked(maxRecords);
}

void CallQueue::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_wake.notify_all();
}

void CallQueue::hurry()
{
    {
        const std::lock_guard lock(m_mutex);
        m_hurried = true;
    }
    m_wake.notify_one();
}

std::size_t CallQueue::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_records.size();
}

quint64 CallQueue::pushed() const
{
    const std::lock_guard lock(m_mutex);
    return m_pushed;
}

quint64 CallQueue::droppedTotal() const
{
    const std::lock_guard lock(m_mutex);
    return m_droppedTotal;
}

} // namespace pc::platform
