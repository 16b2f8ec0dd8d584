// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/dialect.h"
#include "platform/store/sql/sql_failure.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QSqlDatabase>
#include <QString>
#include <QVariant>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace pc::platform {

/// A prepared statement in use: bind in order, then exec() or next(). Values only ever travel as parameters.
/// Its destructor resets it, so that no read stays open over a commit. What a row holds is read by a Column
/// (columns.h); places are for those who select one thing.
class Statement
{
public:
    explicit Statement(Prepared &prepared) : m_prepared(&prepared) {}
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    Statement &operator=(Statement &&) = delete;

    /// The next place, as the store keeps values: null text and null bytes are empty ones, a flag is 0 or 1,
    /// a time is milliseconds since the epoch (UTC), an invalid one and an empty optional are NULL.
    template <typename T>
    Statement &bind(const T &value)
    {
        bindAt(m_values, value);
        return *this;
    }
    void bindAt(int place, const QString &text) { toBind()->bindText(place, text); }
    void bindAt(int place, const QByteArray &bytes) { toBind()->bindBytes(place, bytes); }
    void bindAt(int place, qint64 number) { toBind()->bindNumber(place, number); }
    void bindAt(int place, int number) { toBind()->bindNumber(place, number); }
    void bindAt(int place, bool flag) { toBind()->bindNumber(place, flag ? 1 : 0); }
    void bindAt(int place, double number) { toBind()->bindReal(place, number); }
    void bindAt(int place, const QDateTime &time) { bindAt(place, millisecondsOf(time)); }
    template <typename T>
    void bindAt(int place, const std::optional<T> &value)
    {
        if (value)
            bindAt(place, *value);
        else
            toBind()->bindNull(place);
    }
    void bindAt(int place, const QVariant &stored);
    /// Values as the store keeps them.
    Statement &bindAll(const QVariantList &values);

    /// A value as the store keeps it. Null text and null bytes are empty ones.
    [[nodiscard]] static QVariant stored(const QString &text);
    [[nodiscard]] static QVariant stored(const QByteArray &bytes);
    [[nodiscard]] static QVariant stored(qint64 number) { return number; }
    [[nodiscard]] static QVariant stored(int number) { return qint64{number}; }
    [[nodiscard]] static QVariant stored(bool flag) { return qint64{flag ? 1 : 0}; }
    [[nodiscard]] static QVariant stored(double number) { return number; }
    /// Milliseconds since the epoch, UTC; an invalid one is NULL.
    [[nodiscard]] static QVariant stored(const QDateTime &time) { return stored(millisecondsOf(time)); }
    template <typename T>
    [[nodiscard]] static QVariant stored(const std::optional<T> &value)
    {
        return value ? stored(*value) : QVariant();
    }

    /// Runs a statement without a result, and gives the number of rows it touched.
    int exec();
    /// Runs at the first call, then steps. False at the end.
    [[nodiscard]] bool next();

    [[nodiscard]] QString text(int column) const { return m_prepared->text(column); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_prepared->bytes(column); }
    [[nodiscard]] qint64 number(int column) const { return m_prepared->number(column); }
    [[nodiscard]] double real(int column) const { return m_prepared->real(column); }
    [[nodiscard]] bool flag(int column) const { return number(column) != 0; }
    [[nodiscard]] bool isNull(int column) const { return m_prepared->isNull(column); }
    [[nodiscard]] QDateTime time(int column) const;

private:
    [[nodiscard]] static std::optional<qint64> millisecondsOf(const QDateTime &time)
    {
        return time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
    }
    Prepared *toBind()
    {
        ++m_values;
        return m_prepared;
    }
    /// Throws unless there is a value for each place.
    void begin();

    Prepared *m_prepared;
    int m_values = 0; ///< that were bound since it last ran
    bool m_runs = false;
};

/// The end of the audit log as a transaction leaves it, and the act that made it so.
struct LogHead
{
    qint64 size = 0;
    QByteArray root; ///< 32 bytes
    QDateTime at;
    QString act;     ///< action of the newest event, or "checkpoint"
    QString subject; ///< its target
};

/// Who writes: a node of the service has one id for as long as its data directory lives, and in each store a
/// number that rows name it by (store/rows/node_rows.h).
struct Node
{
    qint64 number = 0;
    QString id;
};

class Tx;
/// Hears of every growth of the audit log, inside the transaction.
using LogWatcher = std::function<void(Tx &, const LogHead &)>;

/// Whether anything may be written; asked before every commit but those of jobs that are exempt.
using CommitGuard = std::function<bool()>;

/// What a job works with: one connection, one transaction. Lives on the store's thread for the length of the
/// job only.
class Tx
{
public:
    /// `dialect` outlives it.
    Tx(const QSqlDatabase &database, const Dialect &dialect);
    ~Tx();
    Tx(const Tx &) = delete;
    Tx &operator=(const Tx &) = delete;

    /// Prepared once per connection. One statement text must not be used twice at the same time.
    [[nodiscard]] Statement query(const QString &sql);
    /// For statements that are built for one use (filters): not kept.
    [[nodiscard]] Statement queryOnce(const QString &sql);
    void exec(const QString &sql);
    [[nodiscard]] const Dialect &dialect() const { return m_dialect; }
    /// For as long as the object lives, what this job asks the store ends once `over` says so.
    [[nodiscard]] std::unique_ptr<Interruption> interruptWhen(std::function<bool()> over) const
    {
        return m_dialect.interrupt(m_database, std::move(over));
    }

    /// Ends a job that yields when an urgent one waits (Store::Urgency): every query() asks, and so does what
    /// computes for long between two.
    void giveWay() const
    {
        if (m_isToYield && m_isToYield())
            throw SqlFailure({StoreError::Kind::GaveWay, QStringLiteral("an urgent write came")});
    }

    /// The write job ends without effect; its value is delivered all the same.
    void rollBack() { m_rollBack = true; }
    [[nodiscard]] bool rollsBack() const { return m_rollBack; }
    /// Runs on the writer's thread right after the commit and before the next job; dropped when nothing was
    /// committed.
    void afterCommit(std::function<void()> act) { m_afterCommit.push_back(std::move(act)); }

    /// Likewise, after all of those.
    void lastly(std::function<void()> act) { m_lastly.push_back(std::move(act)); }

    /// This job may be committed whatever the guard says.
    void exempt() { m_exempt = true; }
    [[nodiscard]] bool isExempt() const { return m_exempt; }

    /// Told by whatever lets the audit log grow or signs its size.
    void logGrew(const LogHead &head)
    {
        if (m_logWatcher)
            m_logWatcher(*this, head);
    }
    /// Whose rows this job writes.
    [[nodiscard]] const Node &node() const { return m_node; }

    /// For the store.
    void setNode(Node node) { m_node = std::move(node); }
    void setLogWatcher(LogWatcher watcher) { m_logWatcher = std::move(watcher); }

    /// For the store: forget what belongs to one job; drop its one-time statements.
    void startJob();
    /// For the store: whether this job is to end for another.
    void yieldWhen(std::function<bool()> isToYield) { m_isToYield = std::move(isToYield); }
    void dropStatements() { m_once.clear(); }
    [[nodiscard]] std::vector<std::function<void()>> takeAfterCommit();

private:
    [[nodiscard]] std::unique_ptr<Prepared> prepare(const QString &sql);

    QSqlDatabase m_database;
    const Dialect &m_dialect;
    QHash<QString, std::shared_ptr<Prepared>> m_prepared;
    std::vector<std::unique_ptr<Prepared>> m_once;
    std::vector<std::function<void()>> m_afterCommit;
    std::vector<std::function<void()>> m_lastly;
    LogWatcher m_logWatcher;
    std::function<bool()> m_isToYield;
    Node m_node;
    bool m_rollBack = false;
    bool m_exempt = false;
};

} // namespace pc::platform
