// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace pc::platform {

/// Lets one account have a few requests in the store at a time; its others wait for these in order, and
/// nobody else's wait for more than the few. How many wait is bounded, as a request waits on when its
/// connection has gone. Thread-safe; outlives its turns.
class AccountShare
{
public:
    explicit AccountShare(int atOnce, std::size_t waitingAtMost = 64)
        : m_atOnce(atOnce), m_waitingAtMost(waitingAtMost)
    {
    }

    /// Ends with the last copy; the account's next request then begins on that thread.
    using Turn = std::shared_ptr<const void>;
    /// What a request does once it has its turn, which it keeps until that is done. Must not block.
    using Task = std::function<void(Turn)>;

    /// A turn now, or null: for what would wait too long.
    [[nodiscard]] Turn tryTurn(const QString &account);
    /// Runs it now, or when its turn has come. False, and it is not taken, when too many wait.
    [[nodiscard]] bool run(const QString &account, const Task &task);
    /// Drops what waits: their askers get the answer of a service that ends.
    void dropWaiting();

private:
    struct Account
    {
        int running = 0;
        std::deque<Task> waiting;
    };

    [[nodiscard]] Turn turnOf(const QString &account);
    void ended(const QString &account);

    const int m_atOnce;
    const std::size_t m_waitingAtMost;
    std::mutex m_mutex;
    QHash<QString, Account> m_accounts; // of those with a request there
};

} // namespace pc::platform
