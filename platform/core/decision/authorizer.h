// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/decide.h"
#include "platform/core/decision/leak_watch.h"
#include "platform/core/decision/record_bounds.h"
#include "platform/core/decision/record_sink.h"
#include "platform/core/decision/shown_credentials.h"
#include "platform/core/limits/failure_limiter.h"
#include "platform/core/policy/policy_holder.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace pc::platform {

/// A call as the one who asks describes it. `source` and `userAgent` come from an authenticated gateway or
/// from the connection, never from a header that anybody may write.
struct CallFacts
{
    DecisionRequest question;
    QByteArray source;
    QByteArray userAgent;
    QByteArray requestId;
    QByteArray query{}; ///< raw; looked at for leaked secrets, never kept
    /// Whoever asks is told of a call that would be refused and is observed, and lets it pass.
    bool mayPass = false;
    QByteArray shown{}; ///< what stood where a credential of ours would, and is none; only its print is kept
    std::vector<QByteArray> shownTexts{}; ///< all of that kind, also of several: none of them is ever kept
    ShownCredentials carried{};           ///< what would go on to the API of a call that is observed
    bool needsRoute = false;              ///< whoever asks can let nothing pass that belongs to no route
    bool isCheck = false;                 ///< of the service itself, to try a gateway: it leaves no record
};

/// A decision with its id. `held` keeps the snapshot it stands on alive: put it into
/// HttpResponse::holdUntilSent, so that a revocation is acknowledged only after answers in flight were sent.
struct Authorized
{
    Decision decision;
    QString decisionId; ///< dec_…
    PolicyRef held;
    std::chrono::nanoseconds retryAfter{0}; ///< of a limit, or until a blocked source is listened to again
};

/// Under which name wrong secrets count against a source (FailureLimiter): the id that a key claims, or the
/// header in which a key of another system came. Empty where nothing is guessed.
[[nodiscard]] QByteArray claimedBy(const Presented &presented);

/// Everything around decide() that everybody who asks needs alike: the current snapshot, the block of a
/// failing source, the look for leaked secrets, the clock and the record of the call. Thread-safe.
class Authorizer
{
public:
    /// Calls that proved no partner are recorded too, with an empty partner id and the claimed credential id.
    /// Of what is refused, some are kept one by one (RecordBounds); all of a partner's are counted.
    Authorizer(const PolicyHolder &policy, const PepperRing &peppers, Counters &counters,
               FailureLimiter &failures, RecordSink &calls, const Clock &clock, LeakWatch *leaks = nullptr);

    [[nodiscard]] Authorized authorize(CallFacts facts);
    /// Refuses a call that could not even be read for `reason`, and records it. Asks nobody, counts nothing.
    [[nodiscard]] Authorized refuse(const CallFacts &facts, DecisionReason reason);

private:
    /// Lets a call pass that is observed, and counts it; counts, too, what passes nowhere although the API is
    /// observed: a path with more than one reading, and what has no route where one is needed.
    void observe(Authorized &answer, const CallFacts &facts, Moment now);
    [[nodiscard]] ObservedCall observedCall(const Decision &decision, const CallFacts &facts,
                                            const Route *route) const;
    void lookForLeaks(const CallFacts &facts) const;
    void record(const Authorized &answer, const CallFacts &facts, Moment began);
    [[nodiscard]] CallRecord recordOf(const Authorized &answer, const CallFacts &facts, Moment began) const;

    const PolicyHolder &m_policy;
    const PepperRing &m_peppers;
    Counters &m_counters;
    FailureLimiter &m_failures;
    RecordSink &m_calls;
    const Clock &m_clock;
    LeakWatch *m_leaks; ///< may be missing
    RecordBounds m_bounds;
};

} // namespace pc::platform
