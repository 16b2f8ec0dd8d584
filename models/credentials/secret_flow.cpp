// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/credentials/secret_flow.h"

#include "contract/codec/codecs.h"
#include "contract/crypto/sealing.h"
#include "contract/rules/body_check.h"
#include "contract/rules/secret_life.h"
#include "models/base/change_feed.h"

#include <algorithm>

namespace pc::models {

using namespace Qt::StringLiterals;
using client::ErrorKind;

/// Everything that belongs to one intent and dies with it; Secret and SealingKey wipe themselves.
struct SecretFlow::Intent
{
    SealingKey sealing;
    client::IdempotencyKey requestKey = client::IdempotencyKey::make();
    client::IdempotencyKey ackKey = client::IdempotencyKey::make();
    Secret opened; ///< held back until it is acknowledged
    Secret shown;

    explicit Intent(RandomSource &random) : sealing(SealingKey::generate(random)) {}
};

namespace {

bool isPending(const Credential &credential, int generation)
{
    return credential.state != CredentialState::Revoked &&
           std::any_of(credential.generations.begin(), credential.generations.end(),
                       [generation](const Generation &each) {
                           return each.number == generation && each.state == GenerationState::Pending;
                       });
}

} // namespace

SecretFlow::SecretFlow(client::CredentialsClient &credentials, RandomSource &random, QObject *parent)
    : QObject(parent), m_credentials(credentials), m_random(random)
{
}

SecretFlow::~SecretFlow() = default;

const Secret &SecretFlow::secret() const
{
    static const Secret none;
    return m_state == SecretFlowState::Holding ? m_intent->shown : none;
}

void SecretFlow::submit()
{
    if (!mayEdit())
        return;
    m_intent = std::make_unique<Intent>(m_random);
    m_credential.reset();
    m_generation = 0;
    m_voidAt = {};
    m_asksAgain = false;
    m_overtaken = false;
    ask();
}

void SecretFlow::retry()
{
    if (m_state != SecretFlowState::OutcomeUnknown)
        return;
    m_asksAgain = true;
    if (m_intent->opened.isEmpty())
        ask();
    else
        acknowledge();
}

void SecretFlow::follow(ChangeFeed &feed)
{
    m_clock = &feed.clock();
    const auto lookWhenOpen = [this] {
        if (m_state == SecretFlowState::OutcomeUnknown)
            m_look = look([this] { retry(); });
        else
            lookAtHeldBack();
    };
    connect(&feed, &ChangeFeed::changed, this, [this, lookWhenOpen](const Change &change) {
        if (change.kind == ChangeKind::Credential &&
            (m_credential ? change.mayConcern(m_credential->id) : mayConcern(change)))
            lookWhenOpen();
    });
    connect(&feed, &ChangeFeed::reset, this, lookWhenOpen);
}

void SecretFlow::holdBack()
{
    m_heldBack = true;
}

void SecretFlow::take()
{
    m_heldBack = false;
    if (m_state == SecretFlowState::Waiting)
        acknowledge();
}

void SecretFlow::finish()
{
    if (m_state != SecretFlowState::Holding)
        return;
    m_intent.reset();
    setState(SecretFlowState::Finished);
}

void SecretFlow::ask()
{
    setState(SecretFlowState::Requesting);
    m_call = request(m_intent->sealing.publicKey(), m_intent->requestKey,
                     [this](client::Result<SealedIssue> result) { onSealed(std::move(result)); });
}

void SecretFlow::onSealed(client::Result<SealedIssue> result)
{
    if (!result)
        return fail(result.error());
    const SealingContext context{result->credential.id, result->generation,
                                 QString::fromLatin1(m_intent->requestKey.text())};
    auto opened = m_intent->sealing.open(result->sealed, context);
    m_credential = std::move(result->credential);
    m_generation = result->generation;
    m_voidAt = result->voidAt;
    m_asksAgain = false;
    if (!opened) {
        // Never acknowledged, so it stays pending and becomes void: nothing usable exists.
        client::ApiError error;
        error.kind = ErrorKind::Protocol;
        error.detail = u"the sealed secret cannot be opened: "_s + QString::fromLatin1(opened.error().what);
        return fail(error);
    }
    m_intent->opened = std::move(*opened);
    if (!m_heldBack)
        return acknowledge();
    if (m_clock && m_voidAt.isValid())
        m_voidAlarm = m_clock->after(
            std::chrono::milliseconds(std::max<qint64>(0, m_clock->now().msecsTo(m_voidAt)) + 250),
            [this] { lookAtHeldBack(); });
    setState(SecretFlowState::Waiting);
}

void SecretFlow::lookAtHeldBack()
{
    if (m_state != SecretFlowState::Waiting)
        return;
    m_look = m_credentials.get(m_credential->id, this, [this](const auto &result) {
        if (m_state != SecretFlowState::Waiting)
            return;
        const bool known = result || result.error().kind == ErrorKind::NotFound;
        if (!known || (result && isPending(result->value, m_generation)))
            return;
        m_intent.reset();
        m_overtaken = true;
        setState(SecretFlowState::Failed);
    });
}

void SecretFlow::acknowledge()
{
    setState(SecretFlowState::Acknowledging);
    const AckRequest ack{ackDigest(m_intent->opened, m_credential->id, m_generation)};
    m_call = m_credentials.acknowledge(
        m_credential->id, m_generation, ack, m_intent->ackKey, this,
        [this](client::Result<Versioned<Credential>> result) { onAcknowledged(std::move(result)); });
}

void SecretFlow::onAcknowledged(client::Result<Versioned<Credential>> result)
{
    if (!result)
        return fail(result.error());
    m_credential = std::move(result->value);
    m_intent->shown = std::move(m_intent->opened);
    setState(SecretFlowState::Holding);
}

void SecretFlow::fail(const client::ApiError &error)
{
    const bool acknowledging = m_state == SecretFlowState::Acknowledging;
    const bool mayGoOn = error.kind == ErrorKind::OutcomeUnknown ||
                         (acknowledging && isPassing(error.kind)) ||
                         (m_asksAgain && !client::tellsOutcome(error.kind));
    if (mayGoOn)
        return setState(SecretFlowState::OutcomeUnknown, error);
    m_intent.reset();
    // Void is said of a secret that was made, when it is asked for again.
    m_overtaken =
        error.code() == ProblemCode::CredentialVoid || (acknowledging && client::tellsOutcome(error.kind) &&
                                                        error.code() != ProblemCode::AlreadyAcknowledged);
    setState(error.code() == ProblemCode::SecretGone ? SecretFlowState::SecretGone : SecretFlowState::Failed,
             error);
}

/// While acknowledging, the pending secret is in our hands: trouble that passes is no reason to throw it
/// away.
bool SecretFlow::isPassing(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
    case ErrorKind::RateLimited:
    case ErrorKind::Server:
    case ErrorKind::Unauthorized:
    case ErrorKind::Protocol:
    case ErrorKind::Tls:
        return true;
    default:
        return false;
    }
}

void SecretFlow::setState(SecretFlowState state, std::optional<client::ApiError> error)
{
    m_error = std::move(error);
    m_state = state;
    Q_EMIT stateChanged();
}

IssueFlow::IssueFlow(client::CredentialsClient &credentials, RandomSource &random, const QString &partnerId,
                     QObject *parent)
    : SecretFlow(credentials, random, parent), m_partnerId(partnerId)
{
}

IssueFlow::~IssueFlow() = default;

void IssueFlow::setRequest(const IssueRequest &request)
{
    if (mayEdit())
        m_request = request;
}

client::Call IssueFlow::request(const QByteArray &sealTo, const client::IdempotencyKey &key,
                                client::Callback<SealedIssue> callback)
{
    IssueRequest request = m_request;
    request.sealTo = sealTo;
    return credentials().issue(m_partnerId, request, key, this, std::move(callback));
}

bool IssueFlow::mayConcern(const Change &change) const
{
    return change.mayConcernPartner(m_partnerId);
}

client::Call IssueFlow::look(std::function<void()> seen)
{
    CredentialQuery query;
    query.partnerId = m_partnerId;
    query.text = m_request.name;
    return credentials().list(query, this, [this, seen](const client::Result<Page<Credential>> &result) {
        // Acknowledged without an answer, or not even known to be made.
        const auto isOurs = [this](const Credential &each) {
            return credential() ? each.id == credential()->id && each.state == CredentialState::Active
                                : each.name == m_request.name && each.state == CredentialState::Pending;
        };
        if (result && std::any_of(result->items.begin(), result->items.end(), isOurs))
            seen();
    });
}

RotateFlow::RotateFlow(client::CredentialsClient &credentials, RandomSource &random,
                       const Versioned<Credential> &credential, QObject *parent)
    : SecretFlow(credentials, random, parent), m_before(credential)
{
    m_request.emergency = needsEmergency();
}

RotateFlow::~RotateFlow() = default;

bool RotateFlow::needsEmergency() const
{
    return m_before.value.state == CredentialState::Rotating;
}

void RotateFlow::setRequest(const RotateRequest &request)
{
    if (mayEdit())
        m_request = request;
}

client::Call RotateFlow::request(const QByteArray &sealTo, const client::IdempotencyKey &key,
                                 client::Callback<SealedIssue> callback)
{
    RotateRequest request = m_request;
    request.sealTo = sealTo;
    return credentials().rotate(m_before.value.id, request, m_before.etag, key, this, std::move(callback));
}

bool RotateFlow::mayConcern(const Change &change) const
{
    return change.mayConcern(m_before.value.id);
}

client::Call RotateFlow::look(std::function<void()> seen)
{
    return credentials().get(
        m_before.value.id, this, [this, seen](const client::Result<Versioned<Credential>> &result) {
            const QList<Generation> &known = m_before.value.generations;
            const int newest = known.isEmpty() ? 0 : known.first().number;
            const auto isOurs = [this, newest](const Generation &each) {
                return credential() ? each.number == generation() && each.state == GenerationState::Active
                                    : each.number > newest;
            };
            if (result &&
                std::any_of(result->value.generations.begin(), result->value.generations.end(), isOurs))
                seen();
        });
}

QList<rules::FieldProblem> validateIssue(const IssueRequest &request, const QStringList &grantedScopes,
                                         const QDateTime &now)
{
    using rules::FieldFault;
    QList<rules::FieldProblem> problems;
    const QJsonObject body = rules::settledBody("IssueRequest", toJson(request));
    const QList<rules::BodyFault> faults = rules::bodyFaults("IssueRequest", body);
    for (const rules::BodyFault &fault : faults)
        problems.append({fault.pointer, fault.fault});
    for (qsizetype i = 0; i < request.scopes.size(); ++i)
        if (!grantedScopes.contains(request.scopes.at(i)))
            problems.append(
                {u"/scopes/"_s + QString::number(i), FieldFault::NotGranted, request.scopes.at(i)});
    const QString end = u"/expires_at"_s;
    if (!request.expiresAt.isValid())
        problems.append({end, FieldFault::Required});
    else if (const auto fault = rules::expiryFault(request.expiresAt, now, rules::longestLife(now)))
        problems.append({end, *fault});
    return problems;
}

} // namespace pc::models
