// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/credentials_client.h"
#include "contract/crypto/random_source.h"
#include "contract/crypto/secret.h"
#include "contract/rules/field_fault.h"
#include "contract/types/session.h"
#include "models/base/clock.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace pc::models {

class ChangeFeed;

enum class SecretFlowState {
    Editing,
    Requesting, ///< asking for a pending generation, sealed to this flow's key
    Waiting,    ///< opened here and held back: nothing changes until take(), and it becomes void at voidAt()
    Acknowledging,  ///< the secret was opened here; telling the service before anything is shown
    Holding,        ///< acknowledged and active: secret() may be shown
    Finished,       ///< the person is done; the secret is wiped
    OutcomeUnknown, ///< no answer after several repeats; retry() goes on with the same key, at most one
                    ///< credential can result
    Failed,    ///< refused for a known reason, or isOvertaken(); nothing was issued that anybody could use
    SecretGone ///< the service acknowledged this intent before, and the secret is not here: rotate to get a
               ///< new one
};

/// Gets a new secret over an unreliable network (docs/admin-api.md, Credentials): one key pair and one
/// idempotency key per intent, pending → open → acknowledge, and only then is the secret handed out. The
/// secret and the private key are wiped with the flow.
class SecretFlow : public QObject
{
    Q_OBJECT
public:
    ~SecretFlow() override;

    [[nodiscard]] SecretFlowState state() const { return m_state; }
    [[nodiscard]] bool isBusy() const
    {
        return m_state == SecretFlowState::Requesting || m_state == SecretFlowState::Acknowledging;
    }
    [[nodiscard]] const std::optional<client::ApiError> &error() const { return m_error; }
    /// Failed: the generation was made and was closed before it was acknowledged (revoked, replaced by
    /// another rotation, void). It never came into force; error() is what the acknowledgement was answered,
    /// if any.
    [[nodiscard]] bool isOvertaken() const { return m_overtaken; }
    /// The whole secret text as the partner uses it ("pcx_cs_…"); empty in every state but Holding.
    [[nodiscard]] const Secret &secret() const;
    /// The credential: as pending while acknowledging, as active from Holding on.
    [[nodiscard]] const std::optional<Credential> &credential() const { return m_credential; }
    [[nodiscard]] int generation() const { return m_generation; }
    /// Until when an unacknowledged generation lives; invalid before the service answered.
    [[nodiscard]] QDateTime voidAt() const { return m_voidAt; }

    /// Editing or Failed: starts a new intent.
    void submit();
    /// OutcomeUnknown: repeats the step whose answer was lost, with the same keys.
    void retry();
    /// The feed says sooner than anybody asks what became of a request without an answer: once the service is
    /// seen to have done it, the same step is repeated and its answer fetched. What did not arrive is not
    /// sent again. Of what is held back it says that it was closed meanwhile.
    void follow(ChangeFeed &feed);
    /// Nobody looks any more: what the service makes is not acknowledged before somebody asks for it, so that
    /// no secret comes into force unseen.
    void holdBack();
    /// Waiting: somebody asks for it; goes on to Holding. No answer is waited for before: then it goes on by
    /// itself again.
    void take();
    /// Holding: the person has it; wipes the secret.
    void finish();

Q_SIGNALS:
    void stateChanged();

protected:
    SecretFlow(client::CredentialsClient &credentials, RandomSource &random, QObject *parent);
    /// Sends issue or rotate with this key and this public key.
    [[nodiscard]] virtual client::Call request(const QByteArray &sealTo, const client::IdempotencyKey &key,
                                               client::Callback<SealedIssue> callback) = 0;
    /// Looks whether the service did what was asked; calls `seen` when it did.
    [[nodiscard]] virtual client::Call look(std::function<void()> seen) = 0;
    /// The change of a credential may be what was asked for, before it is known which one that is.
    [[nodiscard]] virtual bool mayConcern(const Change &change) const = 0;
    [[nodiscard]] bool mayEdit() const
    {
        return m_state == SecretFlowState::Editing || m_state == SecretFlowState::Failed;
    }
    [[nodiscard]] client::CredentialsClient &credentials() const { return m_credentials; }

private:
    struct Intent; // sealing key, idempotency keys, opened secret
    void ask();
    void onSealed(client::Result<SealedIssue> result);
    void acknowledge();
    void onAcknowledged(client::Result<Versioned<Credential>> result);
    /// Waiting: asks whether what is held back can still come into force.
    void lookAtHeldBack();
    void fail(const client::ApiError &error);
    /// `error`: why, in the states that end a try without what was asked for; of no other state.
    void setState(SecretFlowState state, std::optional<client::ApiError> error = {});
    [[nodiscard]] static bool isPassing(client::ErrorKind kind);

    client::CredentialsClient &m_credentials;
    RandomSource &m_random;
    std::unique_ptr<Intent> m_intent;
    client::Call m_call;
    client::Call m_look;
    SecretFlowState m_state = SecretFlowState::Editing;
    std::optional<client::ApiError> m_error;
    std::optional<Credential> m_credential;
    int m_generation = 0;
    bool m_heldBack = false;
    bool m_asksAgain = false; ///< whether the request was carried out is not known from before
    bool m_overtaken = false;
    QDateTime m_voidAt;
    TimerClock *m_clock = nullptr; ///< of the feed that is followed
    Alarm m_voidAlarm;
};

/// Issues a new credential.
class IssueFlow final : public SecretFlow
{
    Q_OBJECT
public:
    IssueFlow(client::CredentialsClient &credentials, RandomSource &random, const QString &partnerId,
              QObject *parent = nullptr);
    ~IssueFlow() override;
    [[nodiscard]] const QString &partnerId() const { return m_partnerId; }
    /// `sealTo` is ignored: the flow sets its own.
    [[nodiscard]] const IssueRequest &request() const { return m_request; }
    void setRequest(const IssueRequest &request);

private:
    [[nodiscard]] client::Call request(const QByteArray &sealTo, const client::IdempotencyKey &key,
                                       client::Callback<SealedIssue> callback) override;
    [[nodiscard]] client::Call look(std::function<void()> seen) override;
    [[nodiscard]] bool mayConcern(const Change &change) const override;
    QString m_partnerId;
    IssueRequest m_request;
};

/// Rotates a credential: a new generation beside the old one, whose grace starts when the new one is
/// acknowledged.
class RotateFlow final : public SecretFlow
{
    Q_OBJECT
public:
    RotateFlow(client::CredentialsClient &credentials, RandomSource &random,
               const Versioned<Credential> &credential, QObject *parent = nullptr);
    ~RotateFlow() override;
    [[nodiscard]] const Versioned<Credential> &before() const { return m_before; }
    /// Two generations are valid already: only an emergency rotation is possible, and it drops the older one.
    [[nodiscard]] bool needsEmergency() const;
    [[nodiscard]] const RotateRequest &request() const { return m_request; }
    void setRequest(const RotateRequest &request);

private:
    [[nodiscard]] client::Call request(const QByteArray &sealTo, const client::IdempotencyKey &key,
                                       client::Callback<SealedIssue> callback) override;
    [[nodiscard]] client::Call look(std::function<void()> seen) override;
    [[nodiscard]] bool mayConcern(const Change &change) const override;
    Versioned<Credential> m_before;
    RotateRequest m_request;
};

/// What is wrong with an issue request before it is sent: its fields by rules::fieldLimits(), scopes that the
/// partner does not hold, and its end. (Whether a reason is needed is asked at its field.)
[[nodiscard]] QList<rules::FieldProblem>
validateIssue(const IssueRequest &request, const QStringList &grantedScopes, const QDateTime &now);

} // namespace pc::models
