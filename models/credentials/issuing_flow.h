// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/credentials_client.h"
#include "contract/crypto/random_source.h"
#include "contract/rules/field_fault.h"
#include "contract/types/session.h"
#include "models/base/clock.h"
#include "models/base/flow_machine.h"
#include "models/credentials/secret_delivery.h"

#include <QObject>

#include <functional>
#include <optional>

namespace pc::models {

class ChangeFeed;

/// Asks for a credential or a new generation of one over an unreliable network (docs/admin-api.md,
/// Credentials), with one idempotency key per intent. Of a kind that has a secret, what is made is pending
/// then: a SecretDelivery opens it, the platform is told, and only then is it in force and handed out. Of
/// another kind nothing is delivered, and the answer ends it. The secret and its key are wiped with the flow.
class IssuingFlow : public QObject
{
    Q_OBJECT
public:
    ~IssuingFlow() override;

    [[nodiscard]] FlowState state() const { return m_machine.state(); }
    [[nodiscard]] bool isBusy() const { return models::isBusy(state()); }
    [[nodiscard]] const std::optional<client::ApiError> &error() const { return m_machine.error(); }
    /// Failed: the generation was made and was closed before it was acknowledged (revoked, replaced by
    /// another rotation, void). It never came into force; error() is what the acknowledgement was answered,
    /// if any.
    [[nodiscard]] bool isOvertaken() const { return m_overtaken; }
    /// The whole secret text as the partner uses it ("pcx_cs_…"); empty in every state but Holding.
    [[nodiscard]] const Secret &secret() const;
    /// The credential: as pending while confirming, as active from Holding on.
    [[nodiscard]] const std::optional<Credential> &credential() const { return m_credential; }
    [[nodiscard]] int generation() const { return m_generation; }
    /// Until when an unacknowledged generation lives; invalid before the service answered.
    [[nodiscard]] QDateTime voidAt() const { return m_voidAt; }

    /// Editing or Failed: starts a new intent, unless the service would certainly refuse it: then Failed at
    /// once.
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
    /// HeldBack: somebody asks for it; goes on to Holding. No answer is waited for before: then it goes on by
    /// itself again.
    void take();
    /// Holding: the person has it; wipes the secret.
    void finish();

Q_SIGNALS:
    void stateChanged();

protected:
    IssuingFlow(client::CredentialsClient &credentials, RandomSource &random, QObject *parent);
    /// The kind that is asked for: whether there is a secret to deliver.
    [[nodiscard]] virtual CredentialKind kind() const = 0;
    /// Sends issue or rotate with this key and this public key, empty without a secret.
    [[nodiscard]] virtual client::Call request(const QByteArray &sealTo, const client::IdempotencyKey &key,
                                               client::Callback<SealedIssue> callback) = 0;
    /// Why the request as it stands is not worth sending (request_check.h); asked by submit().
    [[nodiscard]] virtual std::optional<client::ApiError> refusal() const { return {}; }
    /// Looks whether the service did what was asked; calls `seen` when it did.
    [[nodiscard]] virtual client::Call look(std::function<void()> seen) = 0;
    /// The change of a credential may be what was asked for, before it is known which one that is.
    [[nodiscard]] virtual bool mayConcern(const Change &change) const = 0;
    [[nodiscard]] bool mayEdit() const { return models::mayEdit(state()); }
    [[nodiscard]] client::CredentialsClient &credentials() const { return m_credentials; }

private:
    void ask();
    void onAnswer(client::Result<SealedIssue> result);
    void deliver();
    void acknowledge();
    void onAcknowledged(client::Result<Versioned<Credential>> result);
    /// HeldBack: asks whether that can still come into force.
    void lookAtHeldBack();
    void fail(const client::ApiError &error);
    /// As FlowMachine::moveTo(), and tells it.
    void moveTo(FlowState next, std::optional<client::ApiError> error = {});
    [[nodiscard]] static bool isPassing(client::ErrorKind kind);

    client::CredentialsClient &m_credentials;
    RandomSource &m_random;
    client::IdempotencyKey m_key;             ///< of the intent
    std::optional<SecretDelivery> m_delivery; ///< of the intent, from asking to the end
    client::Call m_call;
    client::Call m_look;
    FlowMachine m_machine;
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
class IssueFlow final : public IssuingFlow
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
    [[nodiscard]] CredentialKind kind() const override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    [[nodiscard]] client::Call request(const QByteArray &sealTo, const client::IdempotencyKey &key,
                                       client::Callback<SealedIssue> callback) override;
    [[nodiscard]] client::Call look(std::function<void()> seen) override;
    [[nodiscard]] bool mayConcern(const Change &change) const override;
    QString m_partnerId;
    IssueRequest m_request;
};

/// Rotates a credential: a new generation beside the old one, whose grace starts when the new one is
/// acknowledged.
class RotateFlow final : public IssuingFlow
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
    [[nodiscard]] CredentialKind kind() const override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
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
