// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/verify/operator_events.h"

#include "platform/domain/said.h"
#include "platform/operators/operator_sessions.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/store/rows/doc.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

void OperatorEvents::see(AuditAction action, const AuditEvent &event)
{
    const QString &account = event.targetId;
    switch (action) {
    case AuditAction::OperatorDisable:
        m_disabled.insert(account);
        m_sessions.removeIf([&account](const auto &session) { return session.value().account == account; });
        break;
    case AuditAction::OperatorAdd:
    case AuditAction::OperatorEdit:
        for (const FieldChange &change : event.changes) {
            if (change.field == u"roles")
                m_roles.insert(account, change.after);
            else if (change.field == u"status" && change.after == u"enabled")
                m_disabled.remove(account);
        }
        break;
    case AuditAction::SessionEnd:
        m_sessions.remove(event.targetId);
        break;
    case AuditAction::SessionBegin:
        if (const FieldChange *chain = saidOf(event, u"session"))
            m_sessions.insert(chain->after, {account, event.at});
        break;
    default: // says nothing about an operator's rows
        break;
    }
}

QString OperatorEvents::ofOperators(Tx &tx) const
{
    const QList<OperatorRow> rows = operator_rows::all(tx);
    for (const OperatorRow &row : rows) {
        if (m_disabled.contains(row.account) && !row.disabledAt)
            return u"the operator \"%1\" was disabled, and its row says that it is not"_s.arg(row.account);
        const auto roles = m_roles.constFind(row.account);
        if (roles != m_roles.constEnd() && *roles != textsOf(row.roles).join(u", "_s))
            return u"the operator \"%1\" has other roles than its events say"_s.arg(row.account);
        if (roles == m_roles.constEnd())
            return u"no event says that the operator \"%1\" was added"_s.arg(row.account);
    }
    return {};
}

QString OperatorEvents::ofSessions(Tx &tx) const
{
    const QList<SessionRow> rows = session_rows::all(tx);
    for (const SessionRow &row : rows) {
        const Session begun = m_sessions.value(row.chain);
        if (begun.account != row.account)
            return u"no event says that the session %1 of \"%2\" began, or it was ended"_s.arg(row.chain,
                                                                                               row.account);
        if (isLater(row.renewableUntil, begun.begunAt.addSecs(OperatorSessions::chainSeconds)))
            return u"the session %1 of \"%2\" lasts longer than any does"_s.arg(row.chain, row.account);
    }
    return {};
}

QString OperatorEvents::contradiction(Tx &tx) const
{
    const QString found = ofOperators(tx);
    return found.isEmpty() ? ofSessions(tx) : found;
}

} // namespace pc::platform
