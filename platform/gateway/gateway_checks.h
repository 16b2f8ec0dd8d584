// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/decide.h"
#include "platform/core/policy/policy_holder.h"
#include "platform/gateway/check_sighting.h"
#include "platform/gateway/decision_problem.h"
#include "platform/gateway/gateway_registry.h"
#include "platform/http/http_types.h"
#include "platform/oauth/access_tokens.h"

#include <QList>

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace pc::platform {

/// Checks of gateways that are going on (`partner-platform gateway check`): tokens that the service made for
/// them, and what it saw of their calls. They stand for a credential at the probe route and nowhere else,
/// move no counter and leave no record. Held in memory, bounded, each for as long as its tokens live.
/// Thread-safe.
class GatewayChecks
{
public:
    static constexpr std::size_t most = 4;          ///< at once; a further one ends the oldest
    static constexpr qsizetype mostSightings = 600; ///< of one check

    GatewayChecks(PolicyHolder &policy, const PepperRing &peppers, const AccessTokens &tokens,
                  const GatewayRegistry &gateways, const Clock &clock);

    struct NamedToken
    {
        QString name; ///< check_tokens
        Secret text;
    };
    struct Begun
    {
        QString id;
        QByteArray marker; ///< a client's text that can be told again wherever it arrives
        QString credentialId;
        std::vector<NamedToken> tokens;
    };
    /// For a gateway that the service trusts. `credentialId`: the one to stand for; empty: any that may call
    /// now through this gateway. The error is a sentence without its full stop.
    [[nodiscard]] tl::expected<Begun, QString> begin(const QString &gateway, const QString &credentialId);
    /// What came of its calls so far, in their order; nothing when there is no such check any more.
    [[nodiscard]] std::optional<QList<CheckSighting>> seen(const QString &id) const;
    /// Denies the token of that name, as a revocation does. False: there is none.
    [[nodiscard]] bool deny(const QString &id, const QString &token);

    /// Cheap: asked for every call.
    [[nodiscard]] bool isGoingOn() const { return m_goingOn.load(std::memory_order_relaxed) > 0; }

    /// A call of a check.
    struct Call
    {
        QString check;
        QString token;
        std::optional<PublicReason> rehearsed; ///< the refusal that its caller wants to see
    };
    /// Whether a question is about a call of a check: by its token, or by its marker.
    [[nodiscard]] std::optional<Call> callOf(const HttpHeaders &headers, const Presented &presented);
    void asked(const Call &call, CheckSighting sighting);
    /// What a gateway sent on, when it is a check's.
    void passed(const HttpRequest &request, const QString &gateway);

private:
    struct Token
    {
        QString name;
        QByteArray jti;
        Instant expiresAt{};
        QByteArray tail; ///< enough of its text to know it again, and useless to anybody else
        std::optional<PublicReason> rehearsed;
    };
    struct Check
    {
        QByteArray marker;
        Instant endsAt{};
        std::vector<Token> tokens;
        QList<CheckSighting> seen;
    };
    using Checks = std::map<QString, Check>;

    [[nodiscard]] Policy::CredentialPtr credentialFor(const GatewayRule &gateway, const QString &id,
                                                      Instant now) const;
    [[nodiscard]] bool mayCall(const GatewayRule &gateway, const CredentialRule &credential,
                               Instant now) const;
    void sweep(Instant now); // with the lock

    PolicyHolder &m_policy;
    const PepperRing &m_peppers;
    const AccessTokens &m_tokens;
    const GatewayRegistry &m_gateways;
    const Clock &m_clock;
    std::atomic<int> m_goingOn{0};
    mutable std::mutex m_mutex;
    Checks m_checks;
};

} // namespace pc::platform
