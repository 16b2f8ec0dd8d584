// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/clock/work_age.h"
#include "platform/store/sql/store_options.h"
#include "platform/store/sqlite/disk_reserve.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace pc::platform {

/// Store on one SQLite file: WAL, synchronous=FULL, a pool of readers and one writer. Made by openStore().
/// Every thread opens and removes its own connection, because a Qt SQL connection must not be used from
/// another thread.
class SqliteStore final : public Store
{
public:
    /// Opens the file and brings its schema up to date before it returns.
    [[nodiscard]] static StoreResult<std::unique_ptr<SqliteStore>> open(const StoreOptions &options);
    ~SqliteStore() override;

    void postRead(Job job, Done done) override;
    void postWrite(Urgency urgency, Job job, Done done) override;
    void forgetDeleted() override;
    [[nodiscard]] std::chrono::nanoseconds writingFor() const override { return m_work.age(); }
    void close() override;

private:
    struct Task
    {
        Job job;
        Done done;
        Urgency urgency = Urgency::Ordinary;
        bool forget = false; ///< no job: empty the write-ahead log, where deleted bytes stay
        /// When it ran first.
        std::optional<std::chrono::steady_clock::time_point> begunAt = {};
        int gaveWay = 0; ///< times
    };
    struct Queue
    {
        std::mutex mutex;
        std::condition_variable wake;
        std::deque<Task> tasks;
        bool closed = false;
        std::atomic<bool> isUrgent = false; ///< one waits that a yielding one gives way to
    };

    explicit SqliteStore(StoreOptions options);
    void start();
    static void post(Queue &queue, Task task);
    static void insert(Queue &queue, Task task, bool isFirst);
    static void seeUrgent(Queue &queue);
    [[nodiscard]] static bool overtakes(const Task &task);
    [[nodiscard]] std::function<bool()> yieldingOf(const Task &task) const;
    void serve(Queue &queue, bool writes);
    void tellFullFromGone(StoreError &error) const;
    [[nodiscard]] std::optional<StoreError> perform(Tx &tx, const Task &task, bool writes);
    [[nodiscard]] std::optional<StoreError> attempt(Tx &tx, const Task &task, bool writes);

    StoreOptions m_options;
    Node m_node;
    DiskReserve m_reserve;
    Queue m_reads;
    Queue m_writes;
    WorkAge m_work; ///< of the writer
    std::vector<std::thread> m_threads;
};

} // namespace pc::platform
