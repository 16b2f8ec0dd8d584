// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/audit_actions/audit_action.h"
#include "contract/types/audit.h"
#include "platform/store/sql/tx.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

namespace pc::platform {

/// What the events of a log say of operators and their sessions. See every event, oldest first.
class OperatorEvents
{
public:
    /// `action`: of the event.
    void see(AuditAction action, const AuditEvent &event);
    /// A sentence about the first row that does not fit; empty when all do.
    [[nodiscard]] QString contradiction(Tx &tx) const;

private:
    [[nodiscard]] QString ofOperators(Tx &tx) const;
    [[nodiscard]] QString ofSessions(Tx &tx) const;

    QSet<QString> m_disabled;        ///< accounts
    QHash<QString, QString> m_roles; ///< by account, as its newest event says them
    struct Session
    {
        QString account;
        QDateTime begunAt;
    };
    QHash<QString, Session> m_sessions; ///< by chain, of those that no event ended
};

} // namespace pc::platform
