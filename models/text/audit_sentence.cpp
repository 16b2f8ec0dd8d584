// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/audit_sentence.h"

#include <QCoreApplication>
#include <QHash>

namespace pc::models {

QString auditSentence(const AuditEvent &event)
{
    // The names of operations (contract/api/operations.h) and the service's own acts.
    static const QHash<QString, const char *> sentences{
        {QStringLiteral("partner.create"), QT_TRANSLATE_NOOP("pc::models::Audit", "Partner created")},
        {QStringLiteral("partner.edit"), QT_TRANSLATE_NOOP("pc::models::Audit", "Partner edited")},
        {QStringLiteral("partner.promote"), QT_TRANSLATE_NOOP("pc::models::Audit", "Partner promoted")},
        {QStringLiteral("partner.freeze"), QT_TRANSLATE_NOOP("pc::models::Audit", "Partner frozen")},
        {QStringLiteral("partner.unfreeze"), QT_TRANSLATE_NOOP("pc::models::Audit", "Partner unfrozen")},
        {QStringLiteral("credential.issue"), QT_TRANSLATE_NOOP("pc::models::Audit", "Credential issued")},
        {QStringLiteral("credential.ack"), QT_TRANSLATE_NOOP("pc::models::Audit", "Credential activated")},
        {QStringLiteral("credential.rotate"), QT_TRANSLATE_NOOP("pc::models::Audit", "Credential rotated")},
        {QStringLiteral("credential.grace"),
         QT_TRANSLATE_NOOP("pc::models::Audit", "Grace of a rotation changed")},
        {QStringLiteral("generation.grace_ended"),
         QT_TRANSLATE_NOOP("pc::models::Audit", "Grace of a rotation ended")},
        {QStringLiteral("credential.suspend"),
         QT_TRANSLATE_NOOP("pc::models::Audit", "Credential suspended")},
        {QStringLiteral("credential.resume"), QT_TRANSLATE_NOOP("pc::models::Audit", "Credential resumed")},
        {QStringLiteral("credential.revoke"), QT_TRANSLATE_NOOP("pc::models::Audit", "Credential revoked")},
        {QStringLiteral("credential.expired"), QT_TRANSLATE_NOOP("pc::models::Audit", "Credential expired")},
        {QStringLiteral("generation.void"),
         QT_TRANSLATE_NOOP("pc::models::Audit", "Credential void: it was never acknowledged")},
        {QStringLiteral("grant.edit"), QT_TRANSLATE_NOOP("pc::models::Audit", "Scopes and limits changed")},
        {QStringLiteral("credential.revoke_probed"),
         QT_TRANSLATE_NOOP("pc::models::Audit", "Gateways asked after a revocation")},
        {QStringLiteral("revocation.taken_back"),
         QT_TRANSLATE_NOOP("pc::models::Audit", "Access given back: a refused act had taken it")},
        {QStringLiteral("session.begin"), QT_TRANSLATE_NOOP("pc::models::Audit", "Operator signed in")},
        {QStringLiteral("session.renew"), QT_TRANSLATE_NOOP("pc::models::Audit", "Session renewed")},
        {QStringLiteral("session.end"), QT_TRANSLATE_NOOP("pc::models::Audit", "Operator signed out")},
        {QStringLiteral("audit.checkpoint_make"), QT_TRANSLATE_NOOP("pc::models::Audit", "Checkpoint made")},
        {QStringLiteral("token.revoke"),
         QT_TRANSLATE_NOOP("pc::models::Audit", "Access token revoked by its client")},
        {QStringLiteral("credential.leak_seen"),
         QT_TRANSLATE_NOOP("pc::models::Audit", "A living secret was seen where it does not belong")},
        {QStringLiteral("history.anchor"),
         QT_TRANSLATE_NOOP("pc::models::Audit", "The log is anchored from here on")},
        {QStringLiteral("history.accept"),
         QT_TRANSLATE_NOOP("pc::models::Audit", "Another history was accepted")},
        {QStringLiteral("clock.step"), QT_TRANSLATE_NOOP("pc::models::Audit", "The clock was set")},
        {QStringLiteral("calls.sealed"), QT_TRANSLATE_NOOP("pc::models::Audit", "Call records sealed")},
        {QStringLiteral("gateway.add"), QT_TRANSLATE_NOOP("pc::models::Audit", "Gateway registered")},
        {QStringLiteral("gateway.remove"), QT_TRANSLATE_NOOP("pc::models::Audit", "Gateway removed")},
        {QStringLiteral("operator.add"), QT_TRANSLATE_NOOP("pc::models::Audit", "Operator account added")},
        {QStringLiteral("operator.edit"), QT_TRANSLATE_NOOP("pc::models::Audit", "Operator account edited")},
        {QStringLiteral("operator.disable"),
         QT_TRANSLATE_NOOP("pc::models::Audit", "Operator account disabled")},
    };
    const char *sentence = sentences.value(event.action, nullptr);
    return sentence ? QCoreApplication::translate("pc::models::Audit", sentence) : event.action;
}

} // namespace pc::models
