// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/operator_list_model.h"

namespace pc::models {

OperatorListModel::OperatorListModel(client::SessionClient &sessions, ChangeFeed &feed, QObject *parent)
    : ObjectModel(parent), m_sessions(sessions), m_feed(feed)
{
    connect(&feed, &ChangeFeed::reset, this, [this] {
        if (state() != LoadState::Idle)
            refresh();
    });
}

OperatorListModel::~OperatorListModel() = default;

void OperatorListModel::dropValue()
{
    m_operators.clear();
    m_loaded = false;
}

void OperatorListModel::refresh()
{
    beginLoad();
    m_call = m_sessions.operators(this, [this](client::Result<Page<Operator>> result) {
        if (!result)
            return fail(result.error());
        m_operators = std::move(result->items);
        m_loaded = true;
        succeed(m_feed.clock().now());
        Q_EMIT changed();
    });
}

} // namespace pc::models
