// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/audit.h"
#include "contract/types/calls.h"
#include "contract/types/catalogue.h"
#include "contract/types/credential.h"
#include "contract/types/evidence.h"
#include "contract/types/explanation.h"
#include "contract/types/gate.h"
#include "contract/types/import.h"
#include "contract/types/job.h"
#include "contract/types/networks.h"
#include "contract/types/observation.h"
#include "contract/types/pack.h"
#include "contract/types/page.h"
#include "contract/types/partner.h"
#include "contract/types/problem.h"
#include "contract/types/session.h"
#include "contract/types/time_histogram.h"
#include "contract/types/usage.h"
#include "contract/types/version.h"

#include <QJsonObject>
#include <QJsonValue>

#include <tl/expected.hpp>

#include <optional>

/// Strict JSON codecs. Keys are snake_case; required keys are checked, integers are integers, times RFC 3339
/// UTC with milliseconds, byte strings base64url without padding. Optional values are absent when not set.
/// Unknown keys are ignored (a newer service may add some).
namespace pc {

enum class DecodeFault {
    Missing,   ///< the key is not there at all
    OtherType, ///< another JSON type
    NoValue,   ///< of the right JSON type, but no such value: a time that is none, a negative count
};

/// Where a document broke the contract: a JSON pointer (RFC 6901) and what was expected there.
struct DecodeError
{
    QString pointer;
    QString expected;
    DecodeFault fault = DecodeFault::NoValue;
    bool operator==(const DecodeError &) const = default;
};

template <typename T>
using Decoded = tl::expected<T, DecodeError>;

/// Declares `toJson(const T &)` and the specialisation `fromJson<T>(QJsonValue)`.
template <typename T>
[[nodiscard]] Decoded<T> fromJson(const QJsonValue &json);

/// JSON pointer of the first member, at any depth, that T does not have; nullopt when there is none. Answers
/// are read without asking, requests are refused for it: a misspelt member must not be taken for one that is
/// not there.
template <typename T>
[[nodiscard]] std::optional<QString> unknownMember(const QJsonValue &json);

#define PC_CODEC(T)                                                                                          \
    [[nodiscard]] QJsonObject toJson(const T &value);                                                        \
    template <>                                                                                              \
    [[nodiscard]] Decoded<T> fromJson<T>(const QJsonValue &json);                                            \
    template <>                                                                                              \
    [[nodiscard]] std::optional<QString> unknownMember<T>(const QJsonValue &json);

/// Declares `toJsonText(const T &)`: the text of toJson(), compact, without making the object.
#define PC_CODEC_TEXT(T) [[nodiscard]] QByteArray toJsonText(const T &value);

PC_CODEC(Problem)
PC_CODEC(Contact)
PC_CODEC(Agreement)
PC_CODEC(PartnerSummary)
PC_CODEC(Partner)
PC_CODEC(PartnerDraft)
PC_CODEC(StageGates)
PC_CODEC(Generation)
PC_CODEC(Credential)
PC_CODEC(IssueRequest)
PC_CODEC(RotateRequest)
PC_CODEC(SealedIssue)
PC_CODEC(AckRequest)
PC_CODEC(ActRequest)
PC_CODEC(GraceRequest)
PC_CODEC(ProbeReport)
PC_CODEC(RevocationReceipt)
PC_CODEC(CredentialUse)
PC_CODEC(ImportReport)
PC_CODEC(LegacyKeyReport)
PC_CODEC(Scope)
PC_CODEC(Route)
PC_CODEC(Limits)
PC_CODEC(Plan)
PC_CODEC(Grant)
PC_CODEC(GrantEdit)
PC_CODEC(ScopeCaller)
PC_CODEC(ScopeUse)
PC_CODEC(ScopeDraft)
PC_CODEC(ScopeMisfit)
PC_CODEC(ScopeEffect)
PC_CODEC(ScopeFigures)
PC_CODEC(ScopeHolder)
PC_CODEC(PlanDraft)
PC_CODEC(PlanEffectLine)
PC_CODEC(PlanEffect)
PC_CODEC(Api)
PC_CODEC(ApiDraft)
PC_CODEC(ScopeRule)
PC_CODEC(CatalogueRevision)
PC_CODEC(RevisionReview)
PC_CODEC(RouteChange)
PC_CODEC(Observation)
PC_CODEC(ObservationDraft)
PC_CODEC(ObservationExtension)
PC_CODEC(ObservationSummary)
PC_CODEC(ObservationReport)
PC_CODEC(ApiVersion)
PC_CODEC(ApiVersionDraft)
PC_CODEC(VersionUse)
PC_CODEC(NetworkEntry)
PC_CODEC(NetworkRules)
PC_CODEC(NetworkRulesEdit)
PC_CODEC(SourceSeen)
PC_CODEC(UsageSeries)
PC_CODEC(QuotaState)
PC_CODEC(CallRecord)
PC_CODEC(CallFilter)
PC_CODEC(CallFacet)
PC_CODEC(TimeHistogram)
PC_CODEC(GatewayLine)
PC_CODEC(CallExplanation)
PC_CODEC(RefusalsOfEvent)
PC_CODEC(AuditEvent)
PC_CODEC(AuditRecord)
PC_CODEC(Checkpoint)
PC_CODEC(AuditFilter)
PC_CODEC(EvidenceManifest)
PC_CODEC(EvidenceGap)
PC_CODEC(EvidenceEnd)
PC_CODEC(EvidenceLine)
PC_CODEC(InclusionProof)
PC_CODEC(ConsistencyProof)
PC_CODEC(Session)
PC_CODEC(RenewedSession)
PC_CODEC(Operator)
PC_CODEC(Change)
PC_CODEC(Changes)
PC_CODEC(Job)
PC_CODEC(JobStart)
PC_CODEC(PartnerPack)

PC_CODEC_TEXT(CallRecord)

/// {"items": […], "next_cursor"?: "…", "previous_cursor"?: "…", "count"?: n, "count_at_least"?: n}
template <typename T>
[[nodiscard]] QJsonObject toJson(const Page<T> &page);
template <typename T>
[[nodiscard]] Decoded<Page<T>> pageFromJson(const QJsonValue &json);

/// Parses UTF-8 text into a JSON object; syntax errors and non-objects are a DecodeError at "".
[[nodiscard]] Decoded<QJsonObject> parseObject(const QByteArray &utf8);

} // namespace pc

#include "contract/codec/page_codec.h"
