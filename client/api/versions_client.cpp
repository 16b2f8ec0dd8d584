// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/versions_client.h"

#include "client/api/endpoint.h"

namespace pc::client {

using namespace Qt::StringLiterals;

namespace {

QHash<QString, QString> pathOfVersion(const QString &apiId, const QString &versionId)
{
    return {{u"api_id"_s, apiId}, {u"version_id"_s, versionId}};
}

QString tagOf(const ApiVersion &version)
{
    return u'"' + QString::number(version.version) + u'"';
}

} // namespace

Call VersionsClient::versions(const QString &apiId, QObject *context, Callback<Page<ApiVersion>> callback)
{
    return callFor<Page<ApiVersion>>(m_api, requestFor(Op::VersionList, {{u"api_id"_s, apiId}}), context,
                                     std::move(callback));
}

Call VersionsClient::create(const QString &apiId, const ApiVersionDraft &draft, const IdempotencyKey &key,
                            QObject *context, Callback<ApiVersion> callback)
{
    return callFor<ApiVersion>(m_api, writeOf(Op::VersionCreate, {{u"api_id"_s, apiId}}, draft, key), context,
                               std::move(callback));
}

Call VersionsClient::edit(const ApiVersion &before, const ApiVersionDraft &draft, const IdempotencyKey &key,
                          QObject *context, Callback<ApiVersion> callback)
{
    return callFor<ApiVersion>(
        m_api, writeOf(Op::VersionEdit, pathOfVersion(before.apiId, before.id), draft, key, tagOf(before)),
        context, std::move(callback));
}

Call VersionsClient::end(const ApiVersion &version, const ActRequest &act, const IdempotencyKey &key,
                         QObject *context, Callback<ApiVersion> callback)
{
    return callFor<ApiVersion>(m_api,
                               writeOf(Op::VersionEnd, pathOfVersion(version.apiId, version.id), act, key),
                               context, std::move(callback));
}

Call VersionsClient::remove(const ApiVersion &version, const ActRequest &act, const IdempotencyKey &key,
                            QObject *context, Callback<ApiVersion> callback)
{
    return callFor<ApiVersion>(
        m_api, writeOf(Op::VersionRemove, pathOfVersion(version.apiId, version.id), act, key, tagOf(version)),
        context, std::move(callback));
}

Call VersionsClient::use(const QString &apiId, const QString &versionId, QObject *context,
                         Callback<VersionUse> callback)
{
    return callFor<VersionUse>(m_api, requestFor(Op::VersionUse, pathOfVersion(apiId, versionId)), context,
                               std::move(callback));
}

} // namespace pc::client
