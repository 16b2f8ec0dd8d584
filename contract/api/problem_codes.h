// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

/// Why the Admin API refuses (RFC 9457, member "code"): stable, each with its one HTTP status. The service
/// makes its problems from this table, those of its HTTP server too; openapi.yaml lists it, and the console
/// has a sentence for every row. The OAuth addresses and the gateways' speak protocols of their own.
namespace pc {

enum class ProblemCode {
    Unknown, ///< of a newer service, or of something in between
    RequestMalformed,
    HostMissing,
    TargetMalformed,
    PathNotCanonical,
    QueryMalformed,
    BodyUnexpected,
    BadJson,
    RepeatedMember,
    BadParameter,
    BadCursor,
    IdempotencyKeyRequired,
    Unauthorized,
    StepUpRequired, ///< reserved for a service that wants a fresher sign-in (RFC 9470); this one never does
    Forbidden,
    SessionOver,
    HistoryNotAccepted,
    NotFound,
    NoCheckpoint,
    RouteUnknown,
    MethodNotAllowed,
    RequestTimeout,
    IdempotencyInFlight,
    GatesOpen,
    NotFrozen,
    PartnerNotActive,
    StageTooLow,
    TwoGenerationsValid,
    NotActive,
    NotSuspended,
    AlreadyRevoked,
    NotRotating,
    GraceTooLong,
    AlreadyAcknowledged,
    NothingPending,
    ClosedMeanwhile,
    JobUnderWay,
    JobOver,
    RevisionInForce,
    AlreadyObserved,
    ObservationOver,
    VersionOver,
    ApiInUse,
    ScopeInUse, ///< partners or credentials hold it, or routes need it
    PlanInUse,  ///< partners have it
    CatalogueConflict,
    RevisionChanged, ///< since it was reviewed
    CatalogueFull,   ///< no more APIs, or no room for another description
    SecretGone,
    CredentialVoid,
    Stale,
    BodyTooLarge,
    ContentTypeUnsupported,
    ExpectationUnknown,
    ValidationFailed,
    IdempotencyConflict,
    WrongDigest,
    DescriptionRefused,
    ImportRefused,
    IfMatchRequired,
    HeaderTooLarge,
    Internal,
    MethodUnknown,
    TransferCodingUnknown,
    StoreBusy,
    StoreUnavailable,
    HandlerTimeout,
    TooManyConnections,
    TooManyWaiting,
    TooManyFeeds,
    TookTooLong,
    HungUp,
    VersionUnknown,
    StoreFull,
    RefusedNotDurable,
};

struct ProblemCodeRow
{
    ProblemCode code;
    const char *text; ///< as the answer has it: "stale"
    int status;       ///< of HTTP
};

/// Every code but Unknown, in the order of the enumeration.
[[nodiscard]] std::span<const ProblemCodeRow> problemCodes();
/// Unknown for a text that this build does not know.
[[nodiscard]] ProblemCode problemCodeOf(const QString &text);
/// Both abort for Unknown.
[[nodiscard]] QString toText(ProblemCode code);
[[nodiscard]] int statusOf(ProblemCode code);

} // namespace pc
