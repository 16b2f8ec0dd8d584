// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/scopes_client.h"

#include "client/api/endpoint.h"

namespace pc::client {

using namespace Qt::StringLiterals;

namespace {

ApiRequest about(const QString &name, ApiRequest request)
{
    request.query.append({u"scope"_s, name});
    return request;
}

ApiRequest scopeRead(Op op)
{
    ApiRequest request = requestFor(op);
    return request;
}

} // namespace

Call ScopesClient::scope(const QString &name, QObject *context, Callback<Versioned<Scope>> callback)
{
    return callFor<Versioned<Scope>>(m_api, about(name, scopeRead(Op::ScopeGet)), context,
                                     std::move(callback));
}

Call ScopesClient::figures(QObject *context, Callback<Page<ScopeFigures>> callback)
{
    return callFor<Page<ScopeFigures>>(m_api, scopeRead(Op::ScopeFigures), context, std::move(callback));
}

Call ScopesClient::holders(const QString &name, const QString &cursor, int limit, QObject *context,
                           Callback<Page<ScopeHolder>> callback)
{
    ApiRequest request = about(name, scopeRead(Op::ScopeHolders));
    if (limit > 0)
        request.query.append({u"limit"_s, QString::number(limit)});
    if (!cursor.isEmpty())
        request.query.append({u"cursor"_s, cursor});
    return callFor<Page<ScopeHolder>>(m_api, std::move(request), context, std::move(callback));
}

Call ScopesClient::effect(const QString &name, const ScopeDraft &draft, QObject *context,
                          Callback<ScopeEffect> callback)
{
    ApiRequest request = about(name, scopeRead(Op::ScopeEffect));
    request.body = toBytes(toJson(draft));
    return callFor<ScopeEffect>(m_api, std::move(request), context, std::move(callback));
}

Call ScopesClient::edit(const QString &name, const ScopeDraft &draft, const QString &etag,
                        const IdempotencyKey &key, QObject *context, Callback<ScopeEffect> callback)
{
    return callFor<ScopeEffect>(m_api, about(name, writeOf(Op::ScopeEdit, {}, draft, key, etag)), context,
                                std::move(callback));
}

Call ScopesClient::remove(const QString &name, const ActRequest &act, const QString &etag,
                          const IdempotencyKey &key, QObject *context, Callback<Scope> callback)
{
    return callFor<Scope>(m_api, about(name, writeOf(Op::ScopeRemove, {}, act, key, etag)), context,
                          std::move(callback));
}

} // namespace pc::client
