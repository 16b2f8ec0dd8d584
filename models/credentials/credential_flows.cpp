// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/credentials/credential_flows.h"

#include "contract/rules/act_refusal.h"
#include "models/base/request_check.h"

namespace pc::models {

using CredentialResult = client::Result<Versioned<Credential>>;

namespace {

/// Somewhat longer than the service lets its probes run.
constexpr std::chrono::seconds proofPatience{8};

} // namespace

RevokeFlow::RevokeFlow(client::CredentialsClient &credentials, ChangeFeed &feed, const Credential &credential,
                       QObject *parent)
    : Flow(parent), m_credentials(credentials), m_clock(feed.clock()), m_credential(credential),
      m_facts(credentials, feed)
{
    m_facts.setCredential(credential.id, credential.partnerId);
    m_probeCall = m_credentials.probe(credential.id, this, [this](client::Result<ProbeReport> result) {
        m_probing = false;
        if (result)
            m_probe = std::move(*result);
        Q_EMIT probeChanged();
    });
    follow(feed, ChangeKind::Credential, credential.id);
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        if (change.kind == ChangeKind::Credential && change.mayConcern(m_credential.id))
            fetchReceipt();
    });
    connect(&feed, &ChangeFeed::reset, this, &RevokeFlow::fetchReceipt);
}

RevokeFlow::~RevokeFlow() = default;

std::optional<client::ApiError> RevokeFlow::refusal() const
{
    return refusedBeforehand("ActRequest", ActRequest{reason(), ticket()});
}

void RevokeFlow::send()
{
    const ActRequest request{reason(), ticket()};
    m_call = m_credentials.revoke(m_credential.id, request, key(), this,
                                  [this](client::Result<RevocationReceipt> result) {
                                      if (!result)
                                          return fail(result.error());
                                      adopt(std::move(*result));
                                      succeed();
                                  });
}

/// The receipt is there as soon as the platform denies it, whether our answer came or not.
void RevokeFlow::look()
{
    m_look =
        m_credentials.revocation(m_credential.id, this, [this](client::Result<RevocationReceipt> result) {
            if (!result)
                return;
            adopt(std::move(*result));
            settle();
        });
}

void RevokeFlow::adopt(RevocationReceipt receipt)
{
    m_receipt = std::move(receipt);
    m_credential = m_receipt->credential;
    if (m_receipt->proof.state == ProofOutcome::Running)
        m_alarm = m_clock.after(proofPatience, [this] { fetchReceipt(); });
    else
        m_alarm.reset();
}

void RevokeFlow::fetchReceipt()
{
    const bool open = m_receipt && (m_receipt->proof.state == ProofOutcome::Running || !m_receipt->durable);
    if (state() != FlowState::Done || !open)
        return;
    m_receiptCall =
        m_credentials.revocation(m_credential.id, this, [this](client::Result<RevocationReceipt> result) {
            if (!result)
                return;
            adopt(std::move(*result));
            Q_EMIT receiptChanged();
        });
}

GraceFlow::GraceFlow(client::CredentialsClient &credentials, ChangeFeed &feed,
                     const Versioned<Credential> &credential, QObject *parent)
    : Flow(parent), m_credentials(credentials), m_clock(feed.clock()), m_credential(credential),
      m_facts(credentials, feed)
{
    if (const Generation *older = olderGeneration())
        m_until = older->graceUntil.value_or(QDateTime());
    m_facts.setCredential(credential.value.id, credential.value.partnerId);
    follow(feed, ChangeKind::Credential, credential.value.id);
}

GraceFlow::~GraceFlow() = default;

const Generation *GraceFlow::olderGeneration() const
{
    return rules::generationInGrace(m_credential.value);
}

void GraceFlow::look()
{
    m_look = m_credentials.get(m_credential.value.id, this, [this](CredentialResult result) {
        const Generation *older = result ? rules::generationInGrace(result->value) : nullptr;
        const bool isSo = older ? older->graceUntil == m_sentUntil : m_sentUntil <= m_clock.now();
        if (!result || !isSo)
            return;
        m_result = std::move(*result);
        settle();
    });
}

void GraceFlow::setUntil(const QDateTime &until)
{
    if (!mayEdit())
        return;
    m_until = until;
    m_endNow = false;
}

void GraceFlow::setEndNow()
{
    if (mayEdit())
        m_endNow = true;
}

bool GraceFlow::endsNow() const
{
    return m_endNow || m_until <= m_clock.now();
}

std::optional<client::ApiError> GraceFlow::refusal() const
{
    return refusedBeforehand("GraceRequest", GraceRequest{until(), reason(), ticket()});
}

void GraceFlow::send()
{
    // A repeat must be the very same request: "now" is fixed when it is first sent.
    if (key().text() != m_sentKey) {
        m_sentKey = key().text();
        m_sentUntil = until();
    }
    const GraceRequest request{m_sentUntil, reason(), ticket()};
    m_call = m_credentials.grace(m_credential.value.id, request, m_credential.etag, key(), this,
                                 [this](CredentialResult result) {
                                     if (!result)
                                         return fail(result.error());
                                     m_result = std::move(*result);
                                     succeed();
                                 });
}

SuspendFlow::SuspendFlow(client::CredentialsClient &credentials, ChangeFeed &feed,
                         const Versioned<Credential> &credential, Act act, QObject *parent)
    : Flow(parent), m_credentials(credentials), m_credential(credential), m_act(act)
{
    follow(feed, ChangeKind::Credential, credential.value.id);
}

void SuspendFlow::look()
{
    m_look = m_credentials.get(m_credential.value.id, this, [this](CredentialResult result) {
        if (!result)
            return;
        const CredentialState state = result->value.state;
        if (m_act == Act::Suspend ? state != CredentialState::Suspended : !rules::isLiving(state))
            return;
        m_result = std::move(*result);
        settle();
    });
}

SuspendFlow::~SuspendFlow() = default;

std::optional<client::ApiError> SuspendFlow::refusal() const
{
    return refusedBeforehand("ActRequest", ActRequest{reason(), ticket()});
}

void SuspendFlow::send()
{
    const ActRequest request{reason(), ticket()};
    const auto onAnswer = [this](CredentialResult result) {
        if (!result)
            return fail(result.error());
        m_result = std::move(*result);
        succeed();
    };
    if (m_act == Act::Suspend)
        m_call = m_credentials.suspend(m_credential.value.id, request, key(), this, onAnswer);
    else
        m_call =
            m_credentials.resume(m_credential.value.id, request, m_credential.etag, key(), this, onAnswer);
}

} // namespace pc::models
