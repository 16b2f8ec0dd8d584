// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/revocation_proofs.h"

namespace pc::platform {

void RevocationProofs::keep(const QString &credentialId, Prepared prepared)
{
    const std::chrono::nanoseconds now = m_clock.now().steady;
    const std::lock_guard lock(m_mutex);
    m_prepared.removeIf([now](const auto &entry) { return entry.value().until <= now; });
    if (m_prepared.size() >= mostPrepared)
        m_prepared.erase(m_prepared.begin()); // a revocation without one is not proven, and done all the same
    m_prepared.insert(credentialId, std::move(prepared));
}

void RevocationProofs::prepare(const QString &credentialId,
                               const std::function<void(const ProbeReport &)> &done)
{
    const Moment now = m_clock.now();
    ProbeReport report;
    report.credentialId = credentialId;
    report.validUntil = toDateTime(now.wall + preparedFor);
    const RevocationProbe::TokenPtr token = m_probe.mint(id16Of(credentialId));
    if (!token)
        return done(report);
    report.generation = token->generation;
    keep(credentialId, {token, {}, now.steady + preparedFor});
    m_probe.ask(
        token,
        [this, credentialId, token](const Probe &answer) {
            const std::lock_guard lock(m_mutex);
            const auto found = m_prepared.find(credentialId);
            if (found != m_prepared.end() && found->token == token)
                found->answers.append(answer);
        },
        [this, credentialId, token, report, done] {
            ProbeReport full = report;
            {
                const std::lock_guard lock(m_mutex);
                const auto found = m_prepared.constFind(credentialId);
                if (found != m_prepared.constEnd() && found->token == token)
                    full.probes = found->answers;
            }
            done(full);
        });
}

RevocationProof RevocationProofs::running(const Prepared &prepared)
{
    RevocationProof proof;
    proof.state = ProofOutcome::Running;
    for (const Probe &before : prepared.answers)
        proof.points.append({before.gateway, ProofOutcome::Running, before, {}});
    RevocationProbe::sort(proof);
    return proof;
}

std::optional<RevocationProof> RevocationProofs::prepared(const QString &credentialId) const
{
    const std::chrono::nanoseconds now = m_clock.now().steady;
    const std::lock_guard lock(m_mutex);
    const auto found = m_prepared.constFind(credentialId);
    if (found == m_prepared.constEnd() || found->until <= now)
        return {};
    return running(*found);
}

void RevocationProofs::prove(const QString &credentialId,
                             const std::function<void(const RevocationProof &)> &done)
{
    Prepared prepared;
    {
        const std::chrono::nanoseconds now = m_clock.now().steady;
        const std::lock_guard lock(m_mutex);
        prepared = m_prepared.take(credentialId);
        if (prepared.until <= now)
            prepared.token = nullptr;
        if (m_known.size() >= mostPrepared)
            m_known.erase(m_known.begin());
        m_known.insert(credentialId, prepared.token ? running(prepared) : RevocationProof());
    }
    if (!prepared.token)
        return done(RevocationProof());
    auto after = std::make_shared<QList<Probe>>();
    auto mutex = std::make_shared<std::mutex>();
    m_probe.ask(
        prepared.token,
        [after, mutex](const Probe &answer) {
            const std::lock_guard lock(*mutex);
            after->append(answer);
        },
        [this, credentialId, before = prepared.answers, after, done] {
            const RevocationProof proof = RevocationProbe::proofOf(before, *after);
            {
                const std::lock_guard lock(m_mutex);
                m_known.insert(credentialId, proof);
            }
            done(proof);
        });
}

std::optional<RevocationProof> RevocationProofs::known(const QString &credentialId) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_known.constFind(credentialId);
    return found == m_known.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace pc::platform
