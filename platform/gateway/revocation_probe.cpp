// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/revocation_probe.h"

#include "platform/core/route_catalogue.h"
#include "platform/gateway/probe_client.h"

#include <algorithm>
#include <thread>
#include <vector>

namespace pc::platform {

using namespace Qt::StringLiterals;
using std::chrono::floor;
using std::chrono::seconds;

RevocationProbe::RevocationProbe(Authorizer &authorizer, const AccessTokens &tokens,
                                 const PolicyHolder &policy, const GatewayRegistry &gateways,
                                 const Clock &clock)
    : m_authorizer(authorizer), m_tokens(tokens), m_policy(policy), m_gateways(gateways), m_clock(clock)
{
}

RevocationProbe::Run RevocationProbe::begin(const QByteArray &id16, int generation) const
{
    Run run;
    run.id16 = id16;
    run.generation = generation;
    const Instant now = m_clock.now().wall;
    const Policy::CredentialPtr credential = m_policy.current()->credential(id16);
    if (!credential)
        return run;
    if (generation == 0) {
        const GenerationRule *newest = credential->newestValid(now);
        run.generation = newest != nullptr ? newest->number : 1;
    }
    TokenClaims claims;
    claims.jti = newTokenId();
    claims.id16 = id16;
    claims.partnerId = credential->partnerId;
    claims.generation = run.generation;
    claims.realm = credential->realm;
    claims.scopes = {QString::fromUtf16(probeScope)};
    claims.issuedAt = floor<seconds>(now);
    claims.expiresAt = claims.issuedAt + AccessTokens::probeLife;
    claims.probe = true;
    QByteArray token = m_tokens.mint(claims);
    run.token = Secret::takeFrom(token);
    return run;
}

Probe RevocationProbe::askHere(const Run &run) const
{
    CallFacts call;
    call.question.gatewayTrusted = true;
    call.question.presented = m_tokens.read(run.token.view());
    call.question.method = "GET";
    call.question.rawPath = QString::fromUtf16(probePath).toLatin1();
    const Authorized answer = m_authorizer.authorize(std::move(call));
    Probe probe;
    probe.gateway = u"decision endpoint"_s;
    probe.accepted = answer.decision.allowed;
    probe.status = answer.decision.status();
    probe.decisionId = answer.decisionId;
    probe.at = toDateTime(m_clock.now().wall);
    probe.snapshot = answer.decision.snapshot;
    return probe;
}

QList<Probe> RevocationProbe::ask(const Run &run) const
{
    if (run.token.isEmpty())
        return {};
    QList<Probe> probes{askHere(run)};
    std::vector<GatewayRule> gateways = m_gateways.all();
    std::erase_if(gateways, [](const GatewayRule &each) { return each.probeUrl.isEmpty(); });
    std::vector<Probe> answers(gateways.size());
    std::vector<std::thread> askers; // side by side: one that is down must not take the others' time
    for (std::size_t i = 0; i < gateways.size(); ++i) {
        askers.emplace_back([&, i] {
            const ProbeAnswer answer =
                probeGateway(gateways[i].probeUrl, gateways[i].probeCaFile, run.token, gatewayLimit);
            Probe &probe = answers[i];
            probe.gateway = gateways[i].name;
            probe.status = answer.status;
            probe.accepted = answer.status >= 200 && answer.status < 300;
            probe.decisionId = answer.decisionId;
            probe.snapshot = answer.snapshot;
            probe.at = toDateTime(m_clock.now().wall);
        });
    }
    for (std::thread &asker : askers)
        asker.join();
    for (const Probe &answer : answers)
        probes.append(answer);
    return probes;
}

RevocationProof RevocationProbe::proofOf(const Run &run)
{
    RevocationProof proof{run.before, run.after, false};
    bool proven = !run.before.isEmpty() && run.before.size() == run.after.size();
    for (qsizetype i = 0; proven && i < run.before.size(); ++i) {
        const Probe &before = run.before[i];
        const Probe &after = run.after[i];
        proven = before.gateway == after.gateway && before.accepted && !after.accepted &&
                 (after.status == 401 || after.status == 403);
    }
    proof.proven = proven;
    return proof;
}

} // namespace pc::platform
