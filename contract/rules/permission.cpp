// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/permission.h"

namespace pc::rules {

Permit permitOf(const std::optional<Session> &session, Op op)
{
    if (!session)
        return Permit::Loading;
    return session->permissions.contains(QLatin1StringView(operation(op).id)) ? Permit::Granted
                                                                              : Permit::Missing;
}

} // namespace pc::rules
