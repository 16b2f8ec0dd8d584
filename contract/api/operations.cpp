// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/api/operations.h"

#include <algorithm>
#include <array>

namespace pc {

namespace {

// op, id, method, path, write, if-match
constexpr std::array table{
    Operation{Op::SessionGet, "session.get", "GET", "/session", false, false},
    Operation{Op::SessionRenew, "session.renew", "POST", "/session/renew", false, false},
    Operation{Op::SessionEnd, "session.end", "DELETE", "/session", false, false},
    Operation{Op::OperatorList, "operator.list", "GET", "/operators", false, false},
    Operation{Op::ChangesGet, "changes.get", "GET", "/changes", false, false},
    Operation{Op::PartnerList, "partner.list", "GET", "/partners", false, false},
    Operation{Op::PartnerCreate, "partner.create", "POST", "/partners", true, false},
    Operation{Op::PartnerGet, "partner.get", "GET", "/partners/{partner_id}", false, false},
    Operation{Op::PartnerEdit, "partner.edit", "PUT", "/partners/{partner_id}", true, true},
    Operation{Op::PartnerGates, "partner.gates", "GET", "/partners/{partner_id}/gates", false, false},
    Operation{Op::PartnerPromote, "partner.promote", "POST", "/partners/{partner_id}/promote", true, true},
    Operation{Op::PartnerFreeze, "partner.freeze", "POST", "/partners/{partner_id}/freeze", true, false},
    Operation{Op::PartnerUnfreeze, "partner.unfreeze", "POST", "/partners/{partner_id}/unfreeze", true, true},
    Operation{Op::CredentialList, "credential.list", "GET", "/credentials", false, false},
    Operation{Op::CredentialGet, "credential.get", "GET", "/credentials/{credential_id}", false, false},
    Operation{Op::CredentialIssue, "credential.issue", "POST", "/partners/{partner_id}/credentials", true,
              false},
    Operation{Op::CredentialAck, "credential.ack", "POST",
              "/credentials/{credential_id}/generations/{generation}/ack", true, false},
    Operation{Op::CredentialRotate, "credential.rotate", "POST", "/credentials/{credential_id}/rotate", true,
              true},
    Operation{Op::CredentialGrace, "credential.grace", "POST", "/credentials/{credential_id}/grace", true,
              true},
    Operation{Op::CredentialSuspend, "credential.suspend", "POST", "/credentials/{credential_id}/suspend",
              true, false},
    Operation{Op::CredentialResume, "credential.resume", "POST", "/credentials/{credential_id}/resume", true,
              true},
    Operation{Op::CredentialProbe, "credential.probe", "POST", "/credentials/{credential_id}/probe", false,
              false},
    // Cutting access never waits for a fresh read: freeze, suspend and revoke take no If-Match.
    Operation{Op::CredentialRevoke, "credential.revoke", "POST", "/credentials/{credential_id}/revoke", true,
              false},
    Operation{Op::RevocationGet, "credential.revocation", "GET", "/credentials/{credential_id}/revocation",
              false, false},
    Operation{Op::CredentialUse, "credential.use", "GET", "/credentials/{credential_id}/use", false, false},
    Operation{Op::ScopeList, "scope.list", "GET", "/scopes", false, false},
    Operation{Op::RouteList, "route.list", "GET", "/routes", false, false},
    Operation{Op::PlanList, "plan.list", "GET", "/plans", false, false},
    Operation{Op::GrantGet, "grant.get", "GET", "/partners/{partner_id}/grant", false, false},
    Operation{Op::GrantEdit, "grant.edit", "PUT", "/partners/{partner_id}/grant", true, true},
    Operation{Op::ScopeUseGet, "grant.scope_use", "GET", "/partners/{partner_id}/scope-use", false, false},
    Operation{Op::UsageSeries, "usage.series", "GET", "/partners/{partner_id}/usage", false, false},
    Operation{Op::QuotaGet, "usage.quota", "GET", "/partners/{partner_id}/quota", false, false},
    Operation{Op::CallList, "call.list", "GET", "/calls", false, false},
    Operation{Op::CallGet, "call.get", "GET", "/calls/{call_id}", false, false},
    Operation{Op::AuditList, "audit.list", "GET", "/audit/events", false, false},
    Operation{Op::AuditGet, "audit.get", "GET", "/audit/events/{event_id}", false, false},
    Operation{Op::AuditStream, "audit.stream", "GET", "/audit/stream", false, false},
    Operation{Op::CheckpointGet, "audit.checkpoint", "GET", "/audit/checkpoint", false, false},
    Operation{Op::CheckpointMake, "audit.checkpoint_make", "POST", "/audit/checkpoint", true, false},
    Operation{Op::InclusionProofGet, "audit.inclusion", "GET", "/audit/proofs/inclusion", false, false},
    Operation{Op::ConsistencyProofGet, "audit.consistency", "GET", "/audit/proofs/consistency", false, false},
};

} // namespace

std::span<const Operation> operations()
{
    return table;
}

const Operation &operation(Op op)
{
    return *std::find_if(table.begin(), table.end(), [op](const Operation &entry) { return entry.op == op; });
}

} // namespace pc
