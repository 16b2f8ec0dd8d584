// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/types/enums.h"

#include <QLatin1StringView>

#include <algorithm>
#include <iterator>

namespace pc {

namespace {

template <typename E>
struct Text
{
    E value;
    const char *text;
};

template <typename E, std::size_t N>
QString textOf(const Text<E> (&table)[N], E value)
{
    const auto *found = std::find_if(std::begin(table), std::end(table),
                                     [value](const Text<E> &entry) { return entry.value == value; });
    return found == std::end(table) ? QStringLiteral("unknown") : QString::fromLatin1(found->text);
}

template <typename E, std::size_t N>
E valueOf(const Text<E> (&table)[N], const QString &text)
{
    const auto *found = std::find_if(std::begin(table), std::end(table), [&text](const Text<E> &entry) {
        return text == QLatin1StringView(entry.text);
    });
    return found == std::end(table) ? E::Unknown : found->value;
}

constexpr Text<Realm> realms[]{{Realm::Sandbox, "sbx"}, {Realm::Production, "prd"}};
constexpr Text<Stage> stages[]{
    {Stage::Sandbox, "sandbox"}, {Stage::Limited, "limited"}, {Stage::Production, "production"}};
constexpr Text<PartnerStatus> partnerStatuses[]{{PartnerStatus::Active, "active"},
                                                {PartnerStatus::Frozen, "frozen"},
                                                {PartnerStatus::Offboarded, "offboarded"}};
constexpr Text<Health> healths[]{{Health::Healthy, "healthy"},
                                 {Health::NoTraffic, "no_traffic"},
                                 {Health::Throttled, "throttled"},
                                 {Health::Errors, "errors"}};
constexpr Text<ContactKind> contactKinds[]{{ContactKind::Business, "business"},
                                           {ContactKind::Technical, "technical"},
                                           {ContactKind::Security, "security"},
                                           {ContactKind::DataProtection, "data_protection"}};
constexpr Text<LawfulBasis> lawfulBases[]{{LawfulBasis::Consent, "consent"},
                                          {LawfulBasis::Contract, "contract"},
                                          {LawfulBasis::LegalObligation, "legal_obligation"},
                                          {LawfulBasis::VitalInterests, "vital_interests"},
                                          {LawfulBasis::PublicTask, "public_task"},
                                          {LawfulBasis::LegitimateInterests, "legitimate_interests"}};
constexpr Text<GateKind> gateKindTexts[]{{GateKind::Status, "status"},
                                         {GateKind::Agreement, "agreement"},
                                         {GateKind::TechnicalContact, "technical_contact"},
                                         {GateKind::SecurityContact, "security_contact"},
                                         {GateKind::DataProtectionContact, "data_protection_contact"},
                                         {GateKind::LawfulBasis, "lawful_basis"},
                                         {GateKind::SandboxCredential, "sandbox_credential"},
                                         {GateKind::ProductionCredential, "production_credential"},
                                         {GateKind::SandboxTraffic, "sandbox_traffic"},
                                         {GateKind::LimitedTraffic, "limited_traffic"},
                                         {GateKind::LimitedDays, "limited_days"},
                                         {GateKind::Networks, "networks"}};
constexpr Text<GateFault> gateFaults[]{{GateFault::NotActive, "not_active"},
                                       {GateFault::AgreementMissing, "agreement_missing"},
                                       {GateFault::AgreementIncomplete, "agreement_incomplete"},
                                       {GateFault::SignedLater, "signed_later"},
                                       {GateFault::AgreementEnded, "agreement_ended"},
                                       {GateFault::NotVerified, "not_verified"},
                                       {GateFault::NoScope, "no_scope"},
                                       {GateFault::ScopeUnknown, "scope_unknown"},
                                       {GateFault::ScopeNotCovered, "scope_not_covered"},
                                       {GateFault::CategoryNotCovered, "category_not_covered"},
                                       {GateFault::NoActiveCredential, "no_active_credential"},
                                       {GateFault::TooFewCalls, "too_few_calls"},
                                       {GateFault::TooFewDays, "too_few_days"},
                                       {GateFault::NoNetworks, "no_networks"}};
constexpr Text<CredentialKind> credentialKinds[]{{CredentialKind::ClientSecret, "client_secret"},
                                                 {CredentialKind::ApiKey, "api_key"},
                                                 {CredentialKind::LegacyKey, "legacy_key"},
                                                 {CredentialKind::LegacyClientId, "legacy_client_id"}};
constexpr Text<KeyScheme> keySchemes[]{
    {KeyScheme::Sha256, "sha256"}, {KeyScheme::HmacSha256, "hmac_sha256"}, {KeyScheme::Bcrypt, "bcrypt"}};
constexpr Text<ImportOutcome> importOutcomes[]{{ImportOutcome::Create, "create"},
                                               {ImportOutcome::Update, "update"},
                                               {ImportOutcome::Unchanged, "unchanged"},
                                               {ImportOutcome::Refused, "refused"}};
constexpr Text<CredentialState> credentialStates[]{
    {CredentialState::Pending, "pending"},   {CredentialState::Active, "active"},
    {CredentialState::Rotating, "rotating"}, {CredentialState::Suspended, "suspended"},
    {CredentialState::Expired, "expired"},   {CredentialState::Void, "void"},
    {CredentialState::Revoked, "revoked"}};
constexpr Text<GenerationState> generationStates[]{
    {GenerationState::Pending, "pending"}, {GenerationState::Active, "active"},
    {GenerationState::Grace, "grace"},     {GenerationState::Suspended, "suspended"},
    {GenerationState::Ended, "ended"},     {GenerationState::Void, "void"},
    {GenerationState::Revoked, "revoked"}};
constexpr Text<Role> roleTexts[]{{Role::Viewer, "viewer"},
                                 {Role::Support, "support"},
                                 {Role::PartnerOps, "partner_ops"},
                                 {Role::Security, "security"},
                                 {Role::Admin, "admin"}};
constexpr Text<Outcome> outcomes[]{{Outcome::Served, "served"},
                                   {Outcome::Refused, "refused"},
                                   {Outcome::Throttled, "throttled"},
                                   {Outcome::ClientError, "client_error"},
                                   {Outcome::ServerError, "server_error"},
                                   {Outcome::Observed, "observed"}};
constexpr Text<DecisionReason> reasons[]{{DecisionReason::Allowed, "allowed"},
                                         {DecisionReason::MissingCredential, "missing_credential"},
                                         {DecisionReason::MultipleCredentials, "multiple_credentials"},
                                         {DecisionReason::MalformedCredential, "malformed_credential"},
                                         {DecisionReason::UnknownCredential, "unknown_credential"},
                                         {DecisionReason::CredentialPending, "credential_pending"},
                                         {DecisionReason::CredentialSuspended, "credential_suspended"},
                                         {DecisionReason::CredentialExpired, "credential_expired"},
                                         {DecisionReason::CredentialRevoked, "credential_revoked"},
                                         {DecisionReason::TokenExpired, "token_expired"},
                                         {DecisionReason::TokenRevoked, "token_revoked"},
                                         {DecisionReason::TokenInvalid, "token_invalid"},
                                         {DecisionReason::WrongRealm, "wrong_realm"},
                                         {DecisionReason::PartnerFrozen, "partner_frozen"},
                                         {DecisionReason::PartnerOffboarded, "partner_offboarded"},
                                         {DecisionReason::StageNotAllowed, "stage_not_allowed"},
                                         {DecisionReason::UnknownRoute, "unknown_route"},
                                         {DecisionReason::MissingScope, "missing_scope"},
                                         {DecisionReason::ResourceNotGranted, "resource_not_granted"},
                                         {DecisionReason::RateLimited, "rate_limited"},
                                         {DecisionReason::QuotaExceeded, "quota_exceeded"},
                                         {DecisionReason::GatewayUntrusted, "gateway_untrusted"},
                                         {DecisionReason::HistoryNotAccepted, "history_not_accepted"},
                                         {DecisionReason::BadRequest, "bad_request"},
                                         {DecisionReason::HeaderTooLarge, "header_too_large"},
                                         {DecisionReason::WrongAudience, "wrong_audience"},
                                         {DecisionReason::NetworkNotAllowed, "network_not_allowed"},
                                         {DecisionReason::KeyCheckBusy, "key_check_busy"},
                                         {DecisionReason::LengthRequired, "length_required"},
                                         {DecisionReason::BodyTooLarge, "body_too_large"},
                                         {DecisionReason::ContentTypeNotAllowed, "content_type_not_allowed"},
                                         {DecisionReason::VersionEnded, "version_ended"}};
constexpr Text<Bucket> buckets[]{{Bucket::Minute, "minute"}, {Bucket::Hour, "hour"}, {Bucket::Day, "day"}};
constexpr Text<Widened> widenings[]{{Widened::NotKept, "not_kept"}, {Widened::TooMany, "too_many"}};
constexpr Text<Breakdown> breakdowns[]{{Breakdown::Outcome, "outcome"},
                                       {Breakdown::Route, "route"},
                                       {Breakdown::Credential, "credential"},
                                       {Breakdown::Generation, "generation"},
                                       {Breakdown::Source, "source"}};
constexpr Text<ProofOutcome> proofOutcomes[]{{ProofOutcome::Running, "running"},
                                             {ProofOutcome::Proven, "proven"},
                                             {ProofOutcome::NotProven, "not_proven"},
                                             {ProofOutcome::NotAsked, "not_asked"}};
constexpr Text<CallField> callFields[]{{CallField::Partner, "partner"},
                                       {CallField::Credential, "credential"},
                                       {CallField::Generation, "generation"},
                                       {CallField::Realm, "realm"},
                                       {CallField::Method, "method"},
                                       {CallField::Route, "route"},
                                       {CallField::Path, "path"},
                                       {CallField::Outcome, "outcome"},
                                       {CallField::Reason, "reason"},
                                       {CallField::Status, "status"},
                                       {CallField::Source, "source"},
                                       {CallField::UserAgent, "user_agent"},
                                       {CallField::Gateway, "gateway"},
                                       {CallField::Request, "request"},
                                       {CallField::Decision, "decision"}};
constexpr Text<EvidenceProof> evidenceProofs[]{{EvidenceProof::Range, "range"},
                                               {EvidenceProof::Events, "events"}};
constexpr Text<RowOrder> rowOrders[]{{RowOrder::NewestFirst, "newest_first"},
                                     {RowOrder::OldestFirst, "oldest_first"}};
constexpr Text<DecisionCheck> decisionChecks[]{
    {DecisionCheck::Gateway, "gateway"},   {DecisionCheck::History, "history"},
    {DecisionCheck::Request, "request"},   {DecisionCheck::Credential, "credential"},
    {DecisionCheck::Realm, "realm"},       {DecisionCheck::Partner, "partner"},
    {DecisionCheck::Network, "network"},   {DecisionCheck::Route, "route"},
    {DecisionCheck::Audience, "audience"}, {DecisionCheck::Scope, "scope"},
    {DecisionCheck::Resource, "resource"}, {DecisionCheck::Body, "body"},
    {DecisionCheck::Limits, "limits"}};
constexpr Text<CheckResult> checkResults[]{{CheckResult::Passed, "passed"},
                                           {CheckResult::Failed, "failed"},
                                           {CheckResult::NotReached, "not_reached"},
                                           {CheckResult::NotRecorded, "not_recorded"}};
constexpr Text<RemedyKind> remedyKinds[]{{RemedyKind::GrantScope, "grant_scope"},
                                         {RemedyKind::CredentialScope, "credential_scope"},
                                         {RemedyKind::AskForScope, "ask_for_scope"},
                                         {RemedyKind::AllowNetwork, "allow_network"},
                                         {RemedyKind::GrantResource, "grant_resource"},
                                         {RemedyKind::RaiseLimit, "raise_limit"},
                                         {RemedyKind::WaitForLimit, "wait_for_limit"},
                                         {RemedyKind::Resume, "resume"},
                                         {RemedyKind::Rotate, "rotate"},
                                         {RemedyKind::UseNewerSecret, "use_newer_secret"},
                                         {RemedyKind::Issue, "issue"},
                                         {RemedyKind::Acknowledge, "acknowledge"},
                                         {RemedyKind::Unfreeze, "unfreeze"},
                                         {RemedyKind::Promote, "promote"},
                                         {RemedyKind::AddRoute, "add_route"},
                                         {RemedyKind::UseOtherRoute, "use_other_route"},
                                         {RemedyKind::UseOtherRealm, "use_other_realm"},
                                         {RemedyKind::NewToken, "new_token"},
                                         {RemedyKind::SendOneCredential, "send_one_credential"},
                                         {RemedyKind::SendCredential, "send_credential"},
                                         {RemedyKind::FixRequest, "fix_request"},
                                         {RemedyKind::RegisterGateway, "register_gateway"},
                                         {RemedyKind::AcceptHistory, "accept_history"},
                                         {RemedyKind::WidenBody, "widen_body"}};
constexpr Text<ObservationKind> observationKinds[]{{ObservationKind::Api, "api"},
                                                   {ObservationKind::Gateway, "gateway"},
                                                   {ObservationKind::Routes, "routes"},
                                                   {ObservationKind::Partner, "partner"}};
constexpr Text<ObservedToday> observedTodays[]{
    {ObservedToday::Passes, "passes"}, {ObservedToday::Refused, "refused"}, {ObservedToday::Open, "open"}};
constexpr Text<ScopeSource> scopeSources[]{
    {ScopeSource::Tag, "tag"}, {ScopeSource::Path, "path"}, {ScopeSource::One, "one"}};
constexpr Text<RevisionState> revisionStates[]{{RevisionState::Proposed, "proposed"},
                                               {RevisionState::InForce, "in_force"},
                                               {RevisionState::Replaced, "replaced"}};
constexpr Text<RouteChangeKind> routeChangeKinds[]{
    {RouteChangeKind::New, "new"}, {RouteChangeKind::Gone, "gone"}, {RouteChangeKind::Changed, "changed"}};
constexpr Text<ChangeKind> changeKinds[]{
    {ChangeKind::Partner, "partner"},  {ChangeKind::Credential, "credential"},
    {ChangeKind::Grant, "grant"},      {ChangeKind::Catalogue, "catalogue"},
    {ChangeKind::Usage, "usage"},      {ChangeKind::Audit, "audit"},
    {ChangeKind::Session, "session"},  {ChangeKind::Job, "job"},
    {ChangeKind::Networks, "networks"}};
constexpr Text<JobKind> jobKinds[]{{JobKind::AuditVerify, "audit.verify"}};
constexpr Text<JobState> jobStates[]{{JobState::Queued, "queued"},         {JobState::Running, "running"},
                                     {JobState::Cancelling, "cancelling"}, {JobState::Cancelled, "cancelled"},
                                     {JobState::Failed, "failed"},         {JobState::Done, "done"}};
constexpr Text<JobUnit> jobUnits[]{{JobUnit::Events, "events"}};
constexpr Text<JobProblem> jobProblems[]{{JobProblem::StoreFailed, "store_failed"},
                                         {JobProblem::NotAllowed, "not_allowed"},
                                         {JobProblem::UnknownKind, "unknown_kind"}};
constexpr Text<HistoryFinding> historyFindings[]{{HistoryFinding::Nothing, "nothing"},
                                                 {HistoryFinding::EventMissing, "event_missing"},
                                                 {HistoryFinding::HashDiffers, "hash_differs"},
                                                 {HistoryFinding::ColumnsDiffer, "columns_differ"},
                                                 {HistoryFinding::TreeDiffers, "tree_differs"},
                                                 {HistoryFinding::CheckpointUnsigned, "checkpoint_unsigned"},
                                                 {HistoryFinding::CheckpointDiffers, "checkpoint_differs"},
                                                 {HistoryFinding::AnchorDamaged, "anchor_damaged"},
                                                 {HistoryFinding::AnchorDiffers, "anchor_differs"},
                                                 {HistoryFinding::LogCut, "log_cut"},
                                                 {HistoryFinding::NothingSigned, "nothing_signed"}};

} // namespace

#define PC_ENUM_TEXT(E, table)                                                                               \
    QString toText(E value)                                                                                  \
    {                                                                                                        \
        return textOf(table, value);                                                                         \
    }                                                                                                        \
    void fromText(const QString &text, E &value)                                                             \
    {                                                                                                        \
        value = valueOf(table, text);                                                                        \
    }
PC_ENUM_TEXT(Realm, realms)
PC_ENUM_TEXT(Stage, stages)
PC_ENUM_TEXT(PartnerStatus, partnerStatuses)
PC_ENUM_TEXT(Health, healths)
PC_ENUM_TEXT(ContactKind, contactKinds)
PC_ENUM_TEXT(LawfulBasis, lawfulBases)
PC_ENUM_TEXT(GateKind, gateKindTexts)
PC_ENUM_TEXT(GateFault, gateFaults)
PC_ENUM_TEXT(CredentialKind, credentialKinds)
PC_ENUM_TEXT(KeyScheme, keySchemes)
PC_ENUM_TEXT(ImportOutcome, importOutcomes)
PC_ENUM_TEXT(CredentialState, credentialStates)
PC_ENUM_TEXT(GenerationState, generationStates)
PC_ENUM_TEXT(Role, roleTexts)
PC_ENUM_TEXT(Outcome, outcomes)
PC_ENUM_TEXT(DecisionReason, reasons)
PC_ENUM_TEXT(Bucket, buckets)
PC_ENUM_TEXT(Widened, widenings)
PC_ENUM_TEXT(Breakdown, breakdowns)
PC_ENUM_TEXT(CallField, callFields)
PC_ENUM_TEXT(RowOrder, rowOrders)
PC_ENUM_TEXT(EvidenceProof, evidenceProofs)
PC_ENUM_TEXT(DecisionCheck, decisionChecks)
PC_ENUM_TEXT(CheckResult, checkResults)
PC_ENUM_TEXT(RemedyKind, remedyKinds)
PC_ENUM_TEXT(ProofOutcome, proofOutcomes)
PC_ENUM_TEXT(ObservationKind, observationKinds)
PC_ENUM_TEXT(ObservedToday, observedTodays)
PC_ENUM_TEXT(ScopeSource, scopeSources)
PC_ENUM_TEXT(RevisionState, revisionStates)
PC_ENUM_TEXT(RouteChangeKind, routeChangeKinds)
PC_ENUM_TEXT(ChangeKind, changeKinds)
PC_ENUM_TEXT(JobKind, jobKinds)
PC_ENUM_TEXT(JobState, jobStates)
PC_ENUM_TEXT(JobUnit, jobUnits)
PC_ENUM_TEXT(JobProblem, jobProblems)
PC_ENUM_TEXT(HistoryFinding, historyFindings)
#undef PC_ENUM_TEXT

} // namespace pc
