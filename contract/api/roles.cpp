// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/api/roles.h"

#include <algorithm>

namespace pc {

bool allows(Role role, Op op)
{
    return role != Role::Unknown && (operation(op).roles & bit(role)) != 0;
}

bool allows(const QList<Role> &roles, Op op)
{
    return std::any_of(roles.begin(), roles.end(), [op](Role role) { return allows(role, op); });
}

QStringList permissionsOf(const QList<Role> &roles)
{
    QStringList names;
    for (const Operation &entry : operations()) {
        if (allows(roles, entry.op))
            names.append(QString::fromLatin1(entry.id));
    }
    names.sort();
    return names;
}

QList<Role> rolesAllowing(Op op)
{
    QList<Role> roles;
    for (Role role : {Role::Viewer, Role::Support, Role::PartnerOps, Role::Security, Role::Admin}) {
        if (allows(role, op))
            roles.append(role);
    }
    return roles;
}

} // namespace pc
