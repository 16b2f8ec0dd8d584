// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/verify/observation_events.h"

#include "platform/domain/said.h"
#include "platform/store/rows/observation_rows.h"
#include "platform/store/sql/migrations.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

void ObservationEvents::see(AuditAction action, const AuditEvent &event)
{
    if (action == AuditAction::ObservationBegin) {
        const FieldChange *path = saidOf(event, u"path_prefix");
        m_open.insert(event.targetId, {event.targetName, path == nullptr ? QString() : path->after,
                                       timeSaid(event, u"until")});
    } else if (action == AuditAction::ObservationEnd) {
        m_open.remove(event.targetId);
    } else if (const auto open = m_open.find(event.targetId);
               action == AuditAction::ObservationExtend && open != m_open.end()) {
        open->until = timeSaid(event, u"until");
    }
}

QString ObservationEvents::contradiction(Tx &tx) const
{
    if (!isCarriedOut(tx, observation_rows::schemaStep))
        return {};
    const QList<Observation> rows = observation_rows::open(tx);
    for (const Observation &each : rows) {
        if (each.endedAt) // nothing is observed by it, whatever its column says
            continue;
        const auto open = m_open.constFind(each.id);
        if (open == m_open.constEnd())
            return u"no event says that the observation %1 began, or it was ended"_s.arg(each.id);
        if (open->name != asLogged(toText(each.kind) + u' ' + each.target) ||
            open->pathPrefix != asLogged(each.pathPrefix))
            return u"the observation %1 is of something else than its events say"_s.arg(each.id);
        if (open->until && isLater(each.until, *open->until))
            return u"the observation %1 lasts longer than its events say"_s.arg(each.id);
    }
    return {};
}

} // namespace pc::platform
