// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/made_rule.h"

#include "contract/rules/call_fields.h"

namespace pc::platform {

CallCondition reasons(std::initializer_list<DecisionReason> reasons)
{
    CallCondition condition{CallField::Reason, {}, false};
    for (const DecisionReason each : reasons)
        condition.values.append(toText(each));
    return condition;
}

MadeRule ruleOf(const QString &part, QList<CallCondition> conditions, const QDateTime &from)
{
    MadeRule rule;
    rule.part = part;
    rule.filter.conditions = std::move(conditions);
    // Its time has no say here: which policy a call stood on, its record says.
    rule.covers = [filter = rule.filter](const CallRecord &call) { return matches(filter, call); };
    rule.isEndedBy = [](AuditAction, const AuditEvent &) { return false; };
    rule.filter.from = from;
    return rule;
}

void bindRoutes(MadeRule &rule, const QStringList &routes)
{
    if (routes.size() > pc::rules::mostCallValues)
        rule.routes = routes;
    else
        rule.filter.set(CallField::Route, routes);
    if (routes.isEmpty()) // of none: nothing is listed
        rule.filter.conditions.clear();
}

} // namespace pc::platform
