// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "contract/types/session.h"

#include <QHash>
#include <QSet>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <thread>

namespace pc::platform {

/// What the feed says of an audited write to an object of this kind. Audit: of none that the feed knows.
[[nodiscard]] Change changeOf(ChangeKind kind, const AuditEvent &event);

/// What changed, for consoles that wait: a ring in memory, so a restart answers `reset`. Figures that moved
/// on are kept beside it, the newest of each partner: however many partners are busy, no write is pushed out.
/// Thread-safe; callbacks run on the publisher's thread or on the feed's own.
class ChangePublisher
{
public:
    using Callback = std::function<void(Changes)>;

    struct Options
    {
        std::size_t capacity = 4096;   ///< writes kept; whoever is further behind gets a reset
        std::size_t maxWaiters = 1000; ///< more are answered at once
        std::size_t maxPerAnswer = 500;
        std::chrono::milliseconds usagePeriod{5000}; ///< at most one usage change per partner in this time
    };

    /// `epoch` tells this run of the service from others.
    explicit ChangePublisher(const QString &epoch) : ChangePublisher(epoch, Options()) {}
    ChangePublisher(const QString &epoch, Options options);
    ~ChangePublisher();
    ChangePublisher(const ChangePublisher &) = delete;
    ChangePublisher &operator=(const ChangePublisher &) = delete;

    void publish(const QList<Change> &changes);
    /// The figures of these partners moved on.
    void usageAdvanced(const QSet<QString> &partnerIds);

    /// Answers as soon as there is something after `after`, at the latest after `wait`. An empty cursor
    /// starts at the head.
    void wait(const QString &after, std::chrono::milliseconds wait, Callback callback);
    /// Answers everybody who waits and ends the thread.
    void stop();

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Waiter
    {
        quint64 after = 0;
        Time deadline;
        Callback callback;
    };

    void run();
    void publishLocked(const QList<Change> &changes);
    void publishUsageLocked(const QString &partnerId);
    [[nodiscard]] Changes answerLocked(quint64 after) const;
    [[nodiscard]] QString cursorLocked(quint64 sequence) const;
    [[nodiscard]] std::vector<std::pair<Callback, Changes>> takeReadyLocked(Time now);

    const QString m_epoch;
    const Options m_options;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::pair<quint64, Change>> m_ring; // by sequence
    std::map<quint64, QString> m_usage;            // partners by the sequence of their newest figures
    QHash<QString, quint64> m_usageOf;
    quint64 m_head = 0; // sequence of the newest change
    quint64 m_lost = 0; // of the newest write that is kept no more
    std::list<Waiter> m_waiters;
    QHash<QString, Time> m_usageSentAt;
    QSet<QString> m_usageDue;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace pc::platform
