// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "client/http/idempotency_key.h"
#include "contract/types/credential.h"
#include "contract/types/gate.h"
#include "contract/types/pack.h"
#include "contract/types/page.h"
#include "contract/types/partner.h"

namespace pc::client {

class ApiCaller;

/// /partners and its stage acts. `etag` is the entity tag the caller last saw.
class PartnersClient
{
public:
    explicit PartnersClient(ApiCaller &api) : m_api(api) {}
    Call list(const PartnerQuery &query, QObject *context, Callback<Page<Partner>> callback);
    Call get(const QString &partnerId, QObject *context, Callback<Versioned<Partner>> callback);
    Call create(const PartnerDraft &draft, const IdempotencyKey &key, QObject *context,
                Callback<Versioned<Partner>> callback);
    Call edit(const QString &partnerId, const PartnerDraft &draft, const QString &etag,
              const IdempotencyKey &key, QObject *context, Callback<Versioned<Partner>> callback);
    Call gates(const QString &partnerId, QObject *context, Callback<StageGates> callback);
    Call promote(const QString &partnerId, const ActRequest &act, const QString &etag,
                 const IdempotencyKey &key, QObject *context, Callback<Versioned<Partner>> callback);
    /// Cuts access, so it waits for no entity tag.
    Call freeze(const QString &partnerId, const ActRequest &act, const IdempotencyKey &key, QObject *context,
                Callback<Versioned<Partner>> callback);
    Call unfreeze(const QString &partnerId, const ActRequest &act, const QString &etag,
                  const IdempotencyKey &key, QObject *context, Callback<Versioned<Partner>> callback);
    /// What its developer needs in a realm.
    Call pack(const QString &partnerId, Realm realm, QObject *context, Callback<PartnerPack> callback);

private:
    ApiCaller &m_api;
};

} // namespace pc::client
