// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calls/call_explanation_model.h"

namespace pc::models {

using namespace std::chrono_literals;

CallExplanationModel::CallExplanationModel(client::CallsClient &calls, ChangeFeed &feed, QObject *parent)
    : ObjectModel(parent), m_calls(calls), m_feed(feed)
{
    connect(&feed, &ChangeFeed::reset, this, [this] { refresh(); });
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        if (m_explanation && !m_alarm && mayConcern(change))
            m_alarm = m_feed.clock().after(500ms, [this] { refresh(); });
    });
}

CallExplanationModel::~CallExplanationModel() = default;

void CallExplanationModel::setCallId(const QString &callId)
{
    if (callId == m_callId)
        return;
    m_callId = callId;
    m_call.cancel();
    m_alarm.reset();
    forget();
    refresh();
}

/// What a decision stands on. Usage is none of it: counters move with each call, and "today" says when it was
/// asked.
bool CallExplanationModel::mayConcern(const Change &change) const
{
    switch (change.kind) {
    case ChangeKind::Partner:
    case ChangeKind::Credential:
    case ChangeKind::Grant:
    case ChangeKind::Networks:
        return change.mayConcernPartner(m_explanation->call.partnerId);
    case ChangeKind::Catalogue:
        return true;
    default:
        return false;
    }
}

void CallExplanationModel::refresh()
{
    m_alarm.reset();
    if (m_callId.isEmpty())
        return;
    m_call = m_calls.explain(m_callId, this, [this](client::Result<CallExplanation> result) {
        if (!result)
            return fail(result.error());
        m_explanation = std::move(*result);
        succeed(m_feed.clock().now());
        Q_EMIT changed();
    });
    beginLoad();
}

} // namespace pc::models
