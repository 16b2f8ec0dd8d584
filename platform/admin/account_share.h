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
/// else's wait for more than the few. How many wait is bounded by the account's connections. Thread-safe;
/// outlives its turns.
class AccountShare
{
public:
    explicit AccountShare(int atOnce) : m_atOnce(atOnce) {}

    /// Ends with the last copy; the account's next job then begins on that thread.
    using Turn = std::shared_ptr<const void>;
    /// Must not block. Keeps its turn until the work is done.
    using Job = std::function<void(Turn)>;

    /// A turn now, or null: for what would wait too long.
    [[nodiscard]] Turn tryTurn(const QString &account);
    /// Runs the job now, or when its turn has come.
    void run(const QString &account, Job job);

private:
    struct Account
    {
        int running = 0;
        std::deque<Job> waiting;
    };

    [[nodiscard]] Turn turnOf(const QString &account);
    void ended(const QString &account);

    const int m_atOnce;
    std::mutex m_mutex;
    QHash<QString, Account> m_accounts; // of those with a job
};

} // namespace pc::platform
