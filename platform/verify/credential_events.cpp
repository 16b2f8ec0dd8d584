// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/verify/credential_events.h"

#include "contract/rules/act_refusal.h"
#include "platform/domain/said.h"

#include <tuple>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// 0: none.
int generationIn(const AuditEvent &event)
{
    const FieldChange *said = saidOf(event, u"generation");
    return said ? said->after.toInt() : 0;
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

/// The newest that was acknowledged is, and those before may be in their grace.
bool mayBeInForce(const Generation &generation, const QList<int> &acknowledged, bool isFollowed)
{
    if (generation.state == GenerationState::Active && !acknowledged.isEmpty())
        return generation.number == acknowledged.constLast();
    const bool isInForce =
        generation.state == GenerationState::Active || generation.state == GenerationState::Grace;
    return !isInForce || !isFollowed || acknowledged.contains(generation.number);
}

} // namespace

QString CredentialEvents::kept(const FieldChange *said)
{
    return said == nullptr ? QString() : *m_texts.insert(said->after);
}

void CredentialEvents::begin(AuditAction action, const AuditEvent &event)
{
    Life &life = m_lives[event.targetId];
    life.expiresAt = timeSaid(event, u"expires_at");
    life.issue = {event.partnerId,
                  kept(saidOf(event, u"client_id")),
                  kept(saidOf(event, u"kind")),
                  kept(saidOf(event, u"realm")),
                  kept(saidOf(event, u"scopes")),
                  kept(saidOf(event, u"scheme")),
                  kept(saidOf(event, u"header")),
                  kept(saidOf(event, u"hmac_key"))};
    if (action == AuditAction::CredentialImport) // in force at once
        life.acknowledged.append(1);
    else // those of a sample do not say that they wait
        life.isFollowed = saidOf(event, u"state") != nullptr;
}

void CredentialEvents::see(AuditAction action, const AuditEvent &event)
{
    if (action == AuditAction::CredentialIssue || action == AuditAction::CredentialImport)
        return begin(action, event);
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
    if (number == 0) {
        life.isFollowed = false;
        return;
    }
    endOlder(life);
    // Of a suspended one an older service did not say that a grace began.
    if (!life.acknowledged.isEmpty() && !saidOf(event, u"grace_until") && !life.suspended)
        life.over.insert(life.acknowledged.constLast());
    life.acknowledged.append(number);
    life.graceUntil = timeSaid(event, u"grace_until");
    if (const auto expiresAt = timeSaid(event, u"expires_at"))
        life.expiresAt = expiresAt;
}

void CredentialEvents::moveGrace(Life &life, const AuditEvent &event)
{
    const FieldChange *until = saidOf(event, u"grace_until");
    if (until)
        life.graceUntil = timeSaid(event, u"grace_until");
    // Of a suspended one an older service said that it had ended before, and after.
    if (until && until->after == u"ended" && until->before != u"ended")
        endOlder(life);
    const FieldChange *one = saidOf(event, u"generation");
    if (one && one->after == u"ended")
        life.over.insert(one->before.toInt());
}

/// What was issued to one partner for one purpose stays that.
QString CredentialEvents::otherIssue(const Life &life, const CredentialRow &row)
{
    const Credential &credential = row.value;
    const Issue &issue = life.issue;
    if (!issue.partnerId.isEmpty() && issue.partnerId != credential.partnerId)
        return u"the credential %1 is another partner's than its event says"_s.arg(credential.id);
    if (issue.clientId != credential.legacyClientId)
        return u"the credential %1 stands for another client id than its event says"_s.arg(credential.id);
    const LegacyFacts legacy = credential.legacy.value_or(LegacyFacts());
    const std::tuple<QString, QString, QString> facts[]{{u"kind"_s, issue.kind, toText(credential.kind)},
                                                        {u"realm"_s, issue.realm, toText(credential.realm)},
                                                        {u"scheme"_s, issue.scheme, toText(legacy.scheme)},
                                                        {u"header"_s, issue.header, legacy.header},
                                                        {u"key"_s, issue.hmacKey, legacy.hmacKey}};
    for (const auto &[what, said, stored] : facts) {
        if (!said.isNull() && said != stored)
            return u"the credential %1 has another %2 than its event says"_s.arg(credential.id, what);
    }
    if (!issue.scopes.isNull() &&
        !setOf(issue.scopes).contains(QSet<QString>(credential.scopes.begin(), credential.scopes.end())))
        return u"the credential %1 has scopes that its event did not give it"_s.arg(credential.id);
    return {};
}

QString CredentialEvents::openGeneration(const Life &life, const CredentialRow &row)
{
    const QString &id = row.value.id;
    for (const GenerationRow &each : row.generations) {
        const Generation &value = each.value;
        if (life.over.contains(value.number) && isOpen(value.state))
            return u"generation %1 of the credential %2 has ended, and its row says that it has not"_s
                .arg(value.number)
                .arg(id);
        if (!mayBeInForce(value, life.acknowledged, life.isFollowed))
            return u"generation %1 of the credential %2 is in force, and no event says so"_s.arg(value.number)
                .arg(id);
        if (value.state == GenerationState::Grace && life.graceUntil &&
            (!value.graceUntil || isLater(*value.graceUntil, *life.graceUntil)))
            return u"the grace of generation %1 of the credential %2 is longer than its events say"_s
                .arg(value.number)
                .arg(id);
    }
    return {};
}

QString CredentialEvents::contradiction(const CredentialRow &row) const
{
    const Credential &credential = row.value;
    const auto life = m_lives.constFind(credential.id);
    if (life == m_lives.constEnd())
        return u"no event says that the credential %1 was issued"_s.arg(credential.id);
    if (const QString found = otherIssue(*life, row); !found.isEmpty())
        return found;
    // What decides is the state; what its next act makes of it follows from the other two.
    if (life->revoked && (credential.state != CredentialState::Revoked || !credential.revokedAt))
        return u"the credential %1 was revoked, and its row says that it is not"_s.arg(credential.id);
    if (life->suspended && !life->revoked && (isOpen(credential.state) || !row.suspended))
        return u"the credential %1 was suspended, and its row says that it is not"_s.arg(credential.id);
    if (const QString found = openGeneration(*life, row); !found.isEmpty())
        return found;
    if (life->expiresAt && isLater(credential.expiresAt, *life->expiresAt))
        return u"the credential %1 lives longer than its events say"_s.arg(credential.id);
    return {};
}

} // namespace pc::platform
