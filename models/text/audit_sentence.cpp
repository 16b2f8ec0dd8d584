// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/audit_sentence.h"

#include "contract/audit_actions/audit_action.h"

#include <QCoreApplication>

namespace pc::models {

QString auditSentence(const AuditEvent &event)
{
    const AuditAction action = auditActionOf(event.action);
    return action == AuditAction::Unknown
               ? event.action
               : QCoreApplication::translate("pc::models::Audit", auditAction(action).sentence);
}

} // namespace pc::models
