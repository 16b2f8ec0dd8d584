// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/decision/observed_tally.h"

#include <QHashFunctions>

namespace pc::platform {

size_t qHash(const ObservedCall &call, size_t seed)
{
    return qHashMulti(seed, call.observationId, call.hour, static_cast<int>(call.reason), call.partnerId,
                      call.what, call.fingerprint, call.source, call.userAgent);
}

void ObservedTally::add(ObservedCall call)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_calls.find(call);
    if (known != m_calls.end()) {
        ++*known;
        return;
    }
    using Budget = pc::rules::ObservedBudget;
    Budget &budget = m_budgets[{call.observationId, call.hour}];
    const Budget::Detail told = budget.left(call.partnerId, call.source);
    if (told == Budget::Detail::Kind) {
        budget.take(call.partnerId, call.source);
    } else {
        call.what = Budget::others;
        call.scope.clear();
        call.fingerprint.clear();
        call.userAgent.clear();
    }
    if (told == Budget::Detail::Source)
        call.source = Budget::sourceOf(call.source);
    else if (told == Budget::Detail::None)
        call.source.clear();
    ++m_calls[call];
}

std::vector<ObservedCount> ObservedTally::take()
{
    QHash<ObservedCall, qint64> counted;
    {
        const std::lock_guard lock(m_mutex);
        counted.swap(m_calls);
        m_budgets.clear();
    }
    std::vector<ObservedCount> list;
    list.reserve(static_cast<std::size_t>(counted.size()));
    for (auto each = counted.cbegin(); each != counted.cend(); ++each)
        list.push_back({each.key(), each.value()});
    return list;
}

} // namespace pc::platform
