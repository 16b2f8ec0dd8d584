// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/partners_client.h"

#include "client/api/endpoint.h"

namespace pc::client {

using namespace Qt::StringLiterals;

Call PartnersClient::list(const PartnerQuery &query, QObject *context, Callback<Page<Partner>> callback)
{
    ApiRequest request = requestFor(Op::PartnerList);
    request.query = queryItems(query);
    return callFor<Page<Partner>>(m_api, std::move(request), context, std::move(callback));
}

Call PartnersClient::get(const QString &partnerId, QObject *context, Callback<Versioned<Partner>> callback)
{
    return callFor<Versioned<Partner>>(m_api, requestFor(Op::PartnerGet, {{u"partner_id"_s, partnerId}}),
                                       context, std::move(callback));
}

Call PartnersClient::create(const PartnerDraft &draft, const IdempotencyKey &key, QObject *context,
                            Callback<Versioned<Partner>> callback)
{
    ApiRequest request = writeOf(Op::PartnerCreate, {}, draft, key);
    return callFor<Versioned<Partner>>(m_api, std::move(request), context, std::move(callback));
}

Call PartnersClient::edit(const QString &partnerId, const PartnerDraft &draft, const QString &etag,
                          const IdempotencyKey &key, QObject *context, Callback<Versioned<Partner>> callback)
{
    ApiRequest request = writeOf(Op::PartnerEdit, {{u"partner_id"_s, partnerId}}, draft, key, etag);
    return callFor<Versioned<Partner>>(m_api, std::move(request), context, std::move(callback));
}

Call PartnersClient::gates(const QString &partnerId, QObject *context, Callback<StageGates> callback)
{
    return callFor<StageGates>(m_api, requestFor(Op::PartnerGates, {{u"partner_id"_s, partnerId}}), context,
                               std::move(callback));
}

Call PartnersClient::promote(const QString &partnerId, const ActRequest &act, const QString &etag,
                             const IdempotencyKey &key, QObject *context,
                             Callback<Versioned<Partner>> callback)
{
    ApiRequest request = writeOf(Op::PartnerPromote, {{u"partner_id"_s, partnerId}}, act, key, etag);
    return callFor<Versioned<Partner>>(m_api, std::move(request), context, std::move(callback));
}

Call PartnersClient::freeze(const QString &partnerId, const ActRequest &act, const IdempotencyKey &key,
                            QObject *context, Callback<Versioned<Partner>> callback)
{
    ApiRequest request = writeOf(Op::PartnerFreeze, {{u"partner_id"_s, partnerId}}, act, key);
    return callFor<Versioned<Partner>>(m_api, std::move(request), context, std::move(callback));
}

Call PartnersClient::unfreeze(const QString &partnerId, const ActRequest &act, const QString &etag,
                              const IdempotencyKey &key, QObject *context,
                              Callback<Versioned<Partner>> callback)
{
    ApiRequest request = writeOf(Op::PartnerUnfreeze, {{u"partner_id"_s, partnerId}}, act, key, etag);
    return callFor<Versioned<Partner>>(m_api, std::move(request), context, std::move(callback));
}

Call PartnersClient::pack(const QString &partnerId, Realm realm, QObject *context,
                          Callback<PartnerPack> callback)
{
    ApiRequest request = requestFor(Op::PackGet, {{u"partner_id"_s, partnerId}});
    request.query = {{u"realm"_s, toText(realm)}};
    return callFor<PartnerPack>(m_api, std::move(request), context, std::move(callback));
}

} // namespace pc::client
