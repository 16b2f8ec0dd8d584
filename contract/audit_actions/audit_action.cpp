// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/audit_actions/audit_action.h"

#include "contract/types/in_order.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace pc {

namespace {

using A = AuditAction;
using S = AuditSubject;
using I = Impact;

constexpr std::array actionRows{
    AuditActionRow{A::PartnerCreate, "partner.create", S::Partner,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Partner created"), I::Ordinary},
    AuditActionRow{A::PartnerEdit, "partner.edit", S::Partner,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Partner edited"), I::Ordinary},
    AuditActionRow{A::PartnerPromote, "partner.promote", S::Partner,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Partner promoted"), I::Gives},
    AuditActionRow{A::PartnerFreeze, "partner.freeze", S::Partner,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Partner frozen"), I::Takes},
    AuditActionRow{A::PartnerUnfreeze, "partner.unfreeze", S::Partner,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Partner unfrozen"), I::Ordinary},
    AuditActionRow{A::CredentialIssue, "credential.issue", S::Credential,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Credential issued"), I::Ordinary},
    AuditActionRow{A::CredentialAck, "credential.ack", S::Credential,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Credential activated"), I::Ordinary},
    AuditActionRow{A::CredentialRotate, "credential.rotate", S::Credential,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Credential rotated"), I::Ordinary},
    AuditActionRow{A::CredentialGrace, "credential.grace", S::Credential,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Grace of a rotation changed"), I::Ordinary},
    AuditActionRow{A::GenerationGraceEnded, "generation.grace_ended", S::Credential,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Grace of a rotation ended"), I::Ordinary},
    AuditActionRow{A::CredentialSuspend, "credential.suspend", S::Credential,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Credential suspended"), I::Ordinary},
    AuditActionRow{A::CredentialResume, "credential.resume", S::Credential,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Credential resumed"), I::Ordinary},
    AuditActionRow{A::CredentialRevoke, "credential.revoke", S::Credential,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Credential revoked"), I::Takes},
    AuditActionRow{A::CredentialExpired, "credential.expired", S::Credential,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Credential expired"), I::Ordinary},
    AuditActionRow{A::GenerationVoid, "generation.void", S::Credential,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Credential void: it was never acknowledged"),
                   I::Ordinary},
    AuditActionRow{A::GrantEdit, "grant.edit", S::Grant,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Scopes and limits changed"), I::Ordinary},
    AuditActionRow{A::CredentialRevokeProbed, "credential.revoke_probed", S::Credential,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Gateways asked after a revocation"), I::Ordinary},
    AuditActionRow{A::RevocationTakenBack, "revocation.taken_back", S::Credential,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Access given back: a refused act had taken it"),
                   I::Ordinary},
    AuditActionRow{A::SessionBegin, "session.begin", S::Operator,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Operator signed in"), I::Ordinary},
    AuditActionRow{A::SessionEnd, "session.end", S::Session,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Operator signed out"), I::Ordinary},
    AuditActionRow{A::TokenRevoke, "token.revoke", S::Credential,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Access token revoked by its client"), I::Ordinary},
    AuditActionRow{
        A::CredentialLeakSeen, "credential.leak_seen", S::Credential,
        QT_TRANSLATE_NOOP("pc::models::Audit", "A living secret was seen where it does not belong"),
        I::Ordinary},
    AuditActionRow{A::HistoryAnchor, "history.anchor", S::History,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "The log is anchored from here on"), I::Ordinary},
    AuditActionRow{A::HistoryAccept, "history.accept", S::History,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Another history was accepted"), I::Ordinary},
    AuditActionRow{A::ClockStep, "clock.step", S::Clock,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "The clock was set"), I::Ordinary},
    AuditActionRow{A::CallsSealed, "calls.sealed", S::Calls,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Call records sealed"), I::Ordinary},
    AuditActionRow{A::GatewayAdd, "gateway.add", S::Gateway,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Gateway registered"), I::Ordinary},
    AuditActionRow{A::GatewayRemove, "gateway.remove", S::Gateway,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Gateway removed"), I::Ordinary},
    AuditActionRow{A::OperatorAdd, "operator.add", S::Operator,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Operator account added"), I::Ordinary},
    AuditActionRow{A::OperatorEdit, "operator.edit", S::Operator,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Operator account edited"), I::Ordinary},
    AuditActionRow{A::OperatorDisable, "operator.disable", S::Operator,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Operator account disabled"), I::Ordinary},
    AuditActionRow{A::JobStart, "job.start", S::Job, QT_TRANSLATE_NOOP("pc::models::Audit", "Job started"),
                   I::Ordinary},
    AuditActionRow{A::JobCancel, "job.cancel", S::Job,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Job cancelled"), I::Ordinary},
    AuditActionRow{A::JobResume, "job.resume", S::Job, QT_TRANSLATE_NOOP("pc::models::Audit", "Job resumed"),
                   I::Ordinary},
    AuditActionRow{A::JobFinish, "job.finish", S::Job, QT_TRANSLATE_NOOP("pc::models::Audit", "Job ended"),
                   I::Ordinary},
    AuditActionRow{A::ApiCreate, "api.create", S::Api, QT_TRANSLATE_NOOP("pc::models::Audit", "API added"),
                   I::Ordinary},
    AuditActionRow{A::ApiEdit, "api.edit", S::Api, QT_TRANSLATE_NOOP("pc::models::Audit", "API edited"),
                   I::Ordinary},
    AuditActionRow{A::ApiRemove, "api.remove", S::Api, QT_TRANSLATE_NOOP("pc::models::Audit", "API removed"),
                   I::Ordinary},
    AuditActionRow{A::CataloguePropose, "catalogue.propose", S::Api,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Description of an API read"), I::Ordinary},
    AuditActionRow{A::CatalogueApply, "catalogue.apply", S::Api,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Routes of an API replaced"), I::Ordinary},
    AuditActionRow{A::ObservationBegin, "observation.begin", S::Observation,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Refusals only observed from here on"), I::Gives},
    AuditActionRow{A::ObservationEnd, "observation.end", S::Observation,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Observation ended: refusals are enforced"),
                   I::Ordinary},
    AuditActionRow{A::NetworksEdit, "networks.edit", S::Networks,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Allowed networks changed"), I::Ordinary},
    AuditActionRow{A::CredentialImport, "credential.import", S::Credential,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Key of another system imported"), I::Ordinary},
    AuditActionRow{A::CredentialRehash, "credential.rehash", S::Credential,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Imported key hashed anew at its first use"),
                   I::Ordinary},
    AuditActionRow{A::ObservationExtend, "observation.extend", S::Observation,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Observation has another end"), I::Gives},
    AuditActionRow{A::VersionCreate, "version.create", S::Api,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Version of an API added"), I::Ordinary},
    AuditActionRow{A::VersionEdit, "version.edit", S::Api,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Version of an API edited"), I::Ordinary},
    AuditActionRow{A::VersionEnd, "version.end", S::Api,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Version of an API ended"), I::Takes},
    AuditActionRow{A::VersionRemove, "version.remove", S::Api,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Version of an API removed"), I::Ordinary},
    AuditActionRow{A::ScopeEdit, "scope.edit", S::Scope,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Scope edited"), I::Ordinary},
    AuditActionRow{A::ScopeRemove, "scope.remove", S::Scope,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Scope removed"), I::Ordinary},
    AuditActionRow{A::PlanCreate, "plan.create", S::Plan,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Plan added"), I::Ordinary},
    AuditActionRow{A::PlanEdit, "plan.edit", S::Plan, QT_TRANSLATE_NOOP("pc::models::Audit", "Plan edited"),
                   I::Ordinary},
    AuditActionRow{A::PlanRemove, "plan.remove", S::Plan,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Plan removed"), I::Ordinary},
    AuditActionRow{A::CatalogueWithdraw, "catalogue.withdraw", S::Api,
                   QT_TRANSLATE_NOOP("pc::models::Audit", "Revision of an API removed"), I::Ordinary},
};

static_assert(isInOrder(actionRows, &AuditActionRow::action, AuditAction::PartnerCreate,
                        AuditAction::CatalogueWithdraw),
              "one row for each, in the order of the enumeration");

} // namespace

std::span<const AuditActionRow> auditActions()
{
    return actionRows;
}

const AuditActionRow &auditAction(AuditAction action)
{
    if (action == AuditAction::Unknown)
        std::abort();
    return actionRows[static_cast<std::size_t>(action) - 1];
}

AuditAction auditActionOf(const QString &text)
{
    const auto *found =
        std::find_if(actionRows.begin(), actionRows.end(),
                     [&text](const AuditActionRow &row) { return text == QLatin1StringView(row.text); });
    return found == actionRows.end() ? AuditAction::Unknown : found->action;
}

QString toText(AuditAction action)
{
    return QString::fromLatin1(auditAction(action).text);
}

QString toText(AuditSubject subject)
{
    switch (subject) {
    case AuditSubject::Partner:
        return QStringLiteral("partner");
    case AuditSubject::Credential:
        return QStringLiteral("credential");
    case AuditSubject::Grant:
        return QStringLiteral("grant");
    case AuditSubject::Session:
        return QStringLiteral("session");
    case AuditSubject::Operator:
        return QStringLiteral("operator");
    case AuditSubject::Gateway:
        return QStringLiteral("gateway");
    case AuditSubject::History:
        return QStringLiteral("history");
    case AuditSubject::Clock:
        return QStringLiteral("clock");
    case AuditSubject::Calls:
        return QStringLiteral("calls");
    case AuditSubject::Job:
        return QStringLiteral("job");
    case AuditSubject::Api:
        return QStringLiteral("api");
    case AuditSubject::Observation:
        return QStringLiteral("observation");
    case AuditSubject::Networks:
        return QStringLiteral("networks");
    case AuditSubject::Scope:
        return QStringLiteral("scope");
    case AuditSubject::Plan:
        return QStringLiteral("plan");
    }
    std::abort();
}

QString toText(ActorKind kind)
{
    switch (kind) {
    case ActorKind::Operator:
        return {};
    case ActorKind::Client:
        return QStringLiteral("client");
    case ActorKind::Host:
        return QStringLiteral("host");
    case ActorKind::Platform:
        return QStringLiteral("platform");
    }
    std::abort();
}

ActorKind actorKindOf(const QString &actorRole)
{
    for (const ActorKind kind : {ActorKind::Client, ActorKind::Host, ActorKind::Platform})
        if (actorRole == toText(kind))
            return kind;
    return ActorKind::Operator;
}

} // namespace pc
