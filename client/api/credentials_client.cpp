// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/credentials_client.h"

#include "client/api/endpoint.h"

namespace pc::client {

using namespace Qt::StringLiterals;

Call CredentialsClient::list(const CredentialQuery &query, QObject *context,
                             Callback<Page<Credential>> callback)
{
    ApiRequest request = requestFor(Op::CredentialList);
    request.query = queryItems(query);
    return callFor<Page<Credential>>(m_api, std::move(request), context, std::move(callback));
}

Call CredentialsClient::get(const QString &credentialId, QObject *context,
                            Callback<Versioned<Credential>> callback)
{
    return callFor<Versioned<Credential>>(m_api,
                                          requestFor(Op::CredentialGet, {{u"credential_id"_s, credentialId}}),
                                          context, std::move(callback));
}

Call CredentialsClient::use(const QString &credentialId, QObject *context,
                            Callback<pc::CredentialUse> callback)
{
    return callFor<pc::CredentialUse>(m_api,
                                      requestFor(Op::CredentialUse, {{u"credential_id"_s, credentialId}}),
                                      context, std::move(callback));
}

Call CredentialsClient::issue(const QString &partnerId, const IssueRequest &issue, const IdempotencyKey &key,
                              QObject *context, Callback<SealedIssue> callback)
{
    ApiRequest request = writeOf(Op::CredentialIssue, {{u"partner_id"_s, partnerId}}, issue, key);
    return callFor<SealedIssue>(m_api, std::move(request), context, std::move(callback));
}

Call CredentialsClient::rotate(const QString &credentialId, const RotateRequest &rotate, const QString &etag,
                               const IdempotencyKey &key, QObject *context, Callback<SealedIssue> callback)
{
    ApiRequest request =
        writeOf(Op::CredentialRotate, {{u"credential_id"_s, credentialId}}, rotate, key, etag);
    return callFor<SealedIssue>(m_api, std::move(request), context, std::move(callback));
}

Call CredentialsClient::acknowledge(const QString &credentialId, int generation, const AckRequest &ack,
                                    const IdempotencyKey &key, QObject *context,
                                    Callback<Versioned<Credential>> callback)
{
    ApiRequest request = writeOf(
        Op::CredentialAck,
        {{u"credential_id"_s, credentialId}, {u"generation"_s, QString::number(generation)}}, ack, key);
    return callFor<Versioned<Credential>>(m_api, std::move(request), context, std::move(callback));
}

Call CredentialsClient::grace(const QString &credentialId, const GraceRequest &grace, const QString &etag,
                              const IdempotencyKey &key, QObject *context,
                              Callback<Versioned<Credential>> callback)
{
    ApiRequest request = writeOf(Op::CredentialGrace, {{u"credential_id"_s, credentialId}}, grace, key, etag);
    return callFor<Versioned<Credential>>(m_api, std::move(request), context, std::move(callback));
}

Call CredentialsClient::suspend(const QString &credentialId, const ActRequest &act, const IdempotencyKey &key,
                                QObject *context, Callback<Versioned<Credential>> callback)
{
    ApiRequest request = writeOf(Op::CredentialSuspend, {{u"credential_id"_s, credentialId}}, act, key);
    return callFor<Versioned<Credential>>(m_api, std::move(request), context, std::move(callback));
}

Call CredentialsClient::resume(const QString &credentialId, const ActRequest &act, const QString &etag,
                               const IdempotencyKey &key, QObject *context,
                               Callback<Versioned<Credential>> callback)
{
    ApiRequest request = writeOf(Op::CredentialResume, {{u"credential_id"_s, credentialId}}, act, key, etag);
    return callFor<Versioned<Credential>>(m_api, std::move(request), context, std::move(callback));
}

Call CredentialsClient::probe(const QString &credentialId, QObject *context, Callback<ProbeReport> callback)
{
    return callFor<ProbeReport>(m_api, requestFor(Op::CredentialProbe, {{u"credential_id"_s, credentialId}}),
                                context, std::move(callback));
}

Call CredentialsClient::revoke(const QString &credentialId, const ActRequest &act, const IdempotencyKey &key,
                               QObject *context, Callback<RevocationReceipt> callback)
{
    ApiRequest request = writeOf(Op::CredentialRevoke, {{u"credential_id"_s, credentialId}}, act, key);
    return callFor<RevocationReceipt>(m_api, std::move(request), context, std::move(callback));
}

Call CredentialsClient::revocation(const QString &credentialId, QObject *context,
                                   Callback<RevocationReceipt> callback)
{
    return callFor<RevocationReceipt>(m_api,
                                      requestFor(Op::RevocationGet, {{u"credential_id"_s, credentialId}}),
                                      context, std::move(callback));
}

} // namespace pc::client
