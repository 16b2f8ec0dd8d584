// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/catalogue/version_notice.h"
#include "platform/core/decision/body_facts.h"
#include "platform/core/decision/presented.h"
#include "platform/core/limits/counters.h"
#include "platform/core/policy/policy.h"
#include "platform/core/secrets/pepper_ring.h"

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <optional>

namespace pc::platform {

/// Who asks for a decision, and proved it (gateway/gateway_service.h), or the service itself.
struct GatewayIdentity
{
    QString name;
    std::optional<Realm> realm = {}; ///< stands for one realm only; none: both
};

/// One call of the partner API, as far as a decision needs it.
struct DecisionRequest
{
    /// Nothing: whoever asks has not proved to be a gateway, and is told nothing else.
    std::optional<GatewayIdentity> gateway;
    /// The headers of the question are complete, single and nobody's imitation.
    bool headersAcceptable = true;
    Presented presented;
    /// This source failed too often with this credential id lately: its secret is not looked at.
    bool sourceBlocked = false;
    QByteArray host{};  ///< that the gateway serves: lower case, no port; empty: it says none
    QByteArray method;  ///< as on the wire
    QByteArray rawPath; ///< still percent-encoded, without the query
    /// From where it comes, as the connection or a proven gateway says it; nothing: no address.
    std::optional<pc::rules::Address> source = {};
    BodyFacts body = {};
};

/// The answer, with everything that its record and its headers need. Strings are empty as far as the decision
/// did not get that far.
struct Decision
{
    bool allowed = false;
    DecisionReason reason = DecisionReason::Unknown;
    qint64 snapshot = 0;  ///< number of the policy it stands on
    qint64 auditSize = 0; ///< Policy::auditSize() of it
    bool probe = false;   ///< moved no counter, leaves no record

    QString partnerId;
    QByteArray id16;
    int generation = 0;
    Realm realm = Realm::Unknown;
    QStringList scopes; ///< effective: token ∧ grant ∧ credential
    QString path;       ///< canonical
    QString routeId;    ///< also of a call that passes only because it is observed, as far as it has one
    QString routeScope;
    std::optional<QDateTime> deprecatedAt;
    std::optional<QDateTime> sunsetAt;
    std::shared_ptr<const VersionNotice> notice; ///< of its version, beside the dates; may be null
    std::optional<LimitVerdict> limits;          ///< when the call got as far as the limits
    bool withoutBody = false;                    ///< the gateway must let no body through
    QString observationId;     ///< under which it passes although it is not allowed; empty: it does not
    bool keepsForeign = false; ///< observed: what another system gave to the caller goes on to the API

    /// The call goes on to the API.
    [[nodiscard]] bool passes() const { return allowed || !observationId.isEmpty(); }
    /// The credential's secret was wrong or unknown: what blocks a source.
    [[nodiscard]] bool authenticationFailed() const { return reason == DecisionReason::UnknownCredential; }
    /// 200, 401, 403, 410, 411, 413, 415, 429, or 400 and 431 when the question itself was wrong.
    [[nodiscard]] int status() const;
    [[nodiscard]] Outcome outcome() const;
};

/// What a policy says of a call, before anything is counted.
struct Evaluation
{
    Decision decision; ///< Allowed when nothing but a limit can still stand in the way
    /// Whom the call counts for; nothing when it was refused, or is a probe, which moves no counter.
    std::optional<LimitSubject> counts;
};

/// Everything that needs no counter: pure, so that a replay, a preview and "why was this refused" ask the
/// very function that decided. The order is fixed, and the first thing that is wrong is the reason: gateway →
/// accepted history → headers → exactly one credential, and valid → realm of the gateway → partner, and its
/// stage in the realm → its networks → canonical path → route, that it has not ended, and the stages that it
/// is open to → audience of the token → scope → resource rules → length and type of the body. Takes no lock,
/// touches no database.
[[nodiscard]] Evaluation evaluate(const Policy &policy, const PepperRing &peppers,
                                  const DecisionRequest &request, Instant now);

/// The one function that decides a call: evaluate(), and then rate, burst and quota, of which a refused call
/// consumes nothing. The gateway endpoint, the demo API and tests ask it. No side effect besides `counters`,
/// whose lock is the only one it takes.
[[nodiscard]] Decision decide(const Policy &policy, const PepperRing &peppers, const DecisionRequest &request,
                              Counters &counters, Moment now);

} // namespace pc::platform
