// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/permission_words.h"

#include "contract/api/roles.h"
#include "models/text/enum_names.h"

#include <QCoreApplication>

#include <algorithm>

namespace pc::views {

namespace {

struct PermissionText
{
    Q_DECLARE_TR_FUNCTIONS(PermissionWords)
};

} // namespace

QString whoMayText(const QString &permission)
{
    if (permission.isEmpty())
        return PermissionText::tr("Your roles do not allow it. Ask an administrator.");
    const auto all = operations();
    const auto found = std::find_if(all.begin(), all.end(), [&permission](const Operation &operation) {
        return permission == QLatin1StringView(operation.id);
    });
    if (found == all.end())
        return PermissionText::tr("Needs the permission %1. Ask an administrator.").arg(permission);
    QStringList roles;
    for (const Role role : rolesAllowing(found->op))
        roles.append(models::nameOf(role));
    return PermissionText::tr("Needs the permission %1. Roles that have it: %2.")
        .arg(permission, roles.join(QStringLiteral(", ")));
}

} // namespace pc::views
