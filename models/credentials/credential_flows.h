// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/credentials_client.h"
#include "models/base/clock.h"
#include "models/base/flow.h"
#include "models/credentials/credential_use_model.h"

namespace pc::models {

/// Revokes one credential: facts first, and where it is accepted now; then the revocation, which waits for
/// nothing; then its proof, as it comes.
class RevokeFlow final : public Flow
{
    Q_OBJECT
public:
    RevokeFlow(client::CredentialsClient &credentials, ChangeFeed &feed, const Credential &credential,
               QObject *parent = nullptr);
    ~RevokeFlow() override;
    [[nodiscard]] const Credential &credential() const { return m_credential; }
    /// Who would be cut off; loads by itself. A failed load never stops a revocation.
    [[nodiscard]] CredentialUseModel &facts() { return m_facts; }
    /// Where it is accepted now; nothing while that is being asked, and when it could not be. A failed probe
    /// never stops a revocation.
    [[nodiscard]] const std::optional<ProbeReport> &probe() const { return m_probe; }
    [[nodiscard]] bool isProbing() const { return m_probing; }
    /// When Done: since when, what died with it, the proof as far as it is. `durable` false: denied, but the
    /// store could not take it yet.
    [[nodiscard]] const std::optional<RevocationReceipt> &receipt() const { return m_receipt; }

Q_SIGNALS:
    void probeChanged();
    /// The receipt says more than before.
    void receiptChanged();

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    void look() override;
    void adopt(RevocationReceipt receipt);
    void fetchReceipt();
    client::CredentialsClient &m_credentials;
    TimerClock &m_clock;
    Credential m_credential;
    CredentialUseModel m_facts;
    std::optional<ProbeReport> m_probe;
    bool m_probing = true;
    client::Call m_probeCall;
    client::Call m_receiptCall;
    Alarm m_alarm; ///< a proof whose event was missed is asked for
    std::optional<RevocationReceipt> m_receipt;
};

/// Moves or ends the grace of the older of two valid generations. Ending it now is a revocation of that
/// generation and deserves its confirmation: endsNow().
class GraceFlow final : public Flow
{
    Q_OBJECT
public:
    GraceFlow(client::CredentialsClient &credentials, ChangeFeed &feed,
              const Versioned<Credential> &credential, QObject *parent = nullptr);
    ~GraceFlow() override;
    [[nodiscard]] const Versioned<Credential> &credential() const { return m_credential; }
    /// The generation in grace, also while the credential is suspended; nullptr when there is none.
    [[nodiscard]] const Generation *olderGeneration() const;
    [[nodiscard]] CredentialUseModel &facts() { return m_facts; }
    void setUntil(const QDateTime &until);
    /// Ends the grace at once.
    void setEndNow();
    [[nodiscard]] bool endsNow() const;
    [[nodiscard]] const std::optional<Versioned<Credential>> &result() const { return m_result; }

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    void look() override;
    /// What is asked for as of now.
    [[nodiscard]] QDateTime until() const { return m_endNow ? m_clock.now() : m_until; }
    client::CredentialsClient &m_credentials;
    TimerClock &m_clock;
    Versioned<Credential> m_credential;
    CredentialUseModel m_facts;
    QDateTime m_until;
    QDateTime m_sentUntil;
    QByteArray m_sentKey; ///< that m_sentUntil was sent with
    bool m_endNow = false;
    std::optional<Versioned<Credential>> m_result;
};

/// Suspends (reversible, needs no entity tag) or resumes a credential.
class SuspendFlow final : public Flow
{
    Q_OBJECT
public:
    enum class Act { Suspend, Resume };
    Q_ENUM(Act)
    SuspendFlow(client::CredentialsClient &credentials, ChangeFeed &feed,
                const Versioned<Credential> &credential, Act act, QObject *parent = nullptr);
    ~SuspendFlow() override;
    [[nodiscard]] Act act() const { return m_act; }
    [[nodiscard]] const Versioned<Credential> &credential() const { return m_credential; }
    [[nodiscard]] const std::optional<Versioned<Credential>> &result() const { return m_result; }

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    void look() override;
    client::CredentialsClient &m_credentials;
    Versioned<Credential> m_credential;
    Act m_act;
    std::optional<Versioned<Credential>> m_result;
};

/// The entity tag that goes with a credential or partner out of a list.
template <typename T>
[[nodiscard]] Versioned<T> versioned(const T &value)
{
    return {value, etagOf(value.version)};
}

} // namespace pc::models
