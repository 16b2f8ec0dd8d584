// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/credential.h"
#include "platform/core/decision/authorizer.h"
#include "platform/gateway/gateway_registry.h"
#include "platform/gateway/name_lookup.h"
#include "platform/gateway/probe_lanes.h"
#include "platform/oauth/access_tokens.h"

#include <QList>

#include <functional>
#include <memory>

namespace pc::platform {

/// Asks every decision point about one token of a credential, with the scope `probe` only: accepted before a
/// revocation, refused after it. Asked are the decision itself, in this process, and every registered gateway
/// with a probe URL, side by side. Thread-safe.
class RevocationProbe
{
public:
    static constexpr std::chrono::milliseconds gatewayLimit{2000}; ///< for one question
    static constexpr std::chrono::milliseconds totalLimit{5000};   ///< for all of them, waiting included

    RevocationProbe(Authorizer &authorizer, const AccessTokens &tokens, const PolicyHolder &policy,
                    const GatewayRegistry &gateways, const Clock &clock);
    ~RevocationProbe() { stop(); }

    struct Token
    {
        QByteArray id16;
        int generation = 0; ///< the newest valid one
        Secret text;
    };
    using TokenPtr = std::shared_ptr<const Token>;
    /// Null when there is no such credential, or nothing of it is valid.
    [[nodiscard]] TokenPtr mint(const QByteArray &id16) const;

    /// Never blocks: `each` once per decision point, on threads of their own, and `finished` after the last.
    /// A point that does not answer in time has the status 0.
    void ask(const TokenPtr &token, const std::function<void(const Probe &)> &each,
             const std::function<void()> &finished);
    /// Ends all that is being asked.
    void stop() { m_lanes.stop(); }

    /// What the two answers of each point show. Points that only one side knows could not be asked.
    [[nodiscard]] static RevocationProof proofOf(const QList<Probe> &before, const QList<Probe> &after);
    /// Points by name: their lines stay where they are while the answers come.
    static void sort(RevocationProof &proof);

private:
    void askAll(const TokenPtr &token, const std::vector<GatewayRule> &gateways, ProbeLanes::Time deadline,
                const std::function<void(const Probe &)> &each, const std::function<void()> &finished);
    [[nodiscard]] Probe askHere(const Token &token) const;
    [[nodiscard]] Probe askGateway(const GatewayRule &gateway, const Token &token, ProbeLanes::Time deadline);

    Authorizer &m_authorizer;
    const AccessTokens &m_tokens;
    const PolicyHolder &m_policy;
    const GatewayRegistry &m_gateways;
    const Clock &m_clock;
    NameLookup m_names;
    ProbeLanes m_lanes; // last: its threads use the others
};

} // namespace pc::platform
