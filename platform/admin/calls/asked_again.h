// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/explanation.h"
#include "platform/core/decision/decide.h"
#include "platform/core/limits/counters.h"
#include "platform/core/policy/policy.h"

#include <functional>

namespace pc::platform {

/// What a call is asked again by.
struct TodaySources
{
    const Policy &policy;
    const PepperRing &peppers;
    const Counters &counters;
    /// Who asks by this name today; nothing: no gateway of that name is registered.
    std::function<std::optional<GatewayIdentity>(const QString &name)> gateway;
    Moment now;
};

/// What would be other about the call, in the partner's code or at the gateway.
struct AskedChange
{
    QStringList moreScopes = {};        ///< of the token
    std::optional<int> generation = {}; ///< the secret that it is called with
    bool isOtherGateway = false;        ///< registered, and for the credential's realm
    bool isNewToken = false;            ///< for this API, in force
    std::optional<BodyFacts> body = {};
};

/// The same call, asked of the function that decides, as far as its record holds it. What the record does not
/// hold is tried in every way that it may have been; only where all of them end alike there is an answer.
/// Counts nothing and records nothing.
class AskedAgain
{
public:
    AskedAgain(const CallRecord &call, const TodaySources &today) : m_call(call), m_today(today) {}

    struct Answer
    {
        DecisionReason reason = DecisionReason::Unknown; ///< Unknown: it cannot be told
        bool isObserved = false;                         ///< it would pass, and only for that
        QStringList lacking = {};                        ///< names of facts that the record does not hold
        std::optional<LimitVerdict> limits = {};
    };
    [[nodiscard]] Answer ask() const { return ask(m_today.policy, {}); }
    /// By another policy, with another call.
    [[nodiscard]] Answer ask(const Policy &policy, const AskedChange &change) const;

    /// As an explanation has it.
    [[nodiscard]] VerdictToday verdict(const Answer &answer) const;
    [[nodiscard]] const CallRecord &call() const { return m_call; }
    [[nodiscard]] const TodaySources &today() const { return m_today; }

private:
    [[nodiscard]] Answer askForToken(const Policy &policy, const AskedChange &change) const;
    [[nodiscard]] std::optional<Answer> fixed(const Policy &policy, const AskedChange &change) const;
    [[nodiscard]] std::optional<GatewayIdentity> gateway(const AskedChange &change) const;
    [[nodiscard]] std::vector<QByteArray> hosts(const Policy &policy) const;
    [[nodiscard]] std::vector<BodyFacts> bodies(const AskedChange &change) const;
    [[nodiscard]] Presented presented(const Policy &policy, const AskedChange &change) const;
    [[nodiscard]] QByteArray rawPath() const;
    [[nodiscard]] QStringList lacking(const Policy &policy) const;

    const CallRecord &m_call;
    TodaySources m_today;
};

} // namespace pc::platform
