// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/api/operations.h"

#include <QByteArrayView>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace pc {

namespace {

constexpr Roles everyone =
    bit(Role::Viewer) | bit(Role::Support) | bit(Role::PartnerOps) | bit(Role::Security) | bit(Role::Admin);
constexpr Roles callReaders =
    bit(Role::Support) | bit(Role::PartnerOps) | bit(Role::Security) | bit(Role::Admin);
constexpr Roles operators = bit(Role::PartnerOps) | bit(Role::Security) | bit(Role::Admin);
constexpr Roles onboarders = bit(Role::PartnerOps) | bit(Role::Admin);
constexpr Roles auditors = bit(Role::Security) | bit(Role::Admin);

// What calls and audit events are filtered by; the first is the table of contract/rules/call_fields.h.
#define PC_CALL_FILTER                                                                                       \
    "partner_id not_partner_id credential_id not_credential_id generation realm not_realm method "           \
    "not_method route_id not_route_id path outcome not_outcome reason not_reason status not_status source "  \
    "not_source user_agent gateway not_gateway request_id call_id from to "
#define PC_AUDIT_FILTER                                                                                      \
    "q partner_id not_partner_id actor not_actor action not_action target_id not_target_id request_id from " \
    "to "

enum class IfMatch { None, Needed };

constexpr Operation read(Op op, const char *id, const char *path, Roles roles, const char *query,
                         const char *answer)
{
    return {op, id, "GET", path, false, false, roles, query, nullptr, answer};
}

constexpr Operation write(Op op, const char *id, const char *method, const char *path, IfMatch match,
                          Roles roles, const char *body, const char *answer, Reason reason, JudgedBy judgedBy)
{
    Operation row{op, id, method, path, true, match == IfMatch::Needed, roles, "", body, answer};
    row.reason = reason;
    row.judgedBy = judgedBy;
    return row;
}

/// Of a body with long lists.
constexpr Operation withBody(int kib, Operation row)
{
    row.bodyLimit = kib;
    return row;
}

/// Of an object that its query names: what a path cannot have as a part.
constexpr Operation withQuery(const char *query, Operation row)
{
    row.query = query;
    return row;
}

/// What an edit would do: asked with its body, and nothing is changed.
constexpr Operation dryRun(Op op, const char *id, const char *path, const char *query, const char *body,
                           const char *answer)
{
    Operation row{op, id, "POST", path, false, false, everyone, query, body, answer};
    row.reason = Reason::ByCase; // the body is that of the act, whose reason may still be missing
    return row;
}

/// Of a body that is a file.
constexpr Operation withFile(int kib, const char *query, Operation row)
{
    row.bodyLimit = kib;
    row.query = query;
    row.rawBody = true;
    return row;
}

constexpr std::array operationRows{
    read(Op::SessionGet, "session.get", "/session", everyone, "", "Session"),
    Operation{Op::SessionRenew, "session.renew", "POST", "/session/renew", false, false, everyone, "",
              nullptr, "RenewedSession"},
    Operation{Op::SessionEnd, "session.end", "DELETE", "/session", false, false, everyone, "", nullptr,
              nullptr},
    read(Op::OperatorList, "operator.list", "/operators", everyone, "", "OperatorPage"),
    read(Op::ChangesGet, "changes.get", "/changes", everyone, "after wait", "Changes"),
    read(Op::PartnerList, "partner.list", "/partners", everyone,
         "q stage status health owner expiring_within_days sort limit cursor", "PartnerPage"),
    withBody(256, write(Op::PartnerCreate, "partner.create", "POST", "/partners", IfMatch::None, onboarders,
                        "PartnerDraft", "Partner", Reason::None, JudgedBy::Nothing)),
    read(Op::PartnerGet, "partner.get", "/partners/{partner_id}", everyone, "", "Partner"),
    withBody(256, write(Op::PartnerEdit, "partner.edit", "PUT", "/partners/{partner_id}", IfMatch::Needed,
                        onboarders, "PartnerDraft", "Partner", Reason::None, JudgedBy::Nothing)),
    read(Op::PartnerGates, "partner.gates", "/partners/{partner_id}/gates", everyone, "", "StageGates"),
    write(Op::PartnerPromote, "partner.promote", "POST", "/partners/{partner_id}/promote", IfMatch::Needed,
          onboarders, "ActRequest", "Partner", Reason::Required, JudgedBy::Partner),
    // Cutting access never waits for a fresh read: freeze, suspend and revoke take no If-Match.
    write(Op::PartnerFreeze, "partner.freeze", "POST", "/partners/{partner_id}/freeze", IfMatch::None,
          operators, "ActRequest", "Partner", Reason::Required, JudgedBy::Partner),
    write(Op::PartnerUnfreeze, "partner.unfreeze", "POST", "/partners/{partner_id}/unfreeze", IfMatch::Needed,
          operators, "ActRequest", "Partner", Reason::Required, JudgedBy::Partner),
    read(Op::CredentialList, "credential.list", "/credentials", everyone,
         "q last_four partner_id state kind realm expiring_within_days sort limit cursor", "CredentialPage"),
    read(Op::CredentialGet, "credential.get", "/credentials/{credential_id}", everyone, "", "Credential"),
    write(Op::CredentialIssue, "credential.issue", "POST", "/partners/{partner_id}/credentials",
          IfMatch::None, onboarders, "IssueRequest", "SealedIssue", Reason::ByCase, JudgedBy::Partner),
    write(Op::CredentialAck, "credential.ack", "POST",
          "/credentials/{credential_id}/generations/{generation}/ack", IfMatch::None, onboarders,
          "AckRequest", "Credential", Reason::None, JudgedBy::Credential),
    write(Op::CredentialRotate, "credential.rotate", "POST", "/credentials/{credential_id}/rotate",
          IfMatch::Needed, onboarders, "RotateRequest", "SealedIssue", Reason::ByCase,
          JudgedBy::CredentialAndHolder),
    write(Op::CredentialGrace, "credential.grace", "POST", "/credentials/{credential_id}/grace",
          IfMatch::Needed, onboarders, "GraceRequest", "Credential", Reason::ByCase, JudgedBy::Credential),
    write(Op::CredentialSuspend, "credential.suspend", "POST", "/credentials/{credential_id}/suspend",
          IfMatch::None, operators, "ActRequest", "Credential", Reason::Required, JudgedBy::Credential),
    write(Op::CredentialResume, "credential.resume", "POST", "/credentials/{credential_id}/resume",
          IfMatch::Needed, operators, "ActRequest", "Credential", Reason::Required, JudgedBy::Credential),
    Operation{Op::CredentialProbe, "credential.probe", "POST", "/credentials/{credential_id}/probe", false,
              false, operators, "", nullptr, "ProbeReport"},
    write(Op::CredentialRevoke, "credential.revoke", "POST", "/credentials/{credential_id}/revoke",
          IfMatch::None, operators, "ActRequest", "RevocationReceipt", Reason::Required,
          JudgedBy::Credential),
    read(Op::RevocationGet, "credential.revocation", "/credentials/{credential_id}/revocation", everyone, "",
         "RevocationReceipt"),
    // Source addresses and user agents of a partner's systems.
    read(Op::CredentialUse, "credential.use", "/credentials/{credential_id}/use", callReaders, "",
         "CredentialUse"),
    read(Op::LegacyKeysGet, "legacy.keys", "/legacy-keys", everyone, "partner_id limit", "LegacyKeyReport"),
    // The reason stands beside the file, and is needed where the file is applied.
    withFile(2 * 1024, "format apply reason ticket",
             write(Op::ImportPartners, "import.partners", "POST", "/imports/partners", IfMatch::None,
                   onboarders, nullptr, "ImportReport", Reason::None, JudgedBy::Nothing)),
    withFile(2 * 1024, "format apply reason ticket",
             write(Op::ImportKeys, "import.keys", "POST", "/imports/keys", IfMatch::None, onboarders, nullptr,
                   "ImportReport", Reason::None, JudgedBy::Nothing)),
    withFile(2 * 1024, "format apply reason ticket",
             write(Op::ImportPlans, "import.plans", "POST", "/imports/plans", IfMatch::None, onboarders,
                   nullptr, "ImportReport", Reason::None, JudgedBy::Nothing)),
    withFile(2 * 1024, "format apply reason ticket",
             write(Op::ImportClientIds, "import.client_ids", "POST", "/imports/client-ids", IfMatch::None,
                   onboarders, nullptr, "ImportReport", Reason::None, JudgedBy::Nothing)),
    read(Op::ScopeList, "scope.list", "/scopes", everyone, "", "ScopePage"),
    read(Op::ScopeGet, "scope.get", "/scope", everyone, "scope", "Scope"),
    read(Op::ScopeFigures, "scope.figures", "/scope-figures", everyone, "", "ScopeFiguresPage"),
    read(Op::ScopeHolders, "scope.holders", "/scope/holders", everyone, "scope limit cursor",
         "ScopeHolderPage"),
    dryRun(Op::ScopeEffect, "scope.effect", "/scope/effect", "scope", "ScopeDraft", "ScopeEffect"),
    withQuery("scope", write(Op::ScopeEdit, "scope.edit", "PUT", "/scope", IfMatch::Needed, onboarders,
                             "ScopeDraft", "ScopeEffect", Reason::Required, JudgedBy::Nothing)),
    withQuery("scope", write(Op::ScopeRemove, "scope.remove", "POST", "/scope/remove", IfMatch::Needed,
                             onboarders, "ActRequest", "Scope", Reason::Required, JudgedBy::Nothing)),
    read(Op::RouteList, "route.list", "/routes", everyone, "", "RoutePage"),
    read(Op::PlanList, "plan.list", "/plans", everyone, "", "PlanPage"),
    read(Op::PlanGet, "plan.get", "/plans/{plan_id}", everyone, "", "Plan"),
    dryRun(Op::PlanEffect, "plan.effect", "/plans/{plan_id}/effect", "", "PlanDraft", "PlanEffect"),
    write(Op::PlanCreate, "plan.create", "POST", "/plans", IfMatch::None, onboarders, "PlanDraft", "Plan",
          Reason::Required, JudgedBy::Nothing),
    write(Op::PlanEdit, "plan.edit", "PUT", "/plans/{plan_id}", IfMatch::Needed, onboarders, "PlanDraft",
          "Plan", Reason::Required, JudgedBy::Nothing),
    write(Op::PlanRemove, "plan.remove", "POST", "/plans/{plan_id}/remove", IfMatch::Needed, onboarders,
          "ActRequest", "Plan", Reason::Required, JudgedBy::Nothing),
    read(Op::ApiList, "api.list", "/apis", everyone, "", "ApiPage"),
    write(Op::ApiCreate, "api.create", "POST", "/apis", IfMatch::None, onboarders, "ApiDraft", "Api",
          Reason::Required, JudgedBy::Nothing),
    read(Op::ApiGet, "api.get", "/apis/{api_id}", everyone, "", "Api"),
    write(Op::ApiEdit, "api.edit", "PUT", "/apis/{api_id}", IfMatch::Needed, onboarders, "ApiDraft", "Api",
          Reason::Required, JudgedBy::Nothing),
    write(Op::ApiRemove, "api.remove", "POST", "/apis/{api_id}/remove", IfMatch::Needed, onboarders,
          "ActRequest", "Api", Reason::Required, JudgedBy::Nothing),
    read(Op::RevisionList, "revision.list", "/apis/{api_id}/revisions", everyone, "",
         "CatalogueRevisionPage"),
    withFile(64 * 1024, "otherwise prefix named read_and_write",
             write(Op::RevisionPropose, "revision.propose", "POST", "/apis/{api_id}/revisions", IfMatch::None,
                   onboarders, nullptr, "CatalogueRevision", Reason::None, JudgedBy::Nothing)),
    read(Op::RevisionGet, "revision.get", "/apis/{api_id}/revisions/{revision_id}", everyone, "",
         "RevisionReview"),
    read(Op::RevisionChanges, "revision.changes", "/apis/{api_id}/revisions/{revision_id}/changes", everyone,
         "kind limit cursor", "RouteChangePage"),
    write(Op::RevisionRule, "revision.rule", "PUT", "/apis/{api_id}/revisions/{revision_id}/rule",
          IfMatch::None, onboarders, "ScopeRule", "CatalogueRevision", Reason::None, JudgedBy::Nothing),
    withQuery("revision_version",
              write(Op::RevisionApply, "revision.apply", "POST",
                    "/apis/{api_id}/revisions/{revision_id}/apply", IfMatch::Needed, onboarders, "ActRequest",
                    "Api", Reason::Required, JudgedBy::Nothing)),
    read(Op::ObservationList, "observation.list", "/observations", everyone, "", "ObservationPage"),
    // Opens an API to whoever calls it.
    write(Op::ObservationBegin, "observation.begin", "POST", "/observations", IfMatch::None, auditors,
          "ObservationDraft", "Observation", Reason::Required, JudgedBy::Nothing),
    read(Op::ObservationReport, "observation.report", "/observations/{observation_id}/report", callReaders,
         "from to", "ObservationReport"),
    write(Op::ObservationEnd, "observation.end", "POST", "/observations/{observation_id}/end", IfMatch::None,
          operators, "ActRequest", "Observation", Reason::Required, JudgedBy::Nothing),
    write(Op::ObservationExtend, "observation.extend", "POST", "/observations/{observation_id}/extend",
          IfMatch::None, auditors, "ObservationExtension", "Observation", Reason::Required,
          JudgedBy::Nothing),
    read(Op::VersionList, "version.list", "/apis/{api_id}/versions", everyone, "", "ApiVersionPage"),
    write(Op::VersionCreate, "version.create", "POST", "/apis/{api_id}/versions", IfMatch::None, onboarders,
          "ApiVersionDraft", "ApiVersion", Reason::Required, JudgedBy::Nothing),
    write(Op::VersionEdit, "version.edit", "PUT", "/apis/{api_id}/versions/{version_id}", IfMatch::Needed,
          onboarders, "ApiVersionDraft", "ApiVersion", Reason::Required, JudgedBy::Nothing),
    write(Op::VersionEnd, "version.end", "POST", "/apis/{api_id}/versions/{version_id}/end", IfMatch::None,
          operators, "ActRequest", "ApiVersion", Reason::Required, JudgedBy::Nothing),
    write(Op::VersionRemove, "version.remove", "POST", "/apis/{api_id}/versions/{version_id}/remove",
          IfMatch::Needed, onboarders, "ActRequest", "ApiVersion", Reason::Required, JudgedBy::Nothing),
    read(Op::VersionUse, "version.use", "/apis/{api_id}/versions/{version_id}/use", everyone, "",
         "VersionUse"),
    read(Op::GrantGet, "grant.get", "/partners/{partner_id}/grant", everyone, "", "Grant"),
    withBody(1024, write(Op::GrantEdit, "grant.edit", "PUT", "/partners/{partner_id}/grant", IfMatch::Needed,
                         onboarders, "GrantEdit", "Grant", Reason::Required, JudgedBy::Nothing)),
    read(Op::ScopeUseGet, "grant.scope_use", "/partners/{partner_id}/scope-use", everyone, "",
         "ScopeUsePage"),
    read(Op::NetworksGet, "networks.get", "/partners/{partner_id}/networks", everyone, "", "NetworkRules"),
    withBody(1024, write(Op::NetworksEdit, "networks.edit", "PUT", "/partners/{partner_id}/networks",
                         IfMatch::Needed, onboarders, "NetworkRulesEdit", "NetworkRules", Reason::ByCase,
                         JudgedBy::Nothing)),
    read(Op::NetworkSources, "networks.sources", "/partners/{partner_id}/sources", callReaders, "",
         "SourceSeenPage"),
    read(Op::UsageSeries, "usage.series", "/partners/{partner_id}/usage", everyone,
         "from to bucket by credential_id", "UsageSeries"),
    read(Op::QuotaGet, "usage.quota", "/partners/{partner_id}/quota", everyone, "", "QuotaState"),
    read(Op::CallList, "call.list", "/calls", callReaders, PC_CALL_FILTER "at order limit cursor",
         "CallRecordPage"),
    read(Op::CallGet, "call.get", "/calls/{call_id}", callReaders, "", "CallRecord"),
    read(Op::CallHistogram, "call.histogram", "/call-histogram", callReaders, PC_CALL_FILTER "buckets",
         "TimeHistogram"),
    read(Op::CallFacetGet, "call.facet", "/call-facet", callReaders, PC_CALL_FILTER "field limit",
         "CallFacet"),
    read(Op::CallStream, "call.stream", "/call-stream", callReaders, PC_CALL_FILTER "order", "CallRecord"),
    read(Op::CallExplain, "call.explain", "/calls/{call_id}/explanation", callReaders, "", "CallExplanation"),
    read(Op::GatewayLineList, "gateway.lines", "/gateway-lines", callReaders,
         "request_id source gateway from to limit cursor", "GatewayLinePage"),
    read(Op::AuditList, "audit.list", "/audit/events", everyone, PC_AUDIT_FILTER "at order limit cursor",
         "AuditEventPage"),
    read(Op::AuditGet, "audit.get", "/audit/events/{event_id}", everyone, "", "AuditRecord"),
    read(Op::AuditHistogram, "audit.histogram", "/audit/histogram", everyone, PC_AUDIT_FILTER "buckets",
         "TimeHistogram"),
    read(Op::AuditRefusals, "audit.refusals", "/audit/events/{event_id}/refusals", callReaders, "",
         "RefusalsOfEvent"),
    read(Op::AuditEvidence, "audit.evidence", "/audit/evidence", auditors, PC_AUDIT_FILTER "",
         "EvidenceLine"),
    read(Op::AuditStream, "audit.stream", "/audit/stream", auditors, "after", "AuditRecord"),
    read(Op::CheckpointGet, "audit.checkpoint", "/audit/checkpoint", everyone, "", "Checkpoint"),
    write(Op::CheckpointMake, "audit.checkpoint_make", "POST", "/audit/checkpoint", IfMatch::None, auditors,
          nullptr, "Checkpoint", Reason::None, JudgedBy::Nothing),
    read(Op::InclusionProofGet, "audit.inclusion", "/audit/proofs/inclusion", everyone, "index size",
         "InclusionProof"),
    read(Op::ConsistencyProofGet, "audit.consistency", "/audit/proofs/consistency", everyone, "first second",
         "ConsistencyProof"),
    read(Op::JobList, "job.list", "/jobs", everyone, "", "JobPage"),
    read(Op::JobGet, "job.get", "/jobs/{job_id}", everyone, "", "Job"),
    write(Op::JobStart, "job.start", "POST", "/jobs", IfMatch::None, auditors, "JobStart", "Job",
          Reason::None, JudgedBy::Nothing),
    write(Op::JobCancel, "job.cancel", "POST", "/jobs/{job_id}/cancel", IfMatch::None, auditors, nullptr,
          "Job", Reason::None, JudgedBy::Nothing),
    write(Op::JobResume, "job.resume", "POST", "/jobs/{job_id}/resume", IfMatch::None, auditors, nullptr,
          "Job", Reason::None, JudgedBy::Nothing),
    read(Op::PackGet, "partner.pack", "/partners/{partner_id}/pack", everyone, "realm", "PartnerPack"),
    write(Op::RevisionRemove, "revision.remove", "POST", "/apis/{api_id}/revisions/{revision_id}/remove",
          IfMatch::None, onboarders, "ActRequest", "CatalogueRevision", Reason::Required, JudgedBy::Nothing),
};

constexpr std::array numbers{
    NumberParameter{"expiring_within_days", 0, 366, -1},
    NumberParameter{"limit", 1, 1000, 100},
    NumberParameter{"buckets", 1, 300, 300},
    NumberParameter{"wait", 0, 25, 0}, // seconds
    NumberParameter{"revision_version", 1, 1'000'000'000, 0},
};

} // namespace

std::span<const Operation> operations()
{
    return operationRows;
}

const Operation &operation(Op op)
{
    return *std::find_if(operationRows.begin(), operationRows.end(),
                         [op](const Operation &entry) { return entry.op == op; });
}

QStringList queryNames(const Operation &operation)
{
    return QString::fromLatin1(operation.query).split(u' ', Qt::SkipEmptyParts);
}

std::span<const NumberParameter> numberParameters()
{
    return numbers;
}

const NumberParameter &numberParameter(const char *name)
{
    const auto found = std::find_if(numbers.begin(), numbers.end(), [name](const NumberParameter &row) {
        return QByteArrayView(row.name) == name;
    });
    if (found == numbers.end())
        std::abort();
    return *found;
}

} // namespace pc
