// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/credentials/secret_delivery.h"

namespace pc::models {

using namespace Qt::StringLiterals;

std::optional<client::ApiError> SecretDelivery::open(const SealedIssue &issue,
                                                     const client::IdempotencyKey &askedWith)
{
    const SealingContext context{issue.credential.id, issue.generation,
                                 QString::fromLatin1(askedWith.text())};
    auto opened = m_sealing.open(issue.sealed, context);
    if (!opened) {
        client::ApiError error;
        error.kind = client::ErrorKind::Protocol;
        error.detail = u"the sealed secret cannot be opened: "_s + QString::fromLatin1(opened.error().what);
        return error;
    }
    m_credentialId = issue.credential.id;
    m_generation = issue.generation;
    m_held = std::move(*opened);
    return {};
}

client::Call SecretDelivery::acknowledge(client::CredentialsClient &credentials, QObject *context,
                                         client::Callback<Versioned<Credential>> callback) const
{
    const AckRequest ack{ackDigest(m_held, m_credentialId, m_generation)};
    return credentials.acknowledge(m_credentialId, m_generation, ack, m_ackKey, context, std::move(callback));
}

} // namespace pc::models
