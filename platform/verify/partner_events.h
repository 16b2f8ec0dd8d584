// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/audit_actions/audit_action.h"
#include "contract/types/audit.h"
#include "platform/store/sql/tx.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace pc::platform {

/// What the events of a log say of each partner: its stage, its plan, whether it is frozen, what its grant
/// holds, and from where it may call. See every event, oldest first.
class PartnerEvents
{
public:
    /// `action`: of the event.
    void see(AuditAction action, const AuditEvent &event);
    /// A sentence about the first row that does not fit; empty when all do.
    [[nodiscard]] QString contradiction(Tx &tx) const;

private:
    /// Of one whose events say all of it: not of those of a sample.
    struct Granted
    {
        QSet<QString> scopes;
        QSet<QString> resources;        ///< each as a change tells it
        QHash<QString, QString> limits; ///< of its own, by field
    };
    void follow(const AuditEvent &event);
    void followGrant(const AuditEvent &event);
    void followNetworks(const AuditEvent &event);
    [[nodiscard]] QString ofPartners(Tx &tx) const;
    [[nodiscard]] QString ofGrants(Tx &tx) const;
    [[nodiscard]] QString ofNetworks(Tx &tx) const;

    QSet<QString> m_frozen;
    QHash<QString, QString> m_stages; ///< as the newest event says it, as the next
    QHash<QString, QString> m_plans;
    QHash<QString, Granted> m_grants;
    QHash<QString, QMap<QString, QSet<QString>>> m_networks; ///< lines by list
};

} // namespace pc::platform
