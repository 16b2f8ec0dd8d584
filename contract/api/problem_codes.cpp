// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/api/problem_codes.h"

#include "contract/types/in_order.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace pc {

namespace {

using P = ProblemCode;

constexpr std::array problemRows{
    ProblemCodeRow{P::RequestMalformed, "request_malformed", 400},
    ProblemCodeRow{P::HostMissing, "host_missing", 400},
    ProblemCodeRow{P::TargetMalformed, "target_malformed", 400},
    ProblemCodeRow{P::PathNotCanonical, "path_not_canonical", 400},
    ProblemCodeRow{P::QueryMalformed, "query_malformed", 400},
    ProblemCodeRow{P::BodyUnexpected, "body_unexpected", 400},
    ProblemCodeRow{P::BadJson, "bad_json", 400},
    ProblemCodeRow{P::RepeatedMember, "repeated_member", 400},
    ProblemCodeRow{P::BadParameter, "bad_parameter", 400},
    ProblemCodeRow{P::BadCursor, "bad_cursor", 400},
    ProblemCodeRow{P::IdempotencyKeyRequired, "idempotency_key_required", 400},
    ProblemCodeRow{P::Unauthorized, "unauthorized", 401},
    ProblemCodeRow{P::StepUpRequired, "step_up_required", 401},
    ProblemCodeRow{P::Forbidden, "forbidden", 403},
    ProblemCodeRow{P::SessionOver, "session_over", 403},
    ProblemCodeRow{P::HistoryNotAccepted, "history_not_accepted", 403},
    ProblemCodeRow{P::NotFound, "not_found", 404},
    ProblemCodeRow{P::NoCheckpoint, "no_checkpoint", 404},
    ProblemCodeRow{P::RouteUnknown, "route_unknown", 404},
    ProblemCodeRow{P::MethodNotAllowed, "method_not_allowed", 405},
    ProblemCodeRow{P::RequestTimeout, "request_timeout", 408},
    ProblemCodeRow{P::IdempotencyInFlight, "idempotency_in_flight", 409},
    ProblemCodeRow{P::GatesOpen, "gates_open", 409},
    ProblemCodeRow{P::NotFrozen, "not_frozen", 409},
    ProblemCodeRow{P::PartnerNotActive, "partner_not_active", 409},
    ProblemCodeRow{P::StageTooLow, "stage_too_low", 409},
    ProblemCodeRow{P::TwoGenerationsValid, "two_generations_valid", 409},
    ProblemCodeRow{P::NotActive, "not_active", 409},
    ProblemCodeRow{P::NotSuspended, "not_suspended", 409},
    ProblemCodeRow{P::AlreadyRevoked, "already_revoked", 409},
    ProblemCodeRow{P::NotRotating, "not_rotating", 409},
    ProblemCodeRow{P::GraceTooLong, "grace_too_long", 409},
    ProblemCodeRow{P::AlreadyAcknowledged, "already_acknowledged", 409},
    ProblemCodeRow{P::NothingPending, "nothing_pending", 409},
    ProblemCodeRow{P::ClosedMeanwhile, "closed_meanwhile", 409},
    ProblemCodeRow{P::JobUnderWay, "job_under_way", 409},
    ProblemCodeRow{P::JobOver, "job_over", 409},
    ProblemCodeRow{P::RevisionInForce, "revision_in_force", 409},
    ProblemCodeRow{P::AlreadyObserved, "already_observed", 409},
    ProblemCodeRow{P::ObservationOver, "observation_over", 409},
    ProblemCodeRow{P::VersionOver, "version_over", 409},
    ProblemCodeRow{P::ApiInUse, "api_in_use", 409},
    ProblemCodeRow{P::ScopeInUse, "scope_in_use", 409},
    ProblemCodeRow{P::PlanInUse, "plan_in_use", 409},
    ProblemCodeRow{P::CatalogueConflict, "catalogue_conflict", 409},
    ProblemCodeRow{P::RevisionChanged, "revision_changed", 409},
    ProblemCodeRow{P::CatalogueFull, "catalogue_full", 409},
    ProblemCodeRow{P::SecretGone, "secret_gone", 410},
    ProblemCodeRow{P::CredentialVoid, "credential_void", 410},
    ProblemCodeRow{P::Stale, "stale", 412},
    ProblemCodeRow{P::BodyTooLarge, "body_too_large", 413},
    ProblemCodeRow{P::ContentTypeUnsupported, "content_type_unsupported", 415},
    ProblemCodeRow{P::ExpectationUnknown, "expectation_unknown", 417},
    ProblemCodeRow{P::ValidationFailed, "validation_failed", 422},
    ProblemCodeRow{P::IdempotencyConflict, "idempotency_conflict", 422},
    ProblemCodeRow{P::WrongDigest, "wrong_digest", 422},
    ProblemCodeRow{P::DescriptionRefused, "description_refused", 422},
    ProblemCodeRow{P::ImportRefused, "import_refused", 422},
    ProblemCodeRow{P::IfMatchRequired, "if_match_required", 428},
    ProblemCodeRow{P::HeaderTooLarge, "header_too_large", 431},
    ProblemCodeRow{P::Internal, "internal", 500},
    ProblemCodeRow{P::MethodUnknown, "method_unknown", 501},
    ProblemCodeRow{P::TransferCodingUnknown, "transfer_coding_unknown", 501},
    ProblemCodeRow{P::StoreBusy, "store_busy", 503},
    ProblemCodeRow{P::StoreUnavailable, "store_unavailable", 503},
    ProblemCodeRow{P::HandlerTimeout, "handler_timeout", 503},
    ProblemCodeRow{P::TooManyConnections, "too_many_connections", 503},
    ProblemCodeRow{P::TooManyWaiting, "too_many_waiting", 503},
    ProblemCodeRow{P::TooManyFeeds, "too_many_feeds", 503},
    ProblemCodeRow{P::TookTooLong, "took_too_long", 503},
    ProblemCodeRow{P::HungUp, "hung_up", 503},
    ProblemCodeRow{P::VersionUnknown, "version_unknown", 505},
    ProblemCodeRow{P::StoreFull, "store_full", 507},
    ProblemCodeRow{P::RefusedNotDurable, "refused_not_durable", 507},
};

static_assert(isInOrder(problemRows, &ProblemCodeRow::code, ProblemCode::RequestMalformed,
                        ProblemCode::RefusedNotDurable),
              "one row for each, in the order of the enumeration");

const ProblemCodeRow &rowOf(ProblemCode code)
{
    if (code == ProblemCode::Unknown)
        std::abort();
    return problemRows[static_cast<std::size_t>(code) - 1];
}

} // namespace

std::span<const ProblemCodeRow> problemCodes()
{
    return problemRows;
}

ProblemCode problemCodeOf(const QString &text)
{
    const auto *found =
        std::find_if(problemRows.begin(), problemRows.end(),
                     [&text](const ProblemCodeRow &row) { return text == QLatin1StringView(row.text); });
    return found == problemRows.end() ? ProblemCode::Unknown : found->code;
}

QString toText(ProblemCode code)
{
    return QString::fromLatin1(rowOf(code).text);
}

int statusOf(ProblemCode code)
{
    return rowOf(code).status;
}

} // namespace pc
