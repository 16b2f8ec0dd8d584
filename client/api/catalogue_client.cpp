// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/catalogue_client.h"

#include "client/api/endpoint.h"

namespace pc::client {

using namespace Qt::StringLiterals;

namespace {

QHash<QString, QString> pathOf(const QString &apiId)
{
    return {{u"api_id"_s, apiId}};
}

QHash<QString, QString> pathOf(const QString &apiId, const QString &revisionId)
{
    return {{u"api_id"_s, apiId}, {u"revision_id"_s, revisionId}};
}

} // namespace

Call CatalogueClient::apis(QObject *context, Callback<Page<Api>> callback)
{
    return callFor<Page<Api>>(m_api, requestFor(Op::ApiList), context, std::move(callback));
}

Call CatalogueClient::api(const QString &apiId, QObject *context, Callback<Versioned<Api>> callback)
{
    return callFor<Versioned<Api>>(m_api, requestFor(Op::ApiGet, pathOf(apiId)), context,
                                   std::move(callback));
}

Call CatalogueClient::create(const ApiDraft &draft, const IdempotencyKey &key, QObject *context,
                             Callback<Versioned<Api>> callback)
{
    return callFor<Versioned<Api>>(m_api, writeOf(Op::ApiCreate, {}, draft, key), context,
                                   std::move(callback));
}

Call CatalogueClient::edit(const QString &apiId, const ApiDraft &draft, const QString &etag,
                           const IdempotencyKey &key, QObject *context, Callback<Versioned<Api>> callback)
{
    return callFor<Versioned<Api>>(m_api, writeOf(Op::ApiEdit, pathOf(apiId), draft, key, etag), context,
                                   std::move(callback));
}

Call CatalogueClient::remove(const QString &apiId, const ActRequest &act, const QString &etag,
                             const IdempotencyKey &key, QObject *context, Callback<Api> callback)
{
    return callFor<Api>(m_api, writeOf(Op::ApiRemove, pathOf(apiId), act, key, etag), context,
                        std::move(callback));
}

Call CatalogueClient::revisions(const QString &apiId, QObject *context,
                                Callback<Page<CatalogueRevision>> callback)
{
    return callFor<Page<CatalogueRevision>>(m_api, requestFor(Op::RevisionList, pathOf(apiId)), context,
                                            std::move(callback));
}

Call CatalogueClient::propose(const QString &apiId, const QByteArray &description, const ScopeRule &rule,
                              const IdempotencyKey &key, std::function<void(qint64, qint64)> progress,
                              QObject *context, Callback<CatalogueRevision> callback)
{
    Q_ASSERT_X(!description.isEmpty(), "pc::client", "a description has bytes");
    ApiRequest request = requestFor(Op::RevisionPropose, pathOf(apiId));
    request.query = queryItems(rule);
    request.body = description;
    request.contentType = "application/octet-stream";
    request.key = key;
    request.timeout = uploadPatience;
    request.writeLimit = uploadLimit;
    request.holds = uploadLimit; // a slow line is not a platform that does not answer
    request.progress = std::move(progress);
    return callFor<CatalogueRevision>(m_api, std::move(request), context, std::move(callback));
}

Call CatalogueClient::review(const QString &apiId, const QString &revisionId, QObject *context,
                             Callback<RevisionReview> callback)
{
    return callFor<RevisionReview>(m_api, requestFor(Op::RevisionGet, pathOf(apiId, revisionId)), context,
                                   std::move(callback));
}

Call CatalogueClient::changes(const QString &apiId, const QString &revisionId, const RouteChangeQuery &query,
                              QObject *context, Callback<Page<RouteChange>> callback)
{
    ApiRequest request = requestFor(Op::RevisionChanges, pathOf(apiId, revisionId));
    request.query = queryItems(query);
    return callFor<Page<RouteChange>>(m_api, std::move(request), context, std::move(callback));
}

Call CatalogueClient::giveRule(const QString &apiId, const QString &revisionId, const ScopeRule &rule,
                               const IdempotencyKey &key, QObject *context,
                               Callback<CatalogueRevision> callback)
{
    return callFor<CatalogueRevision>(m_api, writeOf(Op::RevisionRule, pathOf(apiId, revisionId), rule, key),
                                      context, std::move(callback));
}

Call CatalogueClient::apply(const QString &apiId, const QString &revisionId, std::optional<qint64> reviewed,
                            const ActRequest &act, const QString &etag, const IdempotencyKey &key,
                            QObject *context, Callback<Versioned<Api>> callback)
{
    ApiRequest request = writeOf(Op::RevisionApply, pathOf(apiId, revisionId), act, key, etag);
    if (reviewed)
        request.query = {{u"revision_version"_s, QString::number(*reviewed)}};
    return callFor<Versioned<Api>>(m_api, std::move(request), context, std::move(callback));
}

Call CatalogueClient::removeRevision(const QString &apiId, const QString &revisionId, const ActRequest &act,
                                     const IdempotencyKey &key, QObject *context,
                                     Callback<CatalogueRevision> callback)
{
    return callFor<CatalogueRevision>(m_api, writeOf(Op::RevisionRemove, pathOf(apiId, revisionId), act, key),
                                      context, std::move(callback));
}

} // namespace pc::client
