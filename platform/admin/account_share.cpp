// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/account_share.h"

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

void AccountShare::run(const QString &account, Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        Account &entry = m_accounts[account];
        if (entry.running >= m_atOnce) {
            entry.waiting.push_back(std::move(job));
            return;
        }
        ++entry.running;
    }
    job(turnOf(account));
}

AccountShare::Turn AccountShare::turnOf(const QString &account)
{
    return Turn(static_cast<const void *>(this), [this, account](const void *) { ended(account); });
}

void AccountShare::ended(const QString &account)
{
    Job next;
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
