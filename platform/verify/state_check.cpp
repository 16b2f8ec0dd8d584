// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/verify/state_check.h"

#include "contract/audit_actions/audit_action.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/doc.h"
#include "platform/store/rows/partner_rows.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

void StateCheck::see(const AuditEvent &event)
{
    const QString &id = event.targetId;
    switch (auditActionOf(event.action)) {
    case AuditAction::CredentialSuspend:
        m_suspended.insert(id);
        break;
    case AuditAction::CredentialResume:
        m_suspended.remove(id);
        break;
    case AuditAction::CredentialRevoke:
        m_revoked.insert(id);
        break;
    case AuditAction::PartnerFreeze:
        m_frozen.insert(id);
        break;
    case AuditAction::PartnerUnfreeze:
        m_frozen.remove(id);
        break;
    case AuditAction::OperatorDisable:
        m_disabled.insert(id);
        break;
    case AuditAction::OperatorAdd:
    case AuditAction::OperatorEdit:
        for (const FieldChange &change : event.changes) {
            if (change.field == u"roles")
                m_roles.insert(id, change.after);
            else if (change.field == u"status" && change.after == u"enabled")
                m_disabled.remove(id);
        }
        break;
    default: // says nothing about what is kept in tables
        break;
    }
}

QString StateCheck::ofCredentials(Tx &tx) const
{
    const QList<CredentialRow> rows = credential_rows::all(tx);
    for (const CredentialRow &row : rows) {
        const Credential &credential = row.value;
        if (m_revoked.contains(credential.id) && credential.state != CredentialState::Revoked)
            return u"the credential %1 was revoked, and its row says that it is not"_s.arg(credential.id);
        const bool isOpen = credential.state == CredentialState::Active ||
                            credential.state == CredentialState::Rotating ||
                            credential.state == CredentialState::Pending;
        if (m_suspended.contains(credential.id) && isOpen)
            return u"the credential %1 was suspended, and its row says that it is not"_s.arg(credential.id);
    }
    return {};
}

QString StateCheck::ofPartners(Tx &tx) const
{
    const QList<Partner> partners = partner_rows::all(tx);
    for (const Partner &partner : partners) {
        if (m_frozen.contains(partner.id) && partner.status == PartnerStatus::Active)
            return u"the partner %1 was frozen, and its row says that it is not"_s.arg(partner.id);
    }
    return {};
}

QString StateCheck::ofOperators(Tx &tx) const
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

QString StateCheck::contradiction(Tx &tx) const
{
    for (const QString &found : {ofCredentials(tx), ofPartners(tx), ofOperators(tx)}) {
        if (!found.isEmpty())
            return found;
    }
    return {};
}

} // namespace pc::platform
