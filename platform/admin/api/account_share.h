// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace pc::platform {

/// Lets one account have a few jobs in the store at a time; its others wait for these in order, and nobody
/// else's wait for more than the few. How many wait is bounded, as a job waits on when its connection has
/// gone. Thread-safe; outlives its turns.
class AccountShare
{
public:
    explicit AccountShare(int atOnce, std::size_t waitingAtMost = 64)
        : m_atOnce(atOnce), m_waitingAtMost(waitingAtMost)
    {
    }

    /// Ends with the last copy; the account's next job then begins on that thread.
    using Turn = std::shared_ptr<const void>;
    /// Must not block. Keeps its turn until the work is done.
    using Job = std::function<void(Turn)>;

    /// A turn now, or null: for what would wait too long.
    [[nodiscard]] Turn tryTurn(const QString &account);
    /// Runs the job now, or when its turn has come. False, and the job is not taken, when too many wait.
    [[nodiscard]] bool run(const QString &account, const Job &job);
    /// Drops what waits: their askers get the answer of a service that ends.
    void dropWaiting();

private:
    struct Account
    {
        int running = 0;
        std::deque<Job> waiting;
    };

    [[nodiscard]] Turn turnOf(const QString &account);
    void ended(const QString &account);

    const int m_atOnce;
    const std::size_t m_waitingAtMost;
    std::mutex m_mutex;
    QHash<QString, Account> m_accounts; // of those with a job
};

} // namespace pc::platform
