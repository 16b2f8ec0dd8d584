// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calls/refusals_model.h"

namespace pc::models {

RefusalsModel::RefusalsModel(client::CallsClient &calls, TimerClock &clock, QObject *parent)
    : ObjectModel(parent), m_calls(calls), m_clock(clock)
{
}

RefusalsModel::~RefusalsModel() = default;

void RefusalsModel::setEventId(const QString &eventId)
{
    if (eventId == m_eventId)
        return;
    m_eventId = eventId;
    m_call.cancel();
    forget();
    refresh();
}

void RefusalsModel::refresh()
{
    if (m_eventId.isEmpty())
        return;
    m_call = m_calls.refusals(m_eventId, this, [this](client::Result<RefusalsOfEvent> result) {
        if (!result)
            return fail(result.error());
        m_refusals = std::move(*result);
        succeed(m_clock.now());
        Q_EMIT changed();
    });
    beginLoad();
}

} // namespace pc::models
