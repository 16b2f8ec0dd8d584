// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/credential_rules_made.h"

#include "platform/admin/calls/event_lists.h"
#include "platform/admin/calls/partner_rules_made.h"
#include "platform/domain/said.h"
#include "platform/oauth/access_tokens.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

CallCondition ofCredential(const QString &credentialId)
{
    return condition(CallField::Credential, {credentialId});
}

/// 0: none.
int generationIn(const AuditEvent &event)
{
    const FieldChange *said = saidOf(event, u"generation");
    return said == nullptr ? 0 : std::max(said->after.toInt(), said->before.toInt());
}

QDateTime later(const QDateTime &a, const std::optional<QDateTime> &b)
{
    return b && *b > a ? *b : a;
}

/// The whole credential, from its event on.
MadeRule stateSet(const AuditEvent &event, DecisionReason reason)
{
    MadeRule rule = ruleOf(u"state"_s, {ofCredential(event.targetId), reasons({reason})}, event.at);
    if (reason == Reason::CredentialRevoked)
        return rule; // for good
    rule.isEndedBy = [](AuditAction action, const AuditEvent &) {
        return action == AuditAction::CredentialResume || action == AuditAction::CredentialRevoke ||
               action == AuditAction::CredentialSuspend;
    };
    return rule;
}

/// The end of the credential that an event set: it refuses once it has come.
MadeRule endSet(const AuditEvent &event, const QDateTime &expiresAt)
{
    MadeRule rule =
        ruleOf(u"expires_at"_s, {ofCredential(event.targetId), reasons({Reason::CredentialExpired})},
               later(event.at, expiresAt));
    rule.covers = [covers = rule.covers, expiresAt](const CallRecord &call) {
        return covers(call) && expiresAt <= call.at;
    };
    rule.isEndedBy = [](AuditAction, const AuditEvent &after) { return changes(after, u"expires_at"); };
    return rule;
}

/// A generation that ends, at once or when its grace is over. `number` 0: the event does not say which.
MadeRule generationEnds(const AuditEvent &event, int number, const std::optional<QDateTime> &graceUntil,
                        const QHash<qint64, int> &ended)
{
    QList<CallCondition> conditions{ofCredential(event.targetId)};
    if (number > 0)
        conditions.append(condition(CallField::Generation, {QString::number(number)}));
    conditions.append(reasons({Reason::CredentialExpired, Reason::CredentialRevoked}));
    MadeRule rule = ruleOf(u"generation"_s, conditions, later(event.at, graceUntil));
    rule.covers = [covers = rule.covers, graceUntil](const CallRecord &call) {
        return covers(call) && (!graceUntil || *graceUntil <= call.at);
    };
    rule.isEndedBy = [number, ended](AuditAction action, const AuditEvent &after) {
        if (action == AuditAction::CredentialGrace) // it ends at another time
            return number == 0 || ended.value(after.index) == number;
        return action == AuditAction::CredentialRevoke ||
               (number == 0 && action == AuditAction::CredentialAck);
    };
    return rule;
}

/// A secret that waits for its acknowledgement.
MadeRule generationWaits(const AuditEvent &event, int number)
{
    MadeRule rule =
        ruleOf(u"generation"_s,
               {ofCredential(event.targetId), condition(CallField::Generation, {QString::number(number)}),
                reasons({Reason::CredentialPending})},
               event.at);
    rule.isEndedBy = [number](AuditAction action, const AuditEvent &after) {
        return action == AuditAction::CredentialRevoke ||
               (action == AuditAction::CredentialAck && generationIn(after) == number);
    };
    return rule;
}

/// Tokens that their client revoked; they are over soon.
MadeRule tokensDenied(const AuditEvent &event)
{
    const QDateTime began = timeSaid(event, u"in_force_since").value_or(event.at);
    QList<CallCondition> conditions{ofCredential(event.targetId)};
    if (const int number = generationIn(event); number > 0)
        conditions.append(condition(CallField::Generation, {QString::number(number)}));
    conditions.append(reasons({Reason::TokenRevoked}));
    MadeRule rule = ruleOf(u"token"_s, conditions, began);
    const QDateTime over = event.at.addSecs(AccessTokens::longestLife.count());
    rule.filter.to = over;
    rule.covers = [covers = rule.covers, over,
                   digests = listSaid(event, u"token_digest").added](const CallRecord &call) {
        return covers(call) && call.at < over && (digests.isEmpty() || digests.contains(call.tokenDigest));
    };
    return rule;
}

QList<MadeRule> ofAcknowledgement(const AuditEvent &event, const QHash<qint64, int> &ended)
{
    QList<MadeRule> rules;
    if (const int older = ended.value(event.index); older > 0)
        rules.append(generationEnds(event, older, timeSaid(event, u"grace_until"), ended));
    if (const auto end = timeSaid(event, u"expires_at"))
        rules.append(endSet(event, *end));
    return rules;
}

QList<MadeRule> ofRotation(const AuditEvent &event, const QHash<qint64, int> &ended)
{
    QList<MadeRule> rules;
    if (const int number = generationIn(event); number > 0)
        rules.append(generationWaits(event, number));
    if (const int older = ended.value(event.index); older > 0) // an emergency
        rules.append(generationEnds(event, older, {}, ended));
    return rules;
}

QList<MadeRule> ofGrace(const AuditEvent &event, const QHash<qint64, int> &ended)
{
    const FieldChange *until = saidOf(event, u"grace_until");
    const bool isOver = until == nullptr || until->after == u"ended"; // of the journal: it ended
    return {generationEnds(event, ended.value(event.index),
                           isOver ? std::nullopt : timeSaid(event, u"grace_until"), ended)};
}

QList<MadeRule> ofIssue(AuditAction action, const AuditEvent &event)
{
    QList<MadeRule> rules;
    if (action == AuditAction::CredentialIssue)
        rules.append(generationWaits(event, 1));
    if (const auto end = timeSaid(event, u"expires_at"))
        rules.append(endSet(event, *end));
    return rules;
}

/// Which reasons an act has whose narrowing was taken back.
QList<DecisionReason> reasonsOfAct(const QString &act)
{
    if (act == u"partner.freeze")
        return {Reason::PartnerFrozen};
    if (act == u"credential.suspend")
        return {Reason::CredentialSuspended};
    if (act == u"credential.revoke")
        return {Reason::CredentialRevoked};
    if (act == u"credential.grace" || act == u"credential.ack" || act == u"credential.rotate")
        return {Reason::CredentialRevoked, Reason::CredentialExpired};
    if (act == u"networks.edit")
        return {Reason::NetworkNotAllowed};
    if (act == u"grant.edit" || act == u"partner.edit")
        return {Reason::MissingScope, Reason::ResourceNotGranted, Reason::RateLimited, Reason::QuotaExceeded};
    return {};
}

} // namespace

void EndedGenerations::see(AuditAction action, const AuditEvent &event)
{
    const auto beforeLast = [this] {
        return m_acknowledged.size() < 2 ? 0 : m_acknowledged.at(m_acknowledged.size() - 2);
    };
    switch (action) {
    case AuditAction::CredentialAck:
        if (!m_acknowledged.isEmpty())
            m_byEvent.insert(event.index, m_acknowledged.constLast());
        m_acknowledged.append(generationIn(event));
        break;
    case AuditAction::CredentialGrace:
        m_byEvent.insert(event.index, generationIn(event) > 0 ? generationIn(event) : beforeLast());
        break;
    case AuditAction::CredentialRotate:
        if (saidOf(event, u"emergency") != nullptr)
            m_byEvent.insert(event.index, beforeLast());
        break;
    default:
        break;
    }
}

QList<MadeRule> credentialRulesMade(AuditAction action, const AuditEvent &event, const RuleSources &sources)
{
    const QHash<qint64, int> &ended = sources.endedGenerations;
    switch (action) {
    case AuditAction::CredentialSuspend:
        return {stateSet(event, Reason::CredentialSuspended)};
    case AuditAction::CredentialRevoke:
        return {stateSet(event, Reason::CredentialRevoked)};
    case AuditAction::CredentialIssue:
    case AuditAction::CredentialImport:
        return ofIssue(action, event);
    case AuditAction::CredentialAck:
        return ofAcknowledgement(event, ended);
    case AuditAction::CredentialRotate:
        return ofRotation(event, ended);
    case AuditAction::CredentialGrace:
        return ofGrace(event, ended);
    case AuditAction::TokenRevoke:
        return {tokensDenied(event)};
    default:
        return {};
    }
}

QList<MadeRule> credentialBeginnings(AuditAction action, const AuditEvent &event, const Policy &policy,
                                     const CallRecord &call)
{
    if (action != AuditAction::CredentialIssue && action != AuditAction::CredentialImport)
        return {};
    QList<MadeRule> rules;
    const std::optional<QStringList> given = listSaid(event, u"scopes").after;
    const QStringList needed = call.isTokenRequest ? call.tokenScopes : neededScopes(policy, call);
    for (const QString &scope : needed) {
        if (!given || given->contains(scope))
            continue;
        MadeRule rule =
            ruleOf(scope, {ofCredential(event.targetId), reasons({Reason::MissingScope})}, event.at);
        bindRoutes(rule, routesThatNeed(policy, scope));
        rule.isBeginning = true;
        rules.append(rule);
    }
    return rules;
}

QList<MadeRule> rulesTakenBack(const AuditEvent &event)
{
    const FieldChange *act = saidOf(event, u"act");
    const FieldChange *since = saidOf(event, u"in_force_since");
    if (act == nullptr || since == nullptr)
        return {};
    CallCondition why{CallField::Reason, {}, false};
    for (const DecisionReason reason : reasonsOfAct(act->before))
        why.values.append(toText(reason));
    const QDateTime from = QDateTime::fromString(since->before, Qt::ISODate);
    if (why.values.isEmpty() || !from.isValid())
        return {};
    const bool ofPartner = event.targetKind == toText(AuditSubject::Partner);
    MadeRule rule = ruleOf(
        u"taken_back"_s,
        {condition(ofPartner ? CallField::Partner : CallField::Credential, {event.targetId}), why}, from);
    rule.filter.to = event.at;
    rule.covers = [covers = rule.covers, from, to = event.at](const CallRecord &call) {
        return covers(call) && from <= call.at && call.at <= to;
    };
    return {rule};
}

} // namespace pc::platform
