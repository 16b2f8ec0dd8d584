// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/object_model.h"

namespace pc::models {

ObjectModel::ObjectModel(QObject *parent) : QObject(parent) {}

ObjectModel::~ObjectModel() = default;

void ObjectModel::beginLoad()
{
    m_refreshing = true;
    if (!hasValue() || m_superseded.isSo())
        m_state = LoadState::Loading;
    Q_EMIT stateChanged();
}

void ObjectModel::succeed(const QDateTime &now)
{
    m_refreshing = false;
    m_superseded.end();
    m_state = LoadState::Ready;
    m_error.reset();
    m_loadedAt = now;
    Q_EMIT stateChanged();
}

void ObjectModel::fail(const client::ApiError &error)
{
    dropSuperseded();
    m_refreshing = false;
    m_error = error;
    m_state = stateAfter(error.kind, hasValue());
    const bool forbidden = m_state == LoadState::Forbidden;
    if (forbidden)
        dropValue();
    Q_EMIT stateChanged();
    if (forbidden)
        Q_EMIT changed();
}

void ObjectModel::supersede(TimerClock &clock, std::chrono::milliseconds longest)
{
    m_superseded.begin(
        clock, hasValue(), [this] { dropSuperseded(); }, longest);
}

void ObjectModel::dropSuperseded()
{
    if (!m_superseded.end())
        return;
    dropValue();
    m_loadedAt = {};
    Q_EMIT changed();
}

void ObjectModel::forget()
{
    m_superseded.end();
    m_refreshing = false;
    m_state = LoadState::Idle;
    m_error.reset();
    m_loadedAt = {};
    dropValue();
    Q_EMIT stateChanged();
    Q_EMIT changed();
}

} // namespace pc::models
