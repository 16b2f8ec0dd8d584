// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "client/http/idempotency_key.h"
#include "contract/types/access.h"
#include "contract/types/credential.h"
#include "contract/types/page.h"

namespace pc::client {

class ApiCaller;

/// Plans, and what an edit of one means.
class PlansClient
{
public:
    explicit PlansClient(ApiCaller &api) : m_api(api) {}
    Call plan(const QString &planId, QObject *context, Callback<Versioned<Plan>> callback);
    /// What an edit would mean for each partner; nothing is changed.
    Call effect(const QString &planId, const PlanDraft &draft, QObject *context,
                Callback<PlanEffect> callback);
    Call create(const PlanDraft &draft, const IdempotencyKey &key, QObject *context,
                Callback<Versioned<Plan>> callback);
    Call edit(const QString &planId, const PlanDraft &draft, const QString &etag, const IdempotencyKey &key,
              QObject *context, Callback<Versioned<Plan>> callback);
    /// Answered with what it was.
    Call remove(const QString &planId, const ActRequest &act, const QString &etag, const IdempotencyKey &key,
                QObject *context, Callback<Plan> callback);

private:
    ApiCaller &m_api;
};

} // namespace pc::client
