// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <QList>
#include <QString>

#include <span>

/// The Admin API as a table: what openapi.yaml describes, the service mounts, the client calls and the role
/// matrix (roles.h) guards.
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
    ScopeList,
    RouteList,
    PlanList,
    GrantGet,
    GrantEdit,
    ScopeUseGet,
    UsageSeries,
    QuotaGet,
    CallList,
    CallGet,
    AuditList,
    AuditGet,
    AuditStream,
    CheckpointGet,
    CheckpointMake,
    InclusionProofGet,
    ConsistencyProofGet,
};

struct Operation
{
    Op op;
    const char *id;     ///< operationId and permission name, e.g. "credential.issue"
    const char *method; ///< upper case
    const char *path;   ///< template below /admin/v1, e.g. "/partners/{partner_id}/credentials"
    bool write;         ///< needs an Idempotency-Key
    bool ifMatch;       ///< needs If-Match
};

[[nodiscard]] std::span<const Operation> operations();
[[nodiscard]] const Operation &operation(Op op);

} // namespace pc
