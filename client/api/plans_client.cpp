// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/plans_client.h"

#include "client/api/endpoint.h"

namespace pc::client {

using namespace Qt::StringLiterals;

namespace {

QHash<QString, QString> planPath(const QString &planId)
{
    return {{u"plan_id"_s, planId}};
}

} // namespace

Call PlansClient::plan(const QString &planId, QObject *context, Callback<Versioned<Plan>> callback)
{
    return callFor<Versioned<Plan>>(m_api, requestFor(Op::PlanGet, planPath(planId)), context,
                                    std::move(callback));
}

Call PlansClient::effect(const QString &planId, const PlanDraft &draft, QObject *context,
                         Callback<PlanEffect> callback)
{
    ApiRequest request = requestFor(Op::PlanEffect, planPath(planId));
    request.body = toBytes(toJson(draft));
    return callFor<PlanEffect>(m_api, std::move(request), context, std::move(callback));
}

Call PlansClient::create(const PlanDraft &draft, const IdempotencyKey &key, QObject *context,
                         Callback<Versioned<Plan>> callback)
{
    return callFor<Versioned<Plan>>(m_api, writeOf(Op::PlanCreate, {}, draft, key), context,
                                    std::move(callback));
}

Call PlansClient::edit(const QString &planId, const PlanDraft &draft, const QString &etag,
                       const IdempotencyKey &key, QObject *context, Callback<Versioned<Plan>> callback)
{
    return callFor<Versioned<Plan>>(m_api, writeOf(Op::PlanEdit, planPath(planId), draft, key, etag), context,
                                    std::move(callback));
}

Call PlansClient::remove(const QString &planId, const ActRequest &act, const QString &etag,
                         const IdempotencyKey &key, QObject *context, Callback<Plan> callback)
{
    return callFor<Plan>(m_api, writeOf(Op::PlanRemove, planPath(planId), act, key, etag), context,
                         std::move(callback));
}

} // namespace pc::client
