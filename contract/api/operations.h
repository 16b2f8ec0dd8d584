// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <QStringList>

#include <span>

/// The Admin API as a table: what openapi.yaml describes, the service mounts, checks and guards, the client
/// calls, and a command of the console asks before it is on.
namespace pc {

enum class Op {
    SessionGet,
    SessionRenew,
    SessionEnd,
    OperatorList,
    ChangesGet,
    PartnerList,
    PartnerCreate,
    PartnerGet,
    PartnerEdit,
    PartnerGates,
    PartnerPromote,
    PartnerFreeze,
    PartnerUnfreeze,
    CredentialList,
    CredentialGet,
    CredentialIssue,
    CredentialAck,
    CredentialRotate,
    CredentialGrace,
    CredentialSuspend,
    CredentialResume,
    CredentialProbe,
    CredentialRevoke,
    RevocationGet,
    CredentialUse,
    LegacyKeysGet,
    ImportPartners,
    ImportKeys,
    ImportPlans,
    ImportClientIds,
    ScopeList,
    ScopeGet,
    ScopeFigures,
    ScopeHolders,
    ScopeEffect,
    ScopeEdit,
    ScopeRemove,
    RouteList,
    PlanList,
    PlanGet,
    PlanEffect,
    PlanCreate,
    PlanEdit,
    PlanRemove,
    ApiList,
    ApiCreate,
    ApiGet,
    ApiEdit,
    ApiRemove,
    RevisionList,
    RevisionPropose,
    RevisionGet,
    RevisionChanges,
    RevisionRule,
    RevisionApply,
    ObservationList,
    ObservationBegin,
    ObservationReport,
    ObservationEnd,
    ObservationExtend,
    VersionList,
    VersionCreate,
    VersionEdit,
    VersionEnd,
    VersionRemove,
    VersionUse,
    GrantGet,
    GrantEdit,
    ScopeUseGet,
    NetworksGet,
    NetworksEdit,
    NetworkSources,
    UsageSeries,
    QuotaGet,
    CallList,
    CallGet,
    CallHistogram,
    CallFacetGet,
    CallStream,
    CallExplain,
    GatewayLineList,
    AuditList,
    AuditGet,
    AuditHistogram,
    AuditRefusals,
    AuditEvidence,
    AuditStream,
    CheckpointGet,
    CheckpointMake,
    InclusionProofGet,
    ConsistencyProofGet,
    JobList,
    JobGet,
    JobStart,
    JobCancel,
    JobResume,
    PackGet,
    RevisionRemove,
};

/// A set of roles, one bit each.
using Roles = unsigned;
[[nodiscard]] constexpr Roles bit(Role role)
{
    return 1u << static_cast<unsigned>(role);
}

/// Whether an act carries a reason, which goes into its audit event.
enum class Reason {
    None,   ///< its body has none
    ByCase, ///< it has one; when it must be given: contract/rules/required_reason.h
    Required
};

/// Whose state an act is refused by (contract/rules/act_refusal.h), beside what its body says.
enum class JudgedBy {
    Nothing, ///< by none, or by what only its handler knows
    Partner,
    Credential,
    CredentialAndHolder ///< the partner that holds it, too
};

/// One row of the table. Schemas are those of openapi.yaml, and of the tables in contract/rules.
struct Operation
{
    Op op;
    const char *id;     ///< operationId and permission name, e.g. "credential.issue"
    const char *method; ///< upper case
    const char *path;   ///< template below /admin/v1, e.g. "/partners/{partner_id}/credentials"
    bool write;         ///< needs an Idempotency-Key
    bool ifMatch;       ///< needs If-Match
    Roles roles;        ///< that may carry it out
    const char *query;  ///< names of its query parameters, a space between; see queryNames()
    const char *body;   ///< schema of the request's body; nullptr: none
    const char *answer; ///< schema of the answer's body, or of each line of a stream; nullptr: none
    /// KiB of a body that are read; a larger one is 413. What it may hold is bounded by its fields.
    int bodyLimit = usualBody;
    static constexpr int usualBody = 64;
    /// The body is a file as it is, of any type; `body` is null then.
    bool rawBody = false;
    Reason reason = Reason::None;
    JudgedBy judgedBy = JudgedBy::Nothing;
};

[[nodiscard]] std::span<const Operation> operations();
[[nodiscard]] const Operation &operation(Op op);
/// The query parameters that an operation takes.
[[nodiscard]] QStringList queryNames(const Operation &operation);

/// A query parameter that is a whole number within bounds; the same in every operation that takes it. (A
/// number whose bounds depend on what there is, such as the size of the log, has no row.)
struct NumberParameter
{
    const char *name;
    qint64 least;
    qint64 most;
    qint64 preset; ///< when it is left out; below `least`: then nothing is asked for by it
};
[[nodiscard]] std::span<const NumberParameter> numberParameters();
/// Aborts when there is none: the names are ours.
[[nodiscard]] const NumberParameter &numberParameter(const char *name);

} // namespace pc
