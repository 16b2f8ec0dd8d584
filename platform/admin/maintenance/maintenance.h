// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/clock/clock_watch.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace pc::platform {

/// Work by the clock: what the clock did to credentials (recorded after the fact; decisions enforce it by
/// themselves), checkpoints, digests of calls, figures of quiet partners, the side journal, and tidying up.
/// Each is a function, so that tests call them.
class Maintenance
{
public:
    static constexpr qint64 checkpointEvents = 256;
    static constexpr qint64 checkpointSeconds = 60;
    static constexpr qint64 callRetentionDays = 30;

    explicit Maintenance(AdminContext &context) : m_context(context) {}
    ~Maintenance() { stop(); }
    Maintenance(const Maintenance &) = delete;
    Maintenance &operator=(const Maintenance &) = delete;

    void start();
    void stop();

    /// Goes on from what the process before this one saw of the clocks; part of start().
    void resumeClock();
    /// What the thread does once a second: a minute's work at first and with every sixtieth, a second's
    /// always.
    void tick();
    /// Once a second.
    void everySecond();
    /// Once a minute, and at the start.
    void everyMinute();
    void refreshFigures(const QDateTime &now);

    /// Records expiry, void and end of grace that are due. Gives how many credentials changed.
    int recordClockEvents();
    /// Goes on indexing the events that a release before has written, for half a second at most. Gives what
    /// remains.
    qint64 indexOldEvents();
    /// The same for the counts of blocks of the log (EventCounts), of old events and of new ones.
    void countOldEvents();
    /// Records that the wall clock was set: at most one event a minute, with the first and the last of its
    /// steps.
    void watchClock();
    /// Says how many tokens of a partner were revoked without an event, once it may have one again
    /// (TokenEvents).
    void sayLeftOut();
    /// Signs a checkpoint when the log grew by 256 events or 60 s passed since the last and it grew at all.
    void checkpointWhenDue();
    /// Signs what no checkpoint covers yet, so that a stopped service leaves nothing unsigned.
    void checkpointAtStop();
    static constexpr int callsPerLeaf = 5000;
    /// For each node a leaf that covers the raw calls it stored since its last one, at most callsPerLeaf, in
    /// the order in which it counted them; nothing where they are fewer than `least`. False when nothing was
    /// sealed.
    bool sealCalls(int least = 1);
    /// As many full leaves as there are, for half a second at most.
    void sealFullLeaves();

private:
    void run();
    void sign();
    /// Small writes until nothing remains, for half a second at most; gives what remains. `told` is what
    /// remained when the log was told last.
    qint64 catchUp(qint64 (*remainingOf)(Tx &), qint64 (*some)(Tx &), const char *what, qint64 &told);

    AdminContext &m_context;
    std::optional<ClockWatch::Step> m_step; ///< not recorded yet
    std::optional<std::chrono::nanoseconds> m_stepRecordedAt;
    std::optional<std::chrono::nanoseconds> m_checkpointAt; ///< when one was last asked for, steady
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    qint64 m_ticks = 0;
    qint64 m_indexTold = -1; ///< what remained when it was logged last
    qint64 m_countsTold = -1;
    std::thread m_thread;
};

} // namespace pc::platform
