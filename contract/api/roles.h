// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/operations.h"

#include <QStringList>

/// Who may do what, by the table of operations.h: the service allows by it, the console explains. Roles add
/// up.
namespace pc {

[[nodiscard]] bool allows(Role role, Op op);
[[nodiscard]] bool allows(const QList<Role> &roles, Op op);
/// Operation ids (permission names) that the roles allow, sorted.
[[nodiscard]] QStringList permissionsOf(const QList<Role> &roles);
/// The roles that would allow `op`, least powerful first; for "who can help".
[[nodiscard]] QList<Role> rolesAllowing(Op op);

} // namespace pc
