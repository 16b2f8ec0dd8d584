// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Enumerations of the Admin API. Every one has `Unknown`: a value this build does not know is kept apart,
/// logged by the caller and never guessed. The JSON texts stand in enums.cpp, once, for both directions.
namespace pc {

/// The two hard walls: credentials, tokens and data never cross.
enum class Realm { Unknown, Sandbox, Production }; // "sbx", "prd"
/// What a partner may do. Limited is a limit profile inside the production realm.
enum class Stage { Unknown, Sandbox, Limited, Production };       // "sandbox", "limited", "production"
enum class PartnerStatus { Unknown, Active, Frozen, Offboarded }; // "active", "frozen", "offboarded"
/// Derived by the service from the last 24 hours of calls.
enum class Health {
    Unknown,
    Healthy,
    NoTraffic,
    Throttled,
    Errors
}; // "healthy", "no_traffic", "throttled", "errors"
enum class ContactKind { Unknown, Business, Technical, Security, DataProtection };
/// What has to be so before a partner's next stage.
enum class GateKind {
    Unknown,
    Status,
    Agreement,
    TechnicalContact,
    SecurityContact,
    DataProtectionContact,
    LawfulBasis,
    SandboxCredential,
    ProductionCredential,
    SandboxTraffic,
    LimitedTraffic,
    LimitedDays,
    Networks
};
/// Why a gate is open.
enum class GateFault {
    Unknown,
    NotActive,
    AgreementMissing,
    AgreementIncomplete,
    SignedLater,
    AgreementEnded,
    NotVerified,
    NoScope,
    ScopeUnknown,
    ScopeNotCovered,
    CategoryNotCovered,
    NoActiveCredential,
    TooFewCalls,
    TooFewDays,
    NoNetworks
};
enum class LawfulBasis {
    Unknown,
    Consent,
    Contract,
    LegalObligation,
    VitalInterests,
    PublicTask,
    LegitimateInterests
};
enum class CredentialKind {
    Unknown,
    ClientSecret,
    ApiKey,
    LegacyKey,
    LegacyClientId
}; // "client_secret", "api_key", …
/// How another system kept its keys: what is imported is the hash, never the key.
enum class KeyScheme { Unknown, Sha256, HmacSha256, Bcrypt }; // "sha256", "hmac_sha256", "bcrypt"
/// What an import does with one row.
enum class ImportOutcome { Unknown, Create, Update, Unchanged, Refused };
/// Life cycle of a credential. Rotating is Active with two valid generations.
enum class CredentialState { Unknown, Pending, Active, Rotating, Suspended, Expired, Void, Revoked };
enum class GenerationState { Unknown, Pending, Active, Grace, Suspended, Ended, Void, Revoked };
enum class Role {
    Unknown,
    Viewer,
    Support,
    PartnerOps,
    Security,
    Admin
}; // "viewer", "support", "partner_ops", …
/// How a partner call ended.
enum class Outcome {
    Unknown,
    Served,
    Refused,
    Throttled,
    ClientError,
    ServerError,
    Observed ///< let pass although it would have been refused
};
/// Why a decision allowed or refused; one reason per decision, the first that applied in the fixed order.
enum class DecisionReason {
    Unknown,
    Allowed,
    MissingCredential,
    MultipleCredentials,
    MalformedCredential,
    UnknownCredential,
    CredentialPending,
    CredentialSuspended,
    CredentialExpired,
    CredentialRevoked,
    TokenExpired,
    TokenRevoked,
    TokenInvalid,
    WrongRealm,
    PartnerFrozen,
    PartnerOffboarded,
    StageNotAllowed,
    UnknownRoute,
    MissingScope,
    ResourceNotGranted,
    RateLimited,
    QuotaExceeded,
    GatewayUntrusted,
    HistoryNotAccepted, ///< the service decides nothing: its history was put back
    BadRequest,
    HeaderTooLarge,
    WrongAudience, ///< a token for another API
    NetworkNotAllowed,
    KeyCheckBusy,   ///< an imported key that must be proved slowly: too many of them at once
    LengthRequired, ///< of a body whose length nobody says, on a route that takes less than any gateway
    BodyTooLarge,   ///< larger than the route takes
    ContentTypeNotAllowed, ///< a body of a type that the route does not take
    VersionEnded           ///< the sunset of the route, or of its version, has come
};
enum class Bucket { Unknown, Minute, Hour, Day };
/// Why a series came in wider buckets than it was asked for.
enum class Widened { Unknown, NotKept, TooMany };
enum class Breakdown { Unknown, Outcome, Route, Credential, Generation, Source };
/// How a proof stands, of one decision point or as a whole. NotAsked: the point did not answer.
enum class ProofOutcome { Unknown, Running, Proven, NotProven, NotAsked };
/// Where the scope of a route comes from when a description is imported and names none itself.
enum class ScopeSource { Unknown, Tag, Path, One }; // "tag", "path", "one"
/// A catalogue of one API: looked at, by which is decided, or by which was decided before.
enum class RevisionState { Unknown, Proposed, InForce, Replaced }; // "proposed", "in_force", "replaced"
enum class RouteChangeKind { Unknown, New, Gone, Changed };        // "new", "gone", "changed"
/// What an observation is of.
enum class ObservationKind { Unknown, Api, Gateway, Routes, Partner }; // "api", "gateway", "routes", …
/// What would become of observed calls by what is in force now: "passes", "refused"; "open" where what was
/// counted does not tell.
enum class ObservedToday { Unknown, Passes, Refused, Open };
/// What calls are filtered by; each is a column, too (contract/rules/call_fields.h).
enum class CallField {
    Unknown,
    Partner,
    Credential,
    Generation,
    Realm,
    Method,
    Route,
    Path,
    Outcome,
    Reason,
    Status, ///< that the partner got, where it was reported; else that of the decision
    Source,
    UserAgent,
    Gateway,
    Request,
    Decision
};
/// Of a list in time.
/// What an evidence file proves beside that each of its events stands in the log.
enum class EvidenceProof {
    Unknown,
    Range, ///< "range": and that nothing of its ranges is left out
    Events ///< "events": no more; that these are all of the filter, the platform says
};
enum class RowOrder { Unknown, NewestFirst, OldestFirst }; // "newest_first", "oldest_first"
/// The checks of a decision, in their fixed order.
enum class DecisionCheck {
    Unknown,
    Gateway,
    History,
    Request, ///< its headers, and that its path has one reading
    Credential,
    Realm,
    Partner, ///< and its stage
    Network,
    Route,
    Audience,
    Scope,
    Resource,
    Body,
    Limits
};
enum class CheckResult { Unknown, Passed, Failed, NotReached, NotRecorded };
/// What would let such a call pass.
enum class RemedyKind {
    Unknown,
    GrantScope,      ///< value: the scope; target: the partner
    CredentialScope, ///< likewise, of the credential
    AskForScope,     ///< the token was asked for without it: the partner's code
    AllowNetwork,    ///< value: the address
    GrantResource,   ///< value: the resource
    RaiseLimit,
    WaitForLimit,   ///< value: RFC 3339 time at which it is free again
    Resume,         ///< a suspended credential
    Rotate,         ///< an ended generation of a credential that lives
    UseNewerSecret, ///< likewise, where a newer one is in force: the partner's code; value: its number
    Issue,          ///< nothing brings this credential back
    Acknowledge,    ///< a pending one
    Unfreeze,
    Promote,
    AddRoute,      ///< to the catalogue
    UseOtherRoute, ///< of a version that ended; value: its successor where one is named
    UseOtherRealm, ///< of a gateway of the other realm
    NewToken,      ///< the partner's code asks for one
    SendOneCredential,
    SendCredential,
    FixRequest, ///< what the gateway or the partner's code sends cannot be read
    RegisterGateway,
    AcceptHistory,
    WidenBody ///< what the route takes
};
/// What a change names (change feed).
enum class ChangeKind {
    Unknown,
    Partner,
    Credential,
    Grant,
    Catalogue,
    Usage,
    Audit,
    Session,
    Job,
    Networks
};
/// Long work of the service.
enum class JobKind { Unknown, AuditVerify }; // "audit.verify"
/// Cancelling: it was asked to end, and its present step is not over. Only Cancelled and Failed can be
/// resumed.
enum class JobState { Unknown, Queued, Running, Cancelling, Cancelled, Failed, Done };
/// What a job counts.
enum class JobUnit { Unknown, Events };
/// Why a job failed.
enum class JobProblem {
    Unknown,
    StoreFailed, ///< it could not be read or written
    NotAllowed,  ///< whoever started or resumed it may not do so any more
    UnknownKind  ///< this release does not know such work
};
/// What a verification of the whole audit log found, the first fault only.
enum class HistoryFinding {
    Unknown,
    Nothing, ///< the log holds
    EventMissing,
    HashDiffers,   ///< an event's bytes do not have the hash that was stored with it
    ColumnsDiffer, ///< an event's columns do not say what its bytes say
    TreeDiffers,   ///< the stored tree does not fit the events
    CheckpointUnsigned,
    CheckpointDiffers, ///< the log is not the one that a checkpoint was signed for
    AnchorDamaged,
    AnchorDiffers, ///< the log is not the one that was anchored
    LogCut,        ///< it ends before what was anchored, signed or counted
    NothingSigned  ///< no signature covers any of the events
};

#define PC_ENUM_TEXT(E)                                                                                      \
    [[nodiscard]] QString toText(E value);                                                                   \
    void fromText(const QString &text, E &value);
PC_ENUM_TEXT(Realm)
PC_ENUM_TEXT(Stage)
PC_ENUM_TEXT(PartnerStatus)
PC_ENUM_TEXT(Health)
PC_ENUM_TEXT(ContactKind)
PC_ENUM_TEXT(LawfulBasis)
PC_ENUM_TEXT(GateKind)
PC_ENUM_TEXT(GateFault)
PC_ENUM_TEXT(CredentialKind)
PC_ENUM_TEXT(KeyScheme)
PC_ENUM_TEXT(ImportOutcome)
PC_ENUM_TEXT(CredentialState)
PC_ENUM_TEXT(GenerationState)
PC_ENUM_TEXT(Role)
PC_ENUM_TEXT(Outcome)
PC_ENUM_TEXT(DecisionReason)
PC_ENUM_TEXT(Bucket)
PC_ENUM_TEXT(Widened)
PC_ENUM_TEXT(Breakdown)
PC_ENUM_TEXT(ProofOutcome)
PC_ENUM_TEXT(ObservationKind)
PC_ENUM_TEXT(ObservedToday)
PC_ENUM_TEXT(ScopeSource)
PC_ENUM_TEXT(RevisionState)
PC_ENUM_TEXT(RouteChangeKind)
PC_ENUM_TEXT(CallField)
PC_ENUM_TEXT(RowOrder)
PC_ENUM_TEXT(EvidenceProof)
PC_ENUM_TEXT(DecisionCheck)
PC_ENUM_TEXT(CheckResult)
PC_ENUM_TEXT(RemedyKind)
PC_ENUM_TEXT(ChangeKind)
PC_ENUM_TEXT(JobKind)
PC_ENUM_TEXT(JobState)
PC_ENUM_TEXT(JobUnit)
PC_ENUM_TEXT(JobProblem)
PC_ENUM_TEXT(HistoryFinding)
#undef PC_ENUM_TEXT

/// The enum value for a JSON text, `Unknown` when this build does not know it.
template <typename E>
[[nodiscard]] E enumFromText(const QString &text)
{
    E value{};
    fromText(text, value);
    return value;
}

} // namespace pc
