// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/credentials_client.h"
#include "client/http/idempotency_key.h"
#include "contract/crypto/random_source.h"
#include "contract/crypto/sealing.h"
#include "contract/crypto/secret.h"

#include <optional>

namespace pc::models {

/// Brings one secret from the platform to a person: it is sealed to a key pair made here for it, opened,
/// held back until the platform has taken the proof that it is here, and only then shown. How it was asked
/// for is the matter of whoever asks (IssuingFlow). Key and secret are wiped with it.
class SecretDelivery final
{
public:
    explicit SecretDelivery(RandomSource &random) : m_sealing(SealingKey::generate(random)) {}

    /// What the platform is to seal it to.
    [[nodiscard]] QByteArray sealTo() const { return m_sealing.publicKey(); }
    /// Opens what came as the answer to the request with this key; else says why it cannot, and holds
    /// nothing. What is not opened is never acknowledged: it becomes void, and nothing usable exists.
    [[nodiscard]] std::optional<client::ApiError> open(const SealedIssue &issue,
                                                       const client::IdempotencyKey &askedWith);
    /// Opened, and not yet acknowledged.
    [[nodiscard]] bool isHeld() const { return !m_held.isEmpty(); }
    /// Tells the platform that it is here; may be repeated until there is an answer, always with one key.
    [[nodiscard]] client::Call acknowledge(client::CredentialsClient &credentials, QObject *context,
                                           client::Callback<Versioned<Credential>> callback) const;
    /// It is acknowledged: shown() is the whole text as the partner uses it ("pcx_cs_…").
    void show() { m_shown = std::move(m_held); }
    /// Empty before show().
    [[nodiscard]] const Secret &shown() const { return m_shown; }

private:
    SealingKey m_sealing;
    client::IdempotencyKey m_ackKey = client::IdempotencyKey::make();
    QString m_credentialId;
    int m_generation = 0;
    Secret m_held;
    Secret m_shown;
};

} // namespace pc::models
