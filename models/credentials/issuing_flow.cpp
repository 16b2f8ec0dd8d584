// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/credentials/issuing_flow.h"

#include "contract/rules/act_refusal.h"
#include "contract/rules/credential_kinds.h"
#include "contract/rules/secret_life.h"
#include "models/base/change_feed.h"
#include "models/base/request_check.h"

#include <algorithm>

namespace pc::models {

using namespace Qt::StringLiterals;
using client::ErrorKind;

IssuingFlow::IssuingFlow(client::CredentialsClient &credentials, RandomSource &random, QObject *parent)
    : QObject(parent), m_credentials(credentials), m_random(random)
{
}

IssuingFlow::~IssuingFlow() = default;

const Secret &IssuingFlow::secret() const
{
    static const Secret none;
    return state() == FlowState::Holding ? m_delivery->shown() : none;
}

void IssuingFlow::submit()
{
    if (!mayEdit())
        return;
    m_key = client::IdempotencyKey::make();
    m_delivery.reset();
    m_credential.reset();
    m_generation = 0;
    m_voidAt = {};
    m_asksAgain = false;
    m_overtaken = false;
    moveTo(FlowState::Working);
    if (const auto refused = refusal())
        return fail(*refused);
    if (rules::traitsOf(kind()).secret)
        m_delivery.emplace(m_random);
    ask();
}

void IssuingFlow::retry()
{
    if (state() != FlowState::OutcomeUnknown)
        return;
    m_asksAgain = true;
    if (m_delivery && m_delivery->isHeld())
        return acknowledge();
    moveTo(FlowState::Working);
    ask();
}

void IssuingFlow::follow(ChangeFeed &feed)
{
    m_clock = &feed.clock();
    const auto lookWhenOpen = [this] {
        if (state() == FlowState::OutcomeUnknown)
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

void IssuingFlow::holdBack()
{
    m_heldBack = true;
}

void IssuingFlow::take()
{
    m_heldBack = false;
    if (state() == FlowState::HeldBack)
        acknowledge();
}

void IssuingFlow::finish()
{
    if (state() != FlowState::Holding)
        return;
    m_delivery.reset();
    moveTo(FlowState::Done);
}

void IssuingFlow::ask()
{
    m_call = request(m_delivery ? m_delivery->sealTo() : QByteArray(), m_key,
                     [this](client::Result<SealedIssue> result) { onAnswer(std::move(result)); });
}

void IssuingFlow::onAnswer(client::Result<SealedIssue> result)
{
    if (!result)
        return fail(result.error());
    m_generation = result->generation;
    m_voidAt = result->voidAt;
    m_asksAgain = false;
    const auto unopened = m_delivery ? m_delivery->open(*result, m_key) : std::nullopt;
    m_credential = std::move(result->credential);
    if (unopened)
        return fail(*unopened);
    if (m_delivery)
        deliver();
    else
        moveTo(FlowState::Done);
}

void IssuingFlow::deliver()
{
    if (!m_heldBack)
        return acknowledge();
    if (m_clock && m_voidAt.isValid())
        m_voidAlarm = m_clock->after(
            std::chrono::milliseconds(std::max<qint64>(0, m_clock->now().msecsTo(m_voidAt)) + 250),
            [this] { lookAtHeldBack(); });
    moveTo(FlowState::HeldBack);
}

void IssuingFlow::lookAtHeldBack()
{
    if (state() != FlowState::HeldBack)
        return;
    m_look = m_credentials.get(m_credential->id, this, [this](const auto &result) {
        if (state() != FlowState::HeldBack)
            return;
        const bool known = result || result.error().kind == ErrorKind::NotFound;
        const bool mayComeIntoForce =
            result && !rules::refusalOf(Op::CredentialAck, rules::factsOf(result->value, m_generation));
        if (!known || mayComeIntoForce)
            return;
        m_delivery.reset();
        m_overtaken = true;
        moveTo(FlowState::Failed);
    });
}

void IssuingFlow::acknowledge()
{
    moveTo(FlowState::Confirming);
    m_call =
        m_delivery->acknowledge(m_credentials, this, [this](client::Result<Versioned<Credential>> result) {
            onAcknowledged(std::move(result));
        });
}

void IssuingFlow::onAcknowledged(client::Result<Versioned<Credential>> result)
{
    if (!result)
        return fail(result.error());
    m_credential = std::move(result->value);
    m_delivery->show();
    moveTo(FlowState::Holding);
}

void IssuingFlow::fail(const client::ApiError &error)
{
    const bool acknowledging = state() == FlowState::Confirming;
    const bool mayGoOn = error.kind == ErrorKind::OutcomeUnknown ||
                         (acknowledging && isPassing(error.kind)) ||
                         (m_asksAgain && !client::tellsOutcome(error.kind));
    if (mayGoOn) {
        moveTo(FlowState::OutcomeUnknown, error);
        return;
    }
    m_delivery.reset();
    // Void is said of a secret that was made, when it is asked for again.
    m_overtaken =
        error.code() == ProblemCode::CredentialVoid || (acknowledging && client::tellsOutcome(error.kind) &&
                                                        error.code() != ProblemCode::AlreadyAcknowledged);
    moveTo(error.code() == ProblemCode::SecretGone ? FlowState::Gone : FlowState::Failed, error);
}

/// While acknowledging, the pending secret is in our hands: trouble that passes is no reason to throw it
/// away.
bool IssuingFlow::isPassing(ErrorKind kind)
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

void IssuingFlow::moveTo(FlowState next, std::optional<client::ApiError> error)
{
    if (m_machine.moveTo(next, std::move(error)))
        Q_EMIT stateChanged();
}

IssueFlow::IssueFlow(client::CredentialsClient &credentials, RandomSource &random, const QString &partnerId,
                     QObject *parent)
    : IssuingFlow(credentials, random, parent), m_partnerId(partnerId)
{
}

IssueFlow::~IssueFlow() = default;

void IssueFlow::setRequest(const IssueRequest &request)
{
    if (mayEdit())
        m_request = request;
}

std::optional<client::ApiError> IssueFlow::refusal() const
{
    return refusedBeforehand("IssueRequest", m_request);
}

CredentialKind IssueFlow::kind() const
{
    return m_request.kind;
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
    : IssuingFlow(credentials, random, parent), m_before(credential)
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

std::optional<client::ApiError> RotateFlow::refusal() const
{
    return refusedBeforehand("RotateRequest", m_request);
}

CredentialKind RotateFlow::kind() const
{
    return m_before.value.kind;
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
    const QList<rules::BodyFault> faults = requestFaults("IssueRequest", request);
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
