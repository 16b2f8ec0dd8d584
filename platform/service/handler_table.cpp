// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/handlers.h"

#include <cstdlib>

namespace pc::platform::handlers {

/// One line per operation; a missing one does not compile (-Wswitch under -Werror).
Any handlerOf(Op op)
{
    switch (op) {
    case Op::SessionGet:
        return OwnHandler(sessionGet);
    case Op::SessionRenew:
        return OwnHandler(sessionRenew);
    case Op::SessionEnd:
        return OwnHandler(sessionEnd);
    case Op::OperatorList:
        return ReadHandler(operatorList);
    case Op::ChangesGet:
        return OwnHandler(changesGet);
    case Op::PartnerList:
        return ReadHandler(partnerList);
    case Op::PartnerCreate:
        return WriteHandler(partnerCreate);
    case Op::PartnerGet:
        return ReadHandler(partnerGet);
    case Op::PartnerEdit:
        return NarrowingHandler{partnerEdit, partnerEditNarrowing};
    case Op::PartnerGates:
        return ReadHandler(partnerGates);
    case Op::PartnerPromote:
        return WriteHandler(partnerPromote);
    case Op::PartnerFreeze:
        return OwnHandler(partnerFreeze);
    case Op::PartnerUnfreeze:
        return ReopeningHandler{partnerUnfreeze, Reopenings::What::Partner, "partner_id"};
    case Op::CredentialList:
        return ReadHandler(credentialList);
    case Op::CredentialGet:
        return ReadHandler(credentialGet);
    case Op::CredentialIssue:
        return WriteHandler(credentialIssue);
    case Op::CredentialAck:
        return OwnHandler(credentialAck);
    case Op::CredentialRotate:
        return NarrowingHandler{credentialRotate, rotationNarrowing};
    case Op::CredentialGrace:
        return OwnHandler(credentialGrace);
    case Op::CredentialSuspend:
        return OwnHandler(credentialSuspend);
    case Op::CredentialResume:
        return ReopeningHandler{credentialResume, Reopenings::What::Credential, "credential_id"};
    case Op::CredentialProbe:
        return OwnHandler(credentialProbe);
    case Op::RevocationGet:
        return ReadHandler(revocationGet);
    case Op::CredentialRevoke:
        return OwnHandler(credentialRevoke);
    case Op::CredentialUse:
        return ReadHandler(credentialUse);
    case Op::ScopeList:
        return ReadHandler(scopeList);
    case Op::RouteList:
        return ReadHandler(routeList);
    case Op::PlanList:
        return ReadHandler(planList);
    case Op::GrantGet:
        return ReadHandler(grantGet);
    case Op::GrantEdit:
        return NarrowingHandler{grantEdit, grantEditNarrowing};
    case Op::ScopeUseGet:
        return ReadHandler(scopeUseGet);
    case Op::UsageSeries:
        return ReadHandler(usageSeries);
    case Op::QuotaGet:
        return ReadHandler(quotaGet);
    case Op::CallList:
        return ReadHandler(callList);
    case Op::CallGet:
        return ReadHandler(callGet);
    case Op::AuditList:
        return ReadHandler(auditList);
    case Op::AuditGet:
        return ReadHandler(auditGet);
    case Op::AuditStream:
        return OwnHandler(auditStream);
    case Op::CheckpointGet:
        return ReadHandler(checkpointGet);
    case Op::CheckpointMake:
        return WriteHandler(checkpointMake);
    case Op::InclusionProofGet:
        return ReadHandler(inclusionProofGet);
    case Op::ConsistencyProofGet:
        return ReadHandler(consistencyProofGet);
    }
    std::abort();
}

bool mayNarrow(Op op)
{
    switch (op) {
    case Op::PartnerFreeze:
    case Op::CredentialAck:
    case Op::CredentialGrace:
    case Op::CredentialSuspend:
    case Op::CredentialRevoke:
        return true;
    default:
        return std::holds_alternative<NarrowingHandler>(handlerOf(op));
    }
}

} // namespace pc::platform::handlers
