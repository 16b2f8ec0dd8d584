// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/account_share.h"

#include <iterator>
#include <utility>

namespace pc::platform {

AccountShare::Turn AccountShare::tryTurn(const QString &account)
{
    {
        const std::lock_guard lock(m_mutex);
        Account &entry = m_accounts[account];
        if (entry.running >= m_atOnce)
            return {};
        ++entry.running;
    }
    return turnOf(account);
}

bool AccountShare::run(const QString &account, const Task &task)
{
    {
        const std::lock_guard lock(m_mutex);
        Account &entry = m_accounts[account];
        if (entry.running >= m_atOnce) {
            if (entry.waiting.size() >= m_waitingAtMost)
                return false;
            entry.waiting.push_back(task);
            return true;
        }
        ++entry.running;
    }
    task(turnOf(account));
    return true;
}

void AccountShare::dropWaiting()
{
    std::deque<Task> dropped; // goes after the lock: a responder answers when it is destroyed
    const std::lock_guard lock(m_mutex);
    for (Account &entry : m_accounts) {
        std::move(entry.waiting.begin(), entry.waiting.end(), std::back_inserter(dropped));
        entry.waiting.clear();
    }
}

AccountShare::Turn AccountShare::turnOf(const QString &account)
{
    return Turn(static_cast<const void *>(this), [this, account](const void *) { ended(account); });
}

void AccountShare::ended(const QString &account)
{
    Task next;
    {
        const std::lock_guard lock(m_mutex);
        const auto entry = m_accounts.find(account);
        if (entry->waiting.empty()) {
            if (--entry->running == 0)
                m_accounts.erase(entry);
            return;
        }
        next = std::move(entry->waiting.front());
        entry->waiting.pop_front();
    }
    next(turnOf(account));
}

} // namespace pc::platform
