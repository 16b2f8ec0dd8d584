// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/change_publisher.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

Change changeOf(ChangeKind kind, const AuditEvent &event)
{
    return {kind, kind == ChangeKind::Audit ? QString() : event.targetId, event.partnerId, event.id};
}

ChangePublisher::ChangePublisher(const QString &epoch, Options options) : m_epoch(epoch), m_options(options)
{
    m_thread = std::thread([this] { run(); });
}

ChangePublisher::~ChangePublisher()
{
    stop();
}

void ChangePublisher::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_wake.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

QString ChangePublisher::cursorLocked(quint64 sequence) const
{
    return m_epoch + u'.' + QString::number(sequence);
}

void ChangePublisher::publishLocked(const QList<Change> &changes)
{
    for (const Change &change : changes) {
        m_ring.emplace_back(++m_head, change);
        if (m_ring.size() > m_options.capacity) {
            m_lost = m_ring.front().first;
            m_ring.pop_front();
        }
    }
}

void ChangePublisher::publishUsageLocked(const QString &partnerId)
{
    quint64 &last = m_usageOf[partnerId];
    m_usage.erase(last);
    last = ++m_head;
    m_usage.emplace(last, partnerId);
}

void ChangePublisher::publish(const QList<Change> &changes)
{
    if (changes.isEmpty())
        return;
    std::vector<std::pair<Callback, Changes>> ready;
    {
        const std::lock_guard lock(m_mutex);
        publishLocked(changes);
        ready = takeReadyLocked(std::chrono::steady_clock::now());
    }
    for (auto &[callback, answer] : ready)
        callback(std::move(answer));
}

void ChangePublisher::usageAdvanced(const QSet<QString> &partnerIds)
{
    const std::lock_guard lock(m_mutex);
    m_usageDue.unite(partnerIds);
    m_wake.notify_all();
}

Changes ChangePublisher::answerLocked(quint64 after) const
{
    Changes answer;
    answer.cursor = cursorLocked(m_head);
    if (after < m_lost || after > m_head) {
        answer.reset = true;
        return answer;
    }
    auto write = std::upper_bound(m_ring.begin(), m_ring.end(), after,
                                  [](quint64 sequence, const auto &kept) { return sequence < kept.first; });
    auto usage = m_usage.upper_bound(after);
    for (std::size_t count = 0; write != m_ring.end() || usage != m_usage.end(); ++count) {
        if (count == m_options.maxPerAnswer) {
            answer.cursor = cursorLocked(after);
            break;
        }
        if (usage == m_usage.end() || (write != m_ring.end() && write->first < usage->first)) {
            after = write->first;
            answer.changes.append((write++)->second);
        } else {
            after = usage->first;
            answer.changes.append(Change{ChangeKind::Usage, {}, (usage++)->second, {}});
        }
    }
    return answer;
}

void ChangePublisher::wait(const QString &after, std::chrono::milliseconds wait, Callback callback)
{
    Changes answer;
    {
        const std::lock_guard lock(m_mutex);
        if (after.isEmpty()) {
            answer.cursor = cursorLocked(m_head);
        } else {
            const qsizetype dot = after.lastIndexOf(u'.');
            bool ok = false;
            const quint64 sequence = after.mid(dot + 1).toULongLong(&ok);
            if (!ok || dot < 0 || after.left(dot) != m_epoch) {
                answer.reset = true;
                answer.cursor = cursorLocked(m_head);
            } else {
                answer = answerLocked(sequence);
                const bool nothing = answer.changes.isEmpty() && !answer.reset;
                if (nothing && wait.count() > 0 && !m_stopping && m_waiters.size() < m_options.maxWaiters) {
                    m_waiters.push_back(
                        {sequence, std::chrono::steady_clock::now() + wait, std::move(callback)});
                    m_wake.notify_all();
                    return;
                }
            }
        }
    }
    callback(std::move(answer));
}

std::vector<std::pair<ChangePublisher::Callback, Changes>> ChangePublisher::takeReadyLocked(Time now)
{
    std::vector<std::pair<Callback, Changes>> ready;
    for (auto it = m_waiters.begin(); it != m_waiters.end();) {
        if (m_stopping || it->after < m_head || it->deadline <= now) {
            ready.emplace_back(std::move(it->callback), answerLocked(it->after));
            it = m_waiters.erase(it);
        } else {
            ++it;
        }
    }
    return ready;
}

void ChangePublisher::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        const Time now = std::chrono::steady_clock::now();
        Time next = now + std::chrono::seconds(60);
        for (auto it = m_usageDue.begin(); it != m_usageDue.end();) {
            const auto sent = m_usageSentAt.constFind(*it);
            if (sent == m_usageSentAt.constEnd() || *sent + m_options.usagePeriod <= now) {
                publishUsageLocked(*it);
                m_usageSentAt.insert(*it, now);
                it = m_usageDue.erase(it);
            } else {
                next = std::min(next, *sent + m_options.usagePeriod);
                ++it;
            }
        }
        auto ready = takeReadyLocked(now);
        if (!ready.empty()) {
            lock.unlock();
            for (auto &[callback, answer] : ready)
                callback(std::move(answer));
            ready.clear();
            lock.lock();
            continue;
        }
        if (m_stopping)
            return;
        for (const Waiter &waiter : m_waiters)
            next = std::min(next, waiter.deadline);
        m_wake.wait_until(lock, next);
    }
}

} // namespace pc::platform
