// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "client/http/idempotency_key.h"
#include "contract/types/credential.h"
#include "contract/types/page.h"

namespace pc::client {

class ApiCaller;

/// /credentials and their life cycle (docs/admin-api.md, Credentials).
class CredentialsClient
{
public:
    explicit CredentialsClient(ApiCaller &api) : m_api(api) {}
    Call list(const CredentialQuery &query, QObject *context, Callback<Page<Credential>> callback);
    Call get(const QString &credentialId, QObject *context, Callback<Versioned<Credential>> callback);
    /// Who used which generation, and what is alive now: the facts before access is taken away.
    Call use(const QString &credentialId, QObject *context, Callback<CredentialUse> callback);
    Call issue(const QString &partnerId, const IssueRequest &request, const IdempotencyKey &key,
               QObject *context, Callback<SealedIssue> callback);
    Call rotate(const QString &credentialId, const RotateRequest &request, const QString &etag,
                const IdempotencyKey &key, QObject *context, Callback<SealedIssue> callback);
    Call acknowledge(const QString &credentialId, int generation, const AckRequest &ack,
                     const IdempotencyKey &key, QObject *context, Callback<Versioned<Credential>> callback);
    Call grace(const QString &credentialId, const GraceRequest &grace, const QString &etag,
               const IdempotencyKey &key, QObject *context, Callback<Versioned<Credential>> callback);
    Call suspend(const QString &credentialId, const ActRequest &act, const IdempotencyKey &key,
                 QObject *context, Callback<Versioned<Credential>> callback);
    Call resume(const QString &credentialId, const ActRequest &act, const QString &etag,
                const IdempotencyKey &key, QObject *context, Callback<Versioned<Credential>> callback);
    /// Asks every gateway whether it accepts the credential now: what a revocation within five minutes is
    /// proven against.
    Call probe(const QString &credentialId, QObject *context, Callback<ProbeReport> callback);
    /// Final. Waits for no entity tag, and for no gateway: the proof comes later, by revocation().
    Call revoke(const QString &credentialId, const ActRequest &act, const IdempotencyKey &key,
                QObject *context, Callback<RevocationReceipt> callback);
    /// The receipt, with its proof as far as it is.
    Call revocation(const QString &credentialId, QObject *context, Callback<RevocationReceipt> callback);

private:
    ApiCaller &m_api;
};

} // namespace pc::client
