// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sqlite/sqlite_store.h"

#include "platform/store/schema/schema.h"
#include "platform/store/sqlite/sql_connection.h"
#include "platform/store/sqlite/sqlite_dialect.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

SqliteStore::SqliteStore(StoreOptions options)
    : m_options(std::move(options)), m_reserve(m_options.reserveFile)
{
}

StoreResult<std::unique_ptr<SqliteStore>> SqliteStore::open(const StoreOptions &options)
{
    if (options.node.isEmpty())
        return tl::make_unexpected(StoreError{StoreError::Kind::Other, u"no node was named"_s});
    std::unique_ptr<SqliteStore> store(new SqliteStore(options));
    try {
        const SqlConnection connection(options.file, options.durability);
        QFile::setPermissions(options.file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        Tx tx(connection.database(), sqliteDialect());
        migrate(tx, options.node);
        store->m_node = tx.node();
    } catch (const SqlFailure &failure) {
        return tl::make_unexpected(failure.error());
    }
    store->m_reserve.ensure();
    store->start();
    return store;
}

SqliteStore::~SqliteStore()
{
    close();
}

void SqliteStore::start()
{
    m_threads.emplace_back([this] { serve(m_writes, true); });
    for (int i = 0; i < m_options.readers; ++i)
        m_threads.emplace_back([this] { serve(m_reads, false); });
}

void SqliteStore::close()
{
    for (Queue *queue : {&m_reads, &m_writes}) {
        const std::lock_guard lock(queue->mutex);
        queue->closed = true;
        queue->wake.notify_all();
    }
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

/// Of what takes access away: it overtakes, and gets the reserved space.
bool SqliteStore::overtakes(const Task &task)
{
    return task.urgency == Urgency::Urgent || task.urgency == Urgency::InForce;
}

/// `isFirst`: of all that overtake nothing.
void SqliteStore::insert(Queue &queue, Task task, bool isFirst)
{
    const auto behind = [](const Task &each) { return !overtakes(each); };
    const auto at =
        isFirst ? std::find_if(queue.tasks.begin(), queue.tasks.end(), behind) : queue.tasks.end();
    queue.tasks.insert(at, std::move(task));
    seeUrgent(queue);
}

void SqliteStore::seeUrgent(Queue &queue)
{
    const auto behind = std::find_if(queue.tasks.cbegin(), queue.tasks.cend(),
                                     [](const Task &each) { return !overtakes(each); });
    queue.isUrgent = std::any_of(queue.tasks.cbegin(), behind,
                                 [](const Task &each) { return each.urgency == Urgency::Urgent; });
}

void SqliteStore::post(Queue &queue, Task task)
{
    {
        const std::lock_guard lock(queue.mutex);
        if (!queue.closed) {
            const bool isFirst = overtakes(task);
            insert(queue, std::move(task), isFirst);
            queue.wake.notify_one();
            return;
        }
    }
    task.done(StoreError{StoreError::Kind::Closed, u"the store is closed"_s});
}

void SqliteStore::postRead(Job job, Done done)
{
    post(m_reads, {std::move(job), std::move(done), Urgency::Ordinary, false});
}

void SqliteStore::postWrite(Urgency urgency, Job job, Done done)
{
    post(m_writes, {std::move(job), std::move(done), urgency, false});
}

void SqliteStore::forgetDeleted()
{
    post(m_writes, {{}, [](const std::optional<StoreError> &) {}, Urgency::Ordinary, true});
}

namespace {

/// What one thread works with.
struct Session
{
    SqlConnection connection;
    Tx tx;

    Session(const StoreOptions &options, const Node &node)
        : connection(options.file, options.durability, options.maxPages),
          tx(connection.database(), sqliteDialect())
    {
        tx.setLogWatcher(options.logWatcher);
        tx.setNode(node);
    }
};

} // namespace

void SqliteStore::serve(Queue &queue, bool writes)
{
    std::optional<Session> session;
    const auto connected = [&]() -> Tx & {
        return (session ? *session : session.emplace(m_options, m_node)).tx;
    };
    if (writes && m_options.durability == Durability::EachCommit) {
        try {
            Tx &tx = connected(); // now, not when the first write meets a full disk
            tx.exec(tx.dialect().beginWrite());
            tx.exec(u"ROLLBACK"_s);
        } catch (const SqlFailure &) {
            // The first job tries again and reports.
        }
    }
    for (;;) {
        Task task;
        {
            std::unique_lock lock(queue.mutex);
            queue.wake.wait(lock, [&queue] { return queue.closed || !queue.tasks.empty(); });
            if (queue.tasks.empty())
                break;
            task = std::move(queue.tasks.front());
            queue.tasks.pop_front();
            seeUrgent(queue);
        }
        if (!task.begunAt)
            task.begunAt = std::chrono::steady_clock::now();
        if (writes)
            m_work.begin();
        std::optional<StoreError> error;
        for (bool again = true; again;) {
            again = false;
            try {
                error = perform(connected(), task, writes);
            } catch (const SqlFailure &failure) { // no connection: a full disk can be the reason here too
                error = failure.error();
                tellFullFromGone(*error);
                again = error->kind == StoreError::Kind::Full && overtakes(task) && m_reserve.release();
            }
        }
        if (writes)
            m_work.end();
        if (error && error->kind == StoreError::Kind::GaveWay) {
            ++task.gaveWay;
            const std::lock_guard lock(queue.mutex);
            insert(queue, std::move(task), true);
            continue;
        }
        task.done(error);
        task = {};
        // A damaged handle is not kept: the next job tries a fresh one.
        if (error && (error->kind == StoreError::Kind::Gone || error->kind == StoreError::Kind::Corrupt))
            session.reset();
    }
}

/// A full disk shows as an I/O error too (the log's index cannot grow): ask the file system what it was.
void SqliteStore::tellFullFromGone(StoreError &error) const
{
    constexpr qint64 nothingLeft = 64 * 1024;
    if (error.kind != StoreError::Kind::Gone)
        return;
    const QStorageInfo storage(QFileInfo(m_options.file).absolutePath());
    if (storage.isValid() && storage.bytesAvailable() < nothingLeft)
        error.kind = StoreError::Kind::Full;
}

std::optional<StoreError> SqliteStore::perform(Tx &tx, const Task &task, bool writes)
{
    std::optional<StoreError> error = attempt(tx, task, writes);
    if (error)
        tellFullFromGone(*error);
    if (error && error->kind == StoreError::Kind::Full && overtakes(task) && m_reserve.release())
        error = attempt(tx, task, writes);
    else if (!error && writes)
        m_reserve.ensure();
    return error;
}

/// One that has only begun is waited for: to begin it again would take longer. So is one that gave way before
/// and one that has worked for long: what is thrown away, everything behind it waits for as well.
std::function<bool()> SqliteStore::yieldingOf(const Task &task) const
{
    using namespace std::chrono_literals;
    static constexpr auto patience = 100ms;
    static constexpr int mostTimes = 2;
    if (task.urgency != Urgency::Yielding || task.gaveWay >= mostTimes)
        return {};
    const auto from = std::chrono::steady_clock::now() + patience;
    const auto until = *task.begunAt + m_options.yieldsFor;
    return [this, from, until] {
        if (!m_writes.isUrgent)
            return false;
        const auto now = std::chrono::steady_clock::now();
        return from < now && now < until;
    };
}

std::optional<StoreError> SqliteStore::attempt(Tx &tx, const Task &task, bool writes)
{
    tx.startJob();
    try {
        if (task.forget) {
            tx.exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
            return {};
        }
        tx.exec(writes ? tx.dialect().beginWrite() : tx.dialect().beginRead());
        tx.yieldWhen(yieldingOf(task)); // from now on: what it waited for another process is not its work
        task.job(tx);
        tx.dropStatements();
        if (tx.rollsBack()) {
            tx.exec(u"ROLLBACK"_s);
            return {};
        }
        if (writes && m_options.commitGuard && !tx.isExempt() && !m_options.commitGuard())
            throw SqlFailure({StoreError::Kind::Forbidden, u"nothing may be written now"_s});
        tx.exec(u"COMMIT"_s);
    } catch (const SqlFailure &failure) {
        const StoreError error = failure.error();
        try {
            tx.dropStatements();
            tx.exec(u"ROLLBACK"_s);
        } catch (const SqlFailure &) {
            // Nothing to roll back: not begun, or SQLite did it by itself (full disk, I/O errors).
        }
        tx.startJob();
        return error;
    }
    // The job is done; an act that fails (the line of the anchor) lets it be told as failed all the same.
    std::optional<StoreError> error;
    for (const auto &act : tx.takeAfterCommit()) {
        try {
            act();
        } catch (const SqlFailure &failure) {
            error = failure.error();
        }
    }
    return error;
}

} // namespace pc::platform
