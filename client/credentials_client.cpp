// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/credentials_client.h"

#include "client/endpoint.h"

namespace pc::client {

using namespace Qt::StringLiterals;

Call CredentialsClient::list(const CredentialQuery &query, QObject *context,
                             Callback<Page<Credential>> callback)
{
    ApiRequest request;
    request.op = Op::CredentialList;
    request.query = queryItems(query);
    return callFor<Page<Credential>>(m_api, std::move(request), context, std::move(callback));
}

Call CredentialsClient::get(const QString &credentialId, QObject *context,
                            Callback<Versioned<Credential>> callback)
{
    ApiRequest request;
    request.op = Op::CredentialGet;
    request.path.insert(u"credential_id"_s, credentialId);
    return callFor<Versioned<Credential>>(m_api, std::move(request), context, std::move(callback));
}

Call CredentialsClient::use(const QString &credentialId, QObject *context,
                            Callback<pc::CredentialUse> callback)
{
    ApiRequest request;
    request.op = Op::CredentialUse;
    request.path.insert(u"credential_id"_s, credentialId);
    return callFor<pc::CredentialUse>(m_api, std::move(request), context, std::move(callback));
}

Call CredentialsClient::issue(const QString &partnerId, const IssueRequest &issue, const IdempotencyKey &key,
                              QObject *context, Callback<SealedIssue> callback)
{
    ApiRequest request;
    request.op = Op::CredentialIssue;
    request.path.insert(u"partner_id"_s, partnerId);
    request.key = key;
    request.body = toBytes(toJson(issue));
    return callFor<SealedIssue>(m_api, std::move(request), context, std::move(callback));
}

Call CredentialsClient::rotate(const QString &credentialId, const RotateRequest &rotate, const QString &etag,
                               const IdempotencyKey &key, QObject *context, Callback<SealedIssue> callback)
{
    ApiRequest request;
    request.op = Op::CredentialRotate;
    request.path.insert(u"credential_id"_s, credentialId);
    request.key = key;
    request.body = toBytes(toJson(rotate));
    request.etag = etag;
    return callFor<SealedIssue>(m_api, std::move(request), context, std::move(callback));
}

Call CredentialsClient::acknowledge(const QString &credentialId, int generation, const AckRequest &ack,
                                    const IdempotencyKey &key, QObject *context,
                                    Callback<Versioned<Credential>> callback)
{
    ApiRequest request;
    request.op = Op::CredentialAck;
    request.path.insert(u"credential_id"_s, credentialId);
    request.path.insert(u"generation"_s, QString::number(generation));
    request.key = key;
    request.body = toBytes(toJson(ack));
    return callFor<Versioned<Credential>>(m_api, std::move(request), context, std::move(callback));
}

Call CredentialsClient::grace(const QString &credentialId, const GraceRequest &grace, const QString &etag,
                              const IdempotencyKey &key, QObject *context,
                              Callback<Versioned<Credential>> callback)
{
    ApiRequest request;
    request.op = Op::CredentialGrace;
    request.path.insert(u"credential_id"_s, credentialId);
    request.key = key;
    request.body = toBytes(toJson(grace));
    request.etag = etag;
    return callFor<Versioned<Credential>>(m_api, std::move(request), context, std::move(callback));
}

Call CredentialsClient::suspend(const QString &credentialId, const ActRequest &act, const IdempotencyKey &key,
                                QObject *context, Callback<Versioned<Credential>> callback)
{
    ApiRequest request;
    request.op = Op::CredentialSuspend;
    request.path.insert(u"credential_id"_s, credentialId);
    request.key = key;
    request.body = toBytes(toJson(act));
    return callFor<Versioned<Credential>>(m_api, std::move(request), context, std::move(callback));
}

Call CredentialsClient::resume(const QString &credentialId, const ActRequest &act, const QString &etag,
                               const IdempotencyKey &key, QObject *context,
                               Callback<Versioned<Credential>> callback)
{
    ApiRequest request;
    request.op = Op::CredentialResume;
    request.path.insert(u"credential_id"_s, credentialId);
    request.key = key;
    request.body = toBytes(toJson(act));
    request.etag = etag;
    return callFor<Versioned<Credential>>(m_api, std::move(request), context, std::move(callback));
}

Call CredentialsClient::revoke(const QString &credentialId, const ActRequest &act, const IdempotencyKey &key,
                               QObject *context, Callback<RevocationReceipt> callback)
{
    ApiRequest request;
    request.op = Op::CredentialRevoke;
    request.path.insert(u"credential_id"_s, credentialId);
    request.key = key;
    request.timeout = std::chrono::seconds(60); // waits for decisions in flight and probes every gateway
    request.body = toBytes(toJson(act));
    return callFor<RevocationReceipt>(m_api, std::move(request), context, std::move(callback));
}

} // namespace pc::client
