// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/seed/sample_event.h"

namespace pc::platform::seed {

using namespace Qt::StringLiterals;

AuditEvent by(AuditEvent event, const QString &actor, const QDateTime &at)
{
    event.actor = actor;
    event.actorRole = actor.startsWith(u"sec"_s)       ? u"security"_s
                      : actor.startsWith(u"support"_s) ? u"support"_s
                      : actor == u"platform"_s         ? u"platform"_s
                                                       : u"partner_ops"_s;
    event.source = actor == u"platform"_s ? u"clock"_s : u"192.0.2.17"_s;
    event.at = at;
    return event;
}

} // namespace pc::platform::seed
