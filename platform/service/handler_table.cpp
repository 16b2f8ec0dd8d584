// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/service/handler_table.h"

#include "platform/admin/access/access_handlers.h"
#include "platform/admin/access/network_handlers.h"
#include "platform/admin/audit/audit_handlers.h"
#include "platform/admin/audit/evidence_handler.h"
#include "platform/admin/calls/call_handlers.h"
#include "platform/admin/calls/explain_handlers.h"
#include "platform/admin/calls/gateway_line_handlers.h"
#include "platform/admin/catalogue/api_handlers.h"
#include "platform/admin/catalogue/observation_handlers.h"
#include "platform/admin/catalogue/plan_handlers.h"
#include "platform/admin/catalogue/revision_acts.h"
#include "platform/admin/catalogue/revision_proposals.h"
#include "platform/admin/catalogue/revision_reads.h"
#include "platform/admin/catalogue/scope_handlers.h"
#include "platform/admin/catalogue/version_handlers.h"
#include "platform/admin/credentials/credential_handlers.h"
#include "platform/admin/credentials/grace_handlers.h"
#include "platform/admin/credentials/issue_handlers.h"
#include "platform/admin/imports/import_handlers.h"
#include "platform/admin/jobs/job_handlers.h"
#include "platform/admin/pack/pack_handlers.h"
#include "platform/admin/partners/partner_act_handlers.h"
#include "platform/admin/partners/partner_handlers.h"
#include "platform/admin/revocation/proof_handlers.h"
#include "platform/admin/revocation/revocation_handlers.h"
#include "platform/admin/session/operator_handlers.h"
#include "platform/admin/session/session_handlers.h"
#include "platform/admin/usage/usage_handlers.h"

#include <cstdlib>

namespace pc::platform::handlers {

namespace {

constexpr bool mayNarrow = true; ///< WriteHandler::mayNarrow

} // namespace

/// One line per operation; a missing one does not compile (-Wswitch under -Werror).
OperationHandler handlerOf(Op op)
{
    switch (op) {
    case Op::SessionGet:
        return OwnHandler{sessionGet};
    case Op::SessionRenew:
        return OwnHandler{sessionRenew, OwnHandler::Share::Renewals};
    case Op::SessionEnd:
        return OwnHandler{sessionEnd};
    case Op::OperatorList:
        return ReadHandler(operatorList);
    case Op::ChangesGet:
        return OwnHandler{changesGet, OwnHandler::Share::Feeds};
    case Op::PartnerList:
        return ReadHandler(partnerList);
    case Op::PartnerCreate:
        return WriteHandler{partnerCreate};
    case Op::PartnerGet:
        return ReadHandler(partnerGet);
    case Op::PartnerEdit:
        return WriteHandler{partnerEdit, mayNarrow};
    case Op::PartnerGates:
        return ReadHandler(partnerGates);
    case Op::PartnerPromote:
        return WriteHandler{partnerPromote};
    case Op::PartnerFreeze:
        return WriteHandler{partnerFreeze, mayNarrow};
    case Op::PartnerUnfreeze:
        return WriteHandler{partnerUnfreeze};
    case Op::CredentialList:
        return ReadHandler(credentialList);
    case Op::CredentialGet:
        return ReadHandler(credentialGet);
    case Op::CredentialIssue:
        return WriteHandler{credentialIssue};
    case Op::CredentialAck:
        return WriteHandler{credentialAck, mayNarrow};
    case Op::CredentialRotate:
        return WriteHandler{credentialRotate, mayNarrow};
    case Op::CredentialGrace:
        return WriteHandler{credentialGrace, mayNarrow};
    case Op::CredentialSuspend:
        return WriteHandler{credentialSuspend, mayNarrow};
    case Op::CredentialResume:
        return WriteHandler{credentialResume};
    case Op::CredentialProbe:
        return OwnHandler{credentialProbe};
    case Op::RevocationGet:
        return ReadHandler(revocationGet);
    case Op::CredentialRevoke:
        return WriteHandler{credentialRevoke, mayNarrow};
    case Op::CredentialUse:
        return ReadHandler(credentialUse);
    case Op::LegacyKeysGet:
        return ReadHandler(legacyKeysGet);
    case Op::ImportPartners:
        return WriteHandler{importPartners};
    case Op::ImportKeys:
        return WriteHandler{importKeys};
    case Op::ImportPlans:
        return WriteHandler{importPlans};
    case Op::ImportClientIds:
        return WriteHandler{importClientIds};
    case Op::ScopeList:
        return ReadHandler(scopeList);
    case Op::ScopeGet:
        return ReadHandler(scopeGet);
    case Op::ScopeFigures:
        return ReadHandler(scopeFiguresList);
    case Op::ScopeHolders:
        return ReadHandler(scopeHoldersList);
    case Op::ScopeEffect:
        return ReadHandler(scopeEffectOf);
    case Op::ScopeEdit:
        return WriteHandler{scopeEdit};
    case Op::ScopeRemove:
        return WriteHandler{scopeRemove};
    case Op::RouteList:
        return ReadHandler(routeList);
    case Op::PlanList:
        return ReadHandler(planList);
    case Op::PlanGet:
        return ReadHandler(planGet);
    case Op::PlanEffect:
        return ReadHandler(planEffectOf);
    case Op::PlanCreate:
        return WriteHandler{planCreate};
    case Op::PlanEdit:
        return WriteHandler{planEdit};
    case Op::PlanRemove:
        return WriteHandler{planRemove};
    case Op::ApiList:
        return ReadHandler(apiList);
    case Op::ApiCreate:
        return WriteHandler{apiCreate};
    case Op::ApiGet:
        return ReadHandler(apiGet);
    case Op::ApiEdit:
        return WriteHandler{apiEdit};
    case Op::ApiRemove:
        return WriteHandler{apiRemove};
    case Op::RevisionList:
        return ReadHandler(revisionList);
    case Op::RevisionPropose:
        return WriteHandler{revisionPropose};
    case Op::RevisionGet:
        return ReadHandler(revisionGet);
    case Op::RevisionChanges:
        return ReadHandler(revisionChanges);
    case Op::RevisionRule:
        return WriteHandler{revisionRule};
    case Op::RevisionApply:
        return WriteHandler{revisionApply};
    case Op::ObservationList:
        return ReadHandler(observationList);
    case Op::ObservationBegin:
        return WriteHandler{observationBegin};
    case Op::ObservationReport:
        return ReadHandler(observationReport);
    case Op::ObservationEnd:
        return WriteHandler{observationEnd};
    case Op::ObservationExtend:
        return WriteHandler{observationExtend};
    case Op::VersionList:
        return ReadHandler(versionList);
    case Op::VersionCreate:
        return WriteHandler{versionCreate};
    case Op::VersionEdit:
        return WriteHandler{versionEdit};
    case Op::VersionEnd:
        return WriteHandler{versionEnd};
    case Op::VersionRemove:
        return WriteHandler{versionRemove};
    case Op::VersionUse:
        return ReadHandler(versionUse);
    case Op::GrantGet:
        return ReadHandler(grantGet);
    case Op::GrantEdit:
        return WriteHandler{grantEdit, mayNarrow};
    case Op::ScopeUseGet:
        return ReadHandler(scopeUseGet);
    case Op::NetworksGet:
        return ReadHandler(networksGet);
    case Op::NetworksEdit:
        return WriteHandler{networksEdit, mayNarrow};
    case Op::NetworkSources:
        return ReadHandler(networkSources);
    case Op::UsageSeries:
        return ReadHandler(usageSeries);
    case Op::QuotaGet:
        return ReadHandler(quotaGet);
    case Op::CallList:
        return ReadHandler(callList);
    case Op::CallGet:
        return ReadHandler(callGet);
    case Op::CallExplain:
        return ReadHandler(callExplain);
    case Op::AuditRefusals:
        return ReadHandler(auditRefusals);
    case Op::GatewayLineList:
        return ReadHandler(gatewayLineList);
    case Op::CallHistogram:
        return ReadHandler(callHistogram);
    case Op::CallFacetGet:
        return ReadHandler(callFacet);
    case Op::CallStream:
        return OwnHandler{callStream, OwnHandler::Share::Streams};
    case Op::AuditList:
        return ReadHandler(auditList);
    case Op::AuditHistogram:
        return ReadHandler(auditHistogram);
    case Op::AuditEvidence:
        return OwnHandler{auditEvidence, OwnHandler::Share::Streams};
    case Op::AuditGet:
        return ReadHandler(auditGet);
    case Op::AuditStream:
        return OwnHandler{auditStream, OwnHandler::Share::Streams};
    case Op::CheckpointGet:
        return ReadHandler(checkpointGet);
    case Op::CheckpointMake:
        return WriteHandler{checkpointMake};
    case Op::InclusionProofGet:
        return ReadHandler(inclusionProofGet);
    case Op::ConsistencyProofGet:
        return ReadHandler(consistencyProofGet);
    case Op::JobList:
        return ReadHandler(jobList);
    case Op::JobGet:
        return ReadHandler(jobGet);
    case Op::JobStart:
        return WriteHandler{jobStart};
    case Op::JobCancel:
        return WriteHandler{jobCancel};
    case Op::JobResume:
        return WriteHandler{jobResume};
    case Op::PackGet:
        return ReadHandler(packGet);
    case Op::RevisionRemove:
        return WriteHandler{revisionRemove};
    }
    std::abort();
}

QSet<QString> narrowingOperations()
{
    QSet<QString> names;
    for (const Operation &each : operations()) {
        const OperationHandler handler = handlerOf(each.op);
        const auto *write = std::get_if<WriteHandler>(&handler);
        if (write != nullptr && write->mayNarrow)
            names.insert(QString::fromLatin1(each.id));
    }
    return names;
}

} // namespace pc::platform::handlers
