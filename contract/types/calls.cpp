// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/types/calls.h"

#include <algorithm>

namespace pc {

namespace {

auto conditionOf(CallField field, bool isExcluded)
{
    return [field, isExcluded](const CallCondition &condition) {
        return condition.field == field && condition.isExcluded == isExcluded;
    };
}

} // namespace

void CallFilter::set(CallField field, const QStringList &values, bool isExcluded)
{
    const auto found = std::find_if(conditions.begin(), conditions.end(), conditionOf(field, isExcluded));
    if (values.isEmpty()) {
        if (found != conditions.end())
            conditions.erase(found);
    } else if (found == conditions.end()) {
        conditions.append({field, values, isExcluded});
    } else {
        found->values = values;
    }
}

QStringList CallFilter::values(CallField field, bool isExcluded) const
{
    const auto found = std::find_if(conditions.begin(), conditions.end(), conditionOf(field, isExcluded));
    return found == conditions.end() ? QStringList() : found->values;
}

CallFilter CallFilter::withoutEnds() const
{
    CallFilter filter = *this;
    filter.conditions.removeIf([](const CallCondition &condition) {
        return condition.field == CallField::Outcome || condition.field == CallField::Reason ||
               condition.field == CallField::Status;
    });
    return filter;
}

} // namespace pc
