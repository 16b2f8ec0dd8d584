// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "platform/store/sql/keyset.h"

#include <vector>

namespace pc::platform {

/// Columns of an event that lists filter by.
enum class EventField { Partner, Actor, Action, Target, Request };

/// The events that have this value, or the others.
struct EventCondition
{
    EventField field = EventField::Partner;
    QString value;         ///< of a family without the ".*" at its end
    bool isFamily = false; ///< of actions: all that begin with the value and a dot
    bool isExcluded = false;
};

/// What an AuditFilter asks of an event, without its time.
class EventFilter
{
public:
    explicit EventFilter(const AuditFilter &asked);

    [[nodiscard]] const std::vector<EventCondition> &conditions() const { return m_conditions; }
    /// As contract/rules/fold.h cuts them; empty when no text is asked for.
    [[nodiscard]] const QStringList &words() const { return m_words; }
    /// A text is asked for that has no words.
    [[nodiscard]] bool findsNothing() const { return m_findsNothing; }
    [[nodiscard]] bool isEmpty() const
    {
        return m_conditions.empty() && m_words.isEmpty() && !m_findsNothing;
    }

    [[nodiscard]] static QString columnOf(EventField field);
    static void addTo(Filter &sql, const EventCondition &condition);

private:
    void add(EventField field, const QString &value, bool isExcluded);

    std::vector<EventCondition> m_conditions;
    QStringList m_words;
    bool m_findsNothing = false;
};

} // namespace pc::platform
