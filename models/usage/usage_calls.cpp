// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/usage/usage_calls.h"

namespace pc::models {

namespace {

void addGeneration(CallFilter &filter, const QString &key)
{
    const qsizetype mark = key.lastIndexOf(u'#');
    filter.set(CallField::Credential, {key.left(mark)});
    if (mark > 0)
        filter.set(CallField::Generation, {key.mid(mark + 1)});
}

} // namespace

CallFilter callsOf(const QString &partnerId, Breakdown by, const QString &key, const QDateTime &from,
                   const QDateTime &to)
{
    CallFilter filter;
    filter.set(CallField::Partner, {partnerId});
    filter.from = from;
    filter.to = to;
    if (key.isEmpty())
        return filter;
    switch (by) {
    case Breakdown::Outcome:
        filter.set(CallField::Outcome, {key});
        break;
    case Breakdown::Route:
        filter.set(CallField::Route, {key});
        break;
    case Breakdown::Credential:
        filter.set(CallField::Credential, {key});
        break;
    case Breakdown::Generation:
        addGeneration(filter, key);
        break;
    case Breakdown::Source:
        filter.set(CallField::Source, {key});
        break;
    case Breakdown::Unknown:
        break;
    }
    return filter;
}

} // namespace pc::models
