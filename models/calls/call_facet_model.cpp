// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calls/call_facet_model.h"

#include "contract/rules/call_fields.h"

namespace pc::models {

CallFacetModel::CallFacetModel(client::CallsClient &calls, TimerClock &clock, QObject *parent)
    : ObjectModel(parent), m_calls(calls), m_clock(clock)
{
}

CallFacetModel::~CallFacetModel() = default;

void CallFacetModel::setQuestion(const CallFilter &filter, CallField field)
{
    if (field == CallField::Unknown || !rules::callField(field).hasFacet) {
        m_field = CallField::Unknown;
        m_call.cancel();
        return forget();
    }
    CallFilter others = filter;
    others.set(field, {});
    others.set(field, {}, true);
    if (others == m_filter && field == m_field && state() != LoadState::Idle)
        return;
    if (field != m_field)
        forget(); // values of another field are none of this
    m_filter = others;
    m_field = field;
    supersede(m_clock);
    refresh();
}

void CallFacetModel::refresh()
{
    if (m_field == CallField::Unknown)
        return;
    m_call = m_calls.facet(m_filter, m_field, mostValues, this, [this](client::Result<CallFacet> result) {
        if (!result)
            return fail(result.error());
        m_facet = std::move(*result);
        succeed(m_clock.now());
        Q_EMIT changed();
    });
    beginLoad();
}

} // namespace pc::models
