// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/act_guard.h"

#include "contract/api/roles.h"
#include "models/text/enum_names.h"

#include <QCoreApplication>

namespace pc::views {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ActGuard)
};

} // namespace

QString blockText(const models::Connection &connection, Op op)
{
    switch (connection.blockOf(op)) {
    case models::ActBlock::None:
        break;
    case models::ActBlock::Loading:
        return Text::tr("Loading: what you may do is not known yet.");
    case models::ActBlock::Offline:
        return Text::tr("The platform cannot be reached. Nothing is queued while offline.");
    case models::ActBlock::SessionEnded:
        return Text::tr("The session has ended. Sign in again.");
    case models::ActBlock::MissingPermission: {
        QStringList roles;
        for (const Role role : rolesAllowing(op))
            roles.append(models::nameOf(role));
        return Text::tr("Needs the permission %1. Roles that have it: %2.")
            .arg(QLatin1StringView(operation(op).id), roles.join(QStringLiteral(", ")));
    }
    }
    return {};
}

CommandState guarded(const models::Connection &connection, Op op)
{
    const QString why = blockText(connection, op);
    return why.isEmpty() ? CommandState::ready() : CommandState::off(why);
}

} // namespace pc::views
