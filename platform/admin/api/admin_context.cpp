// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/admin_context.h"

#include "contract/api/roles.h"
#include "platform/clock/clock_watch.h"

#include <algorithm>

namespace pc::platform {

QDateTime AdminContext::settledAt(const QDateTime &time) const
{
    return std::min(time, toDateTime(clockWatch.settled(clock.now())));
}

QString roleFor(const Actor &actor, Op op)
{
    Role strongest = Role::Unknown;
    for (const Role role : actor.roles) {
        if (allows(role, op))
            strongest = std::max(strongest, role);
    }
    return toText(strongest);
}

} // namespace pc::platform
