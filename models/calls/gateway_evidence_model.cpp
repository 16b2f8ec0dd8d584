// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calls/gateway_evidence_model.h"

namespace pc::models {

GatewayEvidenceModel::GatewayEvidenceModel(client::CallsClient &calls, TimerClock &clock, QObject *parent)
    : ObjectModel(parent), m_calls(calls), m_clock(clock)
{
}

GatewayEvidenceModel::~GatewayEvidenceModel() = default;

void GatewayEvidenceModel::setRequestId(const QString &requestId)
{
    if (requestId == m_requestId)
        return;
    m_requestId = requestId;
    m_call.cancel();
    forget();
    refresh();
}

void GatewayEvidenceModel::refresh()
{
    if (m_requestId.isEmpty())
        return;
    GatewayLineQuery query;
    query.requestId = m_requestId;
    query.limit = 20;
    m_call = m_calls.gatewayLines(query, this, [this](client::Result<Page<GatewayLine>> result) {
        if (!result)
            return fail(result.error());
        m_lines = std::move(result->items);
        succeed(m_clock.now());
        Q_EMIT changed();
    });
    beginLoad();
}

} // namespace pc::models
