// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/rows/admin_rows.h"

#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QString>

#include <deque>
#include <mutex>
#include <utility>

namespace pc::platform {

/// Idempotency keys of stored acts that may take access away: the newest ones, for less long than the store
/// keeps its replies. What repeats one of them is answered from the store, or refused as another request, and
/// never carried out, so that nothing needs to be denied for it. Filled from the store at the start.
/// Thread-safe.
class AnsweredKeys
{
public:
    static constexpr std::size_t most = 16384;
    /// An hour less than the store: what is known here is still kept there.
    static constexpr qint64 keptSeconds = (idempotency_rows::keptHours - 1) * 3600;

    /// `operations`: names of those that may take access away; keys of others are not kept.
    explicit AnsweredKeys(QSet<QString> operations) : m_operations(std::move(operations)) {}

    void add(const QString &actor, const QString &operation, const QString &key, const QDateTime &now)
    {
        if (!m_operations.contains(operation))
            return;
        const QString name = nameOf(actor, operation, key);
        const std::lock_guard lock(m_mutex);
        if (!m_since.contains(name))
            m_order.push_back(name);
        m_since.insert(name, now);
        if (m_order.size() > most) {
            m_since.remove(m_order.front());
            m_order.pop_front();
        }
    }
    [[nodiscard]] bool has(const QString &actor, const QString &operation, const QString &key,
                           const QDateTime &now) const
    {
        const std::lock_guard lock(m_mutex);
        const auto since = m_since.constFind(nameOf(actor, operation, key));
        return since != m_since.constEnd() && since->secsTo(now) < keptSeconds;
    }

private:
    static QString nameOf(const QString &actor, const QString &operation, const QString &key)
    {
        return actor + u'\n' + operation + u'\n' + idempotency_rows::storedKey(key);
    }

    const QSet<QString> m_operations;
    mutable std::mutex m_mutex;
    QHash<QString, QDateTime> m_since; // guarded by m_mutex
    std::deque<QString> m_order;       // oldest first; guarded by m_mutex
};

} // namespace pc::platform
