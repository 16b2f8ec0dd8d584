// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/credential_flows.h"

namespace pc::models {

using CredentialResult = client::Result<Versioned<Credential>>;

RevokeFlow::RevokeFlow(client::CredentialsClient &credentials, ChangeFeed &feed, const Credential &credential,
                       QObject *parent)
    : Flow(parent), m_credentials(credentials), m_credential(credential), m_facts(credentials, feed)
{
    m_facts.setCredential(credential.id, credential.partnerId);
}

RevokeFlow::~RevokeFlow() = default;

void RevokeFlow::send()
{
    const ActRequest request{reason(), ticket()};
    m_call = m_credentials.revoke(m_credential.id, request, key(), this,
                                  [this](client::Result<RevocationReceipt> result) {
                                      if (!result)
                                          return fail(result.error());
                                      m_receipt = std::move(*result);
                                      m_credential = m_receipt->credential;
                                      succeed();
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
}

GraceFlow::~GraceFlow() = default;

const Generation *GraceFlow::olderGeneration() const
{
    for (const Generation &generation : m_credential.value.generations) {
        if (generation.state == GenerationState::Grace)
            return &generation;
    }
    return nullptr;
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

void GraceFlow::send()
{
    // A repeat must be the very same request: "now" is fixed when it is first sent.
    if (key().text() != m_sentKey) {
        m_sentKey = key().text();
        m_sentUntil = m_endNow ? m_clock.now() : m_until;
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

SuspendFlow::SuspendFlow(client::CredentialsClient &credentials, const Versioned<Credential> &credential,
                         Act act, QObject *parent)
    : Flow(parent), m_credentials(credentials), m_credential(credential), m_act(act)
{
}

SuspendFlow::~SuspendFlow() = default;

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
