// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/audit/event_filter.h"

#include "contract/rules/fold.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

EventFilter::EventFilter(const AuditFilter &asked) : m_words(pc::rules::queryWords(asked.text))
{
    // Few events have what comes first.
    add(EventField::Request, asked.requestId, false);
    add(EventField::Target, asked.targetId, false);
    add(EventField::Partner, asked.partnerId, false);
    add(EventField::Action, asked.action, false);
    add(EventField::Actor, asked.actor, false);
    add(EventField::Target, asked.notTargetId, true);
    add(EventField::Partner, asked.notPartnerId, true);
    add(EventField::Action, asked.notAction, true);
    add(EventField::Actor, asked.notActor, true);
    m_findsNothing = m_words.isEmpty() && !asked.text.trimmed().isEmpty();
}

void EventFilter::add(EventField field, const QString &value, bool isExcluded)
{
    if (value.isEmpty())
        return;
    const bool isFamily = field == EventField::Action && value.endsWith(u".*"_s);
    m_conditions.push_back({field, isFamily ? value.chopped(2) : value, isFamily, isExcluded});
}

QString EventFilter::columnOf(EventField field)
{
    switch (field) {
    case EventField::Partner:
        return u"partner_id"_s;
    case EventField::Actor:
        return u"actor"_s;
    case EventField::Action:
        return u"action"_s;
    case EventField::Target:
        return u"target_id"_s;
    case EventField::Request:
        break;
    }
    return u"request_id"_s;
}

void EventFilter::addTo(Filter &sql, const EventCondition &condition)
{
    const QString column = columnOf(condition.field);
    if (!condition.isFamily)
        return sql.add(column + (condition.isExcluded ? u" <> ?"_s : u" = ?"_s), {condition.value});
    // A range instead of LIKE, so that an index serves it: '/' is the character after '.'.
    const QString within = QString(column + u" >= ? AND "_s + column + u" < ?"_s);
    sql.add(condition.isExcluded ? QString(u"NOT ("_s + within + u')') : within,
            {QString(condition.value + u'.'), QString(condition.value + u'/')});
}

} // namespace pc::platform
