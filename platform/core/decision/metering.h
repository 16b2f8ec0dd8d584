// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/record_sink.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

namespace pc::platform {

/// The store's writer commits call records and dirty quota counters together, at the latest after either of
/// these: so a kill -9 forgets at most the calls decided since the last commit began.
inline constexpr std::size_t meteringBatchRecords = 500;
inline constexpr std::chrono::milliseconds meteringBatchTime{200};

/// Decided calls on their way to the store. Bounded; never blocks and never fails a decision: when the writer
/// is behind by `capacity` records, the *newest* record is dropped and counted, and the writer stores the
/// count as a gap, so that usage never looks complete when it is not. Limits are not affected: they are
/// counted elsewhere (counters.h). Any number of producers, one consumer.
class CallQueue final : public RecordSink
{
public:
    explicit CallQueue(std::size_t capacity = 65536);

    bool push(CallRecord record) override;
    bool pushCounted(CallRecord record) override;
    void countObserved(ObservedCall call) override { m_observed.add(std::move(call)); }

    struct Batch
    {
        std::vector<CallRecord> records;     ///< oldest first
        std::vector<CallRecord> counted;     ///< likewise, for the figures only
        std::vector<ObservedCount> observed; ///< since the last batch
        quint64 dropped = 0;                 ///< likewise
        quint64 last = 0;                    ///< pushed() of its last record
        bool closed = false;                 ///< nothing will follow this batch
    };
    /// Waits until `maxRecords` are there, or `maxWait` has passed since the first record of this batch was
    /// pushed (or since the call, when there is none), or the queue was closed, or somebody is in a hurry.
    [[nodiscard]] Batch take(std::size_t maxRecords = meteringBatchRecords,
                             std::chrono::milliseconds maxWait = meteringBatchTime);
    /// What is there now, without waiting; for a writer that is woken by a timer of its own.
    [[nodiscard]] Batch takeNow(std::size_t maxRecords = meteringBatchRecords);

    /// Wakes the consumer for the last time. Records pushed later are dropped and counted.
    void close();
    /// The consumer takes what is there now, once: something else waits for it.
    void hurry();

    [[nodiscard]] std::size_t size() const;
    /// Records that were taken so far: what was decided before this call is among the first so many.
    [[nodiscard]] quint64 pushed() const;
    [[nodiscard]] quint64 droppedTotal() const;

private:
    struct Queued
    {
        CallRecord call;
        bool kept = true;
    };
    bool add(Queued queued);
    [[nodiscard]] Batch takeLocked(std::size_t maxRecords);

    const std::size_t m_capacity;
    ObservedTally m_observed;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Queued> m_records;
    std::optional<std::chrono::steady_clock::time_point> m_firstAt; // push time of the oldest record
    quint64 m_droppedSince = 0;
    quint64 m_droppedTotal = 0;
    quint64 m_pushed = 0;
    std::size_t m_wanted = meteringBatchRecords; // by the last take(): wakes it when complete
    bool m_closed = false;
    bool m_hurried = false;
};

} // namespace pc::platform
