// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/audit_actions/audit_action.h"
#include "contract/types/audit.h"
#include "platform/domain/credential_row.h"

#include <QHash>
#include <QSet>

namespace pc::platform {

/// What the events of a log say of each credential: that it was issued, which of its secrets are over, and
/// how long it lives at most. See every event, oldest first. Only what an event states by name counts: those
/// of a sample and of older releases say less.
class CredentialEvents
{
public:
    /// `action`: of the event.
    void see(AuditAction action, const AuditEvent &event);
    /// Why the row is open where its events say otherwise, a sentence; empty when it is not.
    [[nodiscard]] QString contradiction(const CredentialRow &row) const;

private:
    struct Life
    {
        bool suspended = false;
        bool revoked = false;
        QList<int> acknowledged; ///< generations, in that order
        QSet<int> over;          ///< generations that can hold no more
        std::optional<QDateTime> expiresAt;
        QString clientId;  ///< of another system, for which it stands
        QString partnerId; ///< that has it; of such a one
    };
    static void acknowledge(Life &life, const AuditEvent &event);
    /// All acknowledged ones but the newest.
    static void endOlder(Life &life);
    static void moveGrace(Life &life, const AuditEvent &event);

    QHash<QString, Life> m_lives; ///< of those that were issued, by id
};

/// What an event says of a field: before and after; nullptr when nothing.
[[nodiscard]] const FieldChange *saidOf(const AuditEvent &event, QStringView field);

} // namespace pc::platform
