// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/credential.h"
#include "platform/core/authorizer.h"
#include "platform/gateway/gateway_registry.h"
#include "platform/oauth/access_tokens.h"

#include <QList>

namespace pc::platform {

/// Proof for the operator that a cut is real: a token of that generation with the scope `probe` only, which a
/// decision accepts before the cut and refuses after it. Asked are the decision itself, in this process, and
/// every registered gateway with a probe URL.
///
/// Use: `Run run = probe.begin(id16, generation); run.before = probe.ask(run);` → cut with
/// PolicyHolder::publishAndWait → `run.after = probe.ask(run); RevocationProof proof =
/// RevocationProbe::proofOf(run);`. ask() blocks while gateways answer (at most `gatewayLimit`, all
/// together): not for server threads. Thread-safe.
class RevocationProbe
{
public:
    static constexpr std::chrono::milliseconds gatewayLimit{2000};

    RevocationProbe(Authorizer &authorizer, const AccessTokens &tokens, const PolicyHolder &policy,
                    const GatewayRegistry &gateways, const Clock &clock);

    struct Run
    {
        QByteArray id16;
        int generation = 0;
        Secret token; ///< empty when there is no such credential
        QList<Probe> before;
        QList<Probe> after;
    };

    /// `generation` 0: the newest valid one.
    [[nodiscard]] Run begin(const QByteArray &id16, int generation) const;
    [[nodiscard]] QList<Probe> ask(const Run &run) const;
    /// Proven: asked at least once, the same points on both sides, every one accepted before and refused
    /// after. A gateway that did not answer (status 0) proves nothing.
    [[nodiscard]] static RevocationProof proofOf(const Run &run);

private:
    [[nodiscard]] Probe askHere(const Run &run) const;

    Authorizer &m_authorizer;
    const AccessTokens &m_tokens;
    const PolicyHolder &m_policy;
    const GatewayRegistry &m_gateways;
    const Clock &m_clock;
};

} // namespace pc::platform
