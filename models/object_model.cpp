// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/object_model.h"

namespace pc::models {

ObjectModel::ObjectModel(QObject *parent) : QObject(parent) {}

ObjectModel::~ObjectModel() = default;

void ObjectModel::beginLoad()
{
    m_refreshing = true;
    if (!hasValue())
        m_state = LoadState::Loading;
    Q_EMIT stateChanged();
}

void ObjectModel::succeed(const QDateTime &now)
{
    m_refreshing = false;
    m_state = LoadState::Ready;
    m_error.reset();
    m_loadedAt = now;
    Q_EMIT stateChanged();
}

void ObjectModel::fail(const client::ApiError &error)
{
    m_refreshing = false;
    m_error = error;
    m_state = stateAfter(error.kind, hasValue());
    Q_EMIT stateChanged();
}

void ObjectModel::forget()
{
    m_refreshing = false;
    m_state = LoadState::Idle;
    m_error.reset();
    m_loadedAt = {};
    Q_EMIT stateChanged();
}

} // namespace pc::models
