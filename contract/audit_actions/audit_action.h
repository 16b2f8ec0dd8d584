// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

/// What an audit event can be about: one table, by which the service writes, the console words, and a test
/// finds what nobody writes or nobody words. An event of a newer service may name an action that is not here;
/// it keeps its text (contract/types/audit.h).
namespace pc {

enum class AuditAction {
    Unknown,
    PartnerCreate,
    PartnerEdit,
    PartnerPromote,
    PartnerFreeze,
    PartnerUnfreeze,
    CredentialIssue,
    CredentialAck,
    CredentialRotate,
    CredentialGrace,
    GenerationGraceEnded,
    CredentialSuspend,
    CredentialResume,
    CredentialRevoke,
    CredentialExpired,
    GenerationVoid,
    GrantEdit,
    CredentialRevokeProbed,
    RevocationTakenBack,
    SessionBegin,
    SessionEnd,
    TokenRevoke,
    CredentialLeakSeen,
    HistoryAnchor,
    HistoryAccept,
    ClockStep,
    CallsSealed,
    GatewayAdd,
    GatewayRemove,
    OperatorAdd,
    OperatorEdit,
    OperatorDisable,
    JobStart,
    JobCancel,
    JobResume,
    JobFinish,
    ApiCreate,
    ApiEdit,
    ApiRemove,
    CataloguePropose,
    CatalogueApply,
    ObservationBegin,
    ObservationEnd,
    NetworksEdit,
    CredentialImport,
    CredentialRehash,
    ObservationExtend,
    VersionCreate,
    VersionEdit,
    VersionEnd,
    VersionRemove,
    ScopeEdit,
    ScopeRemove,
    PlanCreate,
    PlanEdit,
    PlanRemove,
    CatalogueWithdraw,
};

/// What an action is done to.
enum class AuditSubject {
    Partner,
    Credential,
    Grant,
    Session,
    Operator,
    Gateway,
    History,
    Clock,
    Calls,
    Job,
    Api,
    Observation,
    Networks,
    Scope,
    Plan
};

/// How much a reader has to notice it. The one source of how an action is marked: colour is for the
/// exception, so nearly all are ordinary, also those that can be undone at once or that concern no partner's
/// access.
enum class Impact {
    Ordinary,
    Gives, ///< a partner may do much more from now on
    Takes, ///< a whole partner is shut out, or a credential for good, or all of them from a part of an API
};

/// Who did it. An operator's events carry the role that allowed the act instead.
enum class ActorKind {
    Operator,
    Client,  ///< of a partner, by itself: RFC 7009
    Host,    ///< whoever may open the service's data directory or its socket
    Platform ///< the service, because it was time
};

struct AuditActionRow
{
    AuditAction action;
    const char *text; ///< as the event has it: "credential.issue"
    AuditSubject subject;
    const char *sentence; ///< English, source text of the translation context "pc::models::Audit"
    Impact impact;
};

/// Every action but Unknown, in the order of the enumeration.
[[nodiscard]] std::span<const AuditActionRow> auditActions();
/// Aborts for Unknown.
[[nodiscard]] const AuditActionRow &auditAction(AuditAction action);
/// Unknown for a text that this build does not know.
[[nodiscard]] AuditAction auditActionOf(const QString &text);

[[nodiscard]] QString toText(AuditAction action);
[[nodiscard]] QString toText(AuditSubject subject);
/// "client", "host", "platform"; empty for an operator.
[[nodiscard]] QString toText(ActorKind kind);
/// By the role that an event names.
[[nodiscard]] ActorKind actorKindOf(const QString &actorRole);

} // namespace pc
