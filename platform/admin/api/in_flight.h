// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

#include <memory>
#include <mutex>

namespace pc::platform {

/// Writes under way, by actor, operation and key, so that the same request sent twice at once is carried out
/// once. Thread-safe; outlives its tickets.
class InFlight
{
public:
    /// Ends with the last copy of what enter() gave.
    using Ticket = std::shared_ptr<const void>;

    /// Null when the same write is under way.
    [[nodiscard]] Ticket enter(const QString &actor, const QString &operation, const QString &key)
    {
        const QString name = actor + u'\n' + operation + u'\n' + key;
        const std::lock_guard lock(m_mutex);
        if (m_names.contains(name))
            return {};
        m_names.insert(name);
        return Ticket(new int(0), [this, name](const int *mark) {
            delete mark;
            const std::lock_guard again(m_mutex);
            m_names.remove(name);
        });
    }

private:
    std::mutex m_mutex;
    QSet<QString> m_names;
};

} // namespace pc::platform
