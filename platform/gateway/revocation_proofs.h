// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/gateway/revocation_probe.h"

#include <QHash>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>

namespace pc::platform {

/// Both halves of a proof: what every decision point said before (asked for when somebody is about to
/// revoke, good for five minutes), and what it says after. Nothing here is waited for by a revocation.
/// Thread-safe.
class RevocationProofs
{
public:
    static constexpr std::chrono::minutes preparedFor{5};
    static constexpr qsizetype mostPrepared = 2000;

    RevocationProofs(RevocationProbe &probe, const Clock &clock) : m_probe(probe), m_clock(clock) {}

    /// Asks all points now. `done` once, on another thread or, when nothing of the credential is accepted,
    /// here.
    void prepare(const QString &credentialId, const std::function<void(const ProbeReport &)> &done);
    /// What a revocation now would be proven against, as a proof that is running; nothing when no probe was
    /// made, or too long ago.
    [[nodiscard]] std::optional<RevocationProof> prepared(const QString &credentialId) const;
    [[nodiscard]] bool isPrepared(const QString &credentialId) const
    {
        return prepared(credentialId).has_value();
    }

    /// After the revocation: asks again and compares. Points that had not answered before the call are
    /// counted as not asked. `done` at once when nothing was prepared.
    void prove(const QString &credentialId, const std::function<void(const RevocationProof &)> &done);
    /// The proof as far as it is: running, or how it ended in this run of the service.
    [[nodiscard]] std::optional<RevocationProof> known(const QString &credentialId) const;

    /// Ends all that is being asked.
    void stop() { m_probe.stop(); }

private:
    struct Prepared
    {
        RevocationProbe::TokenPtr token;
        QList<Probe> answers;
        std::chrono::nanoseconds until{}; ///< steady
    };
    void keep(const QString &credentialId, Prepared prepared);
    [[nodiscard]] static RevocationProof running(const Prepared &prepared);

    RevocationProbe &m_probe;
    const Clock &m_clock;
    mutable std::mutex m_mutex;
    QHash<QString, Prepared> m_prepared;     // guarded by m_mutex
    QHash<QString, RevocationProof> m_known; // guarded by m_mutex
};

} // namespace pc::platform
