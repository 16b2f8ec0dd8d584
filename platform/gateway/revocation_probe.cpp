// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/revocation_probe.h"

#include "platform/core/catalogue/route_catalogue.h"
#include "platform/gateway/probe_client.h"
#include "platform/gateway/probe_token.h"

#include <algorithm>
#include <atomic>
#include <vector>

namespace pc::platform {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using Steady = std::chrono::steady_clock;

namespace {

const QString decisionEndpoint = QString::fromUtf16(ownDecisionPoint);

PointProof pointOf(const QString &gateway, const std::optional<Probe> &before,
                   const std::optional<Probe> &after)
{
    PointProof point{gateway, ProofOutcome::NotProven, before, after};
    if (!before || !after || before->status == 0 || after->status == 0)
        point.outcome = ProofOutcome::NotAsked;
    else if (before->accepted && (after->status == 401 || after->status == 403))
        point.outcome = ProofOutcome::Proven;
    return point;
}

std::optional<Probe> probeOf(const QList<Probe> &probes, const QString &gateway)
{
    const auto found = std::find_if(probes.begin(), probes.end(),
                                    [&gateway](const Probe &each) { return each.gateway == gateway; });
    return found == probes.end() ? std::nullopt : std::optional(*found);
}

} // namespace

RevocationProbe::RevocationProbe(Authorizer &authorizer, const AccessTokens &tokens,
                                 const PolicyHolder &policy, const GatewayRegistry &gateways,
                                 const Clock &clock)
    : m_authorizer(authorizer), m_tokens(tokens), m_policy(policy), m_gateways(gateways), m_clock(clock)
{
}

RevocationProbe::TokenPtr RevocationProbe::mint(const QByteArray &id16) const
{
    const Instant now = m_clock.now().wall;
    const Policy::CredentialPtr credential = m_policy.current()->credential(id16);
    const GenerationRule *newest = credential ? credential->newestValid(now) : nullptr;
    if (newest == nullptr)
        return {};
    QByteArray text = m_tokens.mint(probeClaims(*credential, newest->number, now));
    return std::make_shared<const Token>(Token{id16, newest->number, Secret::takeFrom(text)});
}

Probe RevocationProbe::askHere(const Token &token) const
{
    CallFacts call;
    call.question.gateway.emplace();
    call.question.presented = m_tokens.read(token.text.view());
    call.question.method = "GET";
    call.question.rawPath = QString::fromUtf16(probePath).toLatin1();
    const Authorized answer = m_authorizer.authorize(std::move(call));
    Probe probe;
    probe.gateway = decisionEndpoint;
    probe.accepted = answer.decision.allowed;
    probe.status = answer.decision.status();
    probe.decisionId = answer.decisionId;
    probe.at = toDateTime(m_clock.now().wall);
    probe.snapshot = answer.decision.snapshot;
    return probe;
}

Probe RevocationProbe::askGateway(const GatewayRule &gateway, const Token &token, ProbeLanes::Time deadline)
{
    const auto left = std::chrono::duration_cast<milliseconds>(deadline - Steady::now());
    const ProbeAnswer answer = probeGateway(gateway.probeUrl, gateway.probeCaFile, token.text,
                                            std::min(gatewayLimit, left), m_names);
    Probe probe;
    probe.gateway = gateway.name;
    probe.status = answer.status;
    probe.accepted = answer.status >= 200 && answer.status < 300;
    probe.decisionId = answer.decisionId;
    probe.snapshot = answer.snapshot;
    probe.at = toDateTime(m_clock.now().wall);
    return probe;
}

void RevocationProbe::ask(const TokenPtr &token, const std::function<void(const Probe &)> &each,
                          const std::function<void()> &finished)
{
    const ProbeLanes::Time deadline = Steady::now() + totalLimit;
    // The list of gateways is a file: whoever asks does not wait for a disk either.
    m_lanes.post(u"registry"_s, deadline, [this, token, each, finished, deadline](bool inTime) {
        std::vector<GatewayRule> gateways = inTime ? m_gateways.all() : std::vector<GatewayRule>();
        std::erase_if(gateways, [](const GatewayRule &gateway) { return gateway.probeUrl.isEmpty(); });
        askAll(token, gateways, deadline, each, finished);
    });
}

void RevocationProbe::askAll(const TokenPtr &token, const std::vector<GatewayRule> &gateways,
                             ProbeLanes::Time deadline, const std::function<void(const Probe &)> &each,
                             const std::function<void()> &finished)
{
    auto left = std::make_shared<std::atomic<std::size_t>>(gateways.size() + 1);
    const auto report = [each, finished, left](const Probe &probe) {
        each(probe);
        if (--*left == 0)
            finished();
    };
    const auto unasked = [this](const QString &name) {
        Probe probe;
        probe.gateway = name;
        probe.at = toDateTime(m_clock.now().wall);
        return probe;
    };
    m_lanes.post(decisionEndpoint, deadline, [this, token, report, unasked](bool inTime) {
        report(inTime ? askHere(*token) : unasked(decisionEndpoint));
    });
    for (const GatewayRule &gateway : gateways) {
        m_lanes.post(u"gateway "_s + gateway.name, deadline,
                     [this, token, report, unasked, gateway, deadline](bool inTime) {
                         report(inTime ? askGateway(gateway, *token, deadline) : unasked(gateway.name));
                     });
    }
}

void RevocationProbe::sort(RevocationProof &proof)
{
    std::sort(proof.points.begin(), proof.points.end(),
              [](const PointProof &a, const PointProof &b) { return a.gateway < b.gateway; });
}

RevocationProof RevocationProbe::proofOf(const QList<Probe> &before, const QList<Probe> &after)
{
    RevocationProof proof;
    for (const Probe &each : before)
        proof.points.append(pointOf(each.gateway, each, probeOf(after, each.gateway)));
    for (const Probe &each : after) {
        if (!probeOf(before, each.gateway))
            proof.points.append(pointOf(each.gateway, {}, each));
    }
    sort(proof);
    const bool proven = !proof.points.isEmpty() &&
                        std::all_of(proof.points.cbegin(), proof.points.cend(), [](const PointProof &point) {
                            return point.outcome == ProofOutcome::Proven;
                        });
    proof.state = proven ? ProofOutcome::Proven : ProofOutcome::NotProven;
    return proof;
}

} // namespace pc::platform
