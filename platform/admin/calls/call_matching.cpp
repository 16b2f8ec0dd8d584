// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/call_matching.h"

#include <algorithm>

namespace pc::platform {

namespace {

QString valueOf(CallField field, const CallRecord &call)
{
    switch (field) {
    case CallField::Partner:
        return call.partnerId;
    case CallField::Credential:
        return call.credentialId;
    case CallField::Generation:
        return QString::number(call.generation);
    case CallField::Realm:
        return toText(call.realm);
    case CallField::Method:
        return call.method;
    case CallField::Route:
        return call.routeId;
    case CallField::Path:
        return call.path;
    case CallField::Outcome:
        return toText(call.outcome);
    case CallField::Reason:
        return toText(call.reason);
    case CallField::Status:
        return QString::number(call.end ? call.end->status : call.status);
    case CallField::Source:
        return call.source;
    case CallField::UserAgent:
        return call.userAgent;
    case CallField::Gateway:
        return call.gateway;
    case CallField::Request:
        return call.requestId;
    case CallField::Decision:
        return call.id;
    case CallField::Unknown:
        break;
    }
    return {};
}

} // namespace

bool matches(const CallFilter &filter, const CallRecord &call)
{
    const bool isInTime = (!filter.from || *filter.from <= call.at) && (!filter.to || call.at < *filter.to);
    return isInTime && std::all_of(filter.conditions.begin(), filter.conditions.end(),
                                   [&call](const CallCondition &condition) {
                                       return condition.values.contains(valueOf(condition.field, call)) !=
                                              condition.isExcluded;
                                   });
}

} // namespace pc::platform
