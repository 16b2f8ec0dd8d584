// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/verify/credential_events.h"

#include "contract/rules/act_refusal.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// 0: none.
int generationIn(const AuditEvent &event)
{
    const FieldChange *said = saidOf(event, u"generation");
    return said ? said->after.toInt() : 0;
}

std::optional<QDateTime> expiryIn(const AuditEvent &event)
{
    const FieldChange *said = saidOf(event, u"expires_at");
    const QDateTime at = said ? QDateTime::fromString(said->after, Qt::ISODate) : QDateTime();
    return at.isValid() ? std::optional(at) : std::nullopt;
}

bool isOpen(CredentialState state)
{
    return pc::rules::isLiving(state) || state == CredentialState::Pending;
}

bool isOpen(GenerationState state)
{
    return state == GenerationState::Active || state == GenerationState::Grace ||
           state == GenerationState::Pending;
}

} // namespace

const FieldChange *saidOf(const AuditEvent &event, QStringView field)
{
    const auto found = std::find_if(event.changes.begin(), event.changes.end(),
                                    [field](const FieldChange &change) { return change.field == field; });
    return found == event.changes.end() ? nullptr : &*found;
}

void CredentialEvents::see(AuditAction action, const AuditEvent &event)
{
    if (action == AuditAction::CredentialIssue) {
        m_lives[event.targetId].expiresAt = expiryIn(event);
        return;
    }
    if (action == AuditAction::CredentialImport) { // in force at once
        Life &imported = m_lives[event.targetId];
        imported.expiresAt = expiryIn(event);
        imported.acknowledged.append(1);
        if (const FieldChange *said = saidOf(event, u"client_id")) {
            imported.clientId = said->after;
            imported.partnerId = event.partnerId;
        }
        return;
    }
    const auto life = m_lives.find(event.targetId);
    if (life == m_lives.end())
        return;
    switch (action) {
    case AuditAction::CredentialSuspend:
    case AuditAction::CredentialResume:
        life->suspended = action == AuditAction::CredentialSuspend;
        break;
    case AuditAction::CredentialRevoke:
        life->revoked = true;
        break;
    case AuditAction::CredentialAck:
        acknowledge(*life, event);
        break;
    case AuditAction::CredentialRotate:
        if (generationIn(event) > 0)
            endOlder(*life);
        break;
    case AuditAction::CredentialGrace:
        moveGrace(*life, event);
        break;
    case AuditAction::GenerationGraceEnded:
    case AuditAction::GenerationVoid:
        if (saidOf(event, u"in_force_since"))
            life->over.insert(generationIn(event));
        break;
    default: // says nothing about a credential's row
        break;
    }
}

void CredentialEvents::endOlder(Life &life)
{
    for (qsizetype i = 0; i + 1 < life.acknowledged.size(); ++i)
        life.over.insert(life.acknowledged.at(i));
}

void CredentialEvents::acknowledge(Life &life, const AuditEvent &event)
{
    const int number = generationIn(event);
    if (number == 0)
        return;
    endOlder(life);
    // Of a suspended one an older service did not say that a grace began.
    if (!life.acknowledged.isEmpty() && !saidOf(event, u"grace_until") && !life.suspended)
        life.over.insert(life.acknowledged.constLast());
    life.acknowledged.append(number);
    if (const auto expiresAt = expiryIn(event))
        life.expiresAt = expiresAt;
}

void CredentialEvents::moveGrace(Life &life, const AuditEvent &event)
{
    const FieldChange *until = saidOf(event, u"grace_until");
    // Of a suspended one an older service said that it had ended before, and after.
    if (until && until->after == u"ended" && until->before != u"ended")
        endOlder(life);
    const FieldChange *one = saidOf(event, u"generation");
    if (one && one->after == u"ended")
        life.over.insert(one->before.toInt());
}

QString CredentialEvents::contradiction(const CredentialRow &row) const
{
    const Credential &credential = row.value;
    const auto life = m_lives.constFind(credential.id);
    if (life == m_lives.constEnd())
        return u"no event says that the credential %1 was issued"_s.arg(credential.id);
    if (life->clientId != credential.legacyClientId ||
        (!life->clientId.isEmpty() && life->partnerId != credential.partnerId))
        return u"the credential %1 stands for another client id, or for another partner, than its event says"_s
            .arg(credential.id);
    if (life->revoked && credential.state != CredentialState::Revoked)
        return u"the credential %1 was revoked, and its row says that it is not"_s.arg(credential.id);
    if (life->suspended && isOpen(credential.state))
        return u"the credential %1 was suspended, and its row says that it is not"_s.arg(credential.id);
    for (const GenerationRow &each : row.generations) {
        if (life->over.contains(each.value.number) && isOpen(each.value.state))
            return u"generation %1 of the credential %2 has ended, and its row says that it has not"_s
                .arg(each.value.number)
                .arg(credential.id);
    }
    // Events say whole seconds.
    if (life->expiresAt && credential.expiresAt > life->expiresAt->addSecs(1))
        return u"the credential %1 lives longer than its events say"_s.arg(credential.id);
    return {};
}

} // namespace pc::platform
