// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/session_client.h"
#include "models/base/change_feed.h"
#include "models/base/object_model.h"

namespace pc::models {

/// The operators who may own a partner or a credential.
class OperatorListModel final : public ObjectModel
{
    Q_OBJECT
public:
    OperatorListModel(client::SessionClient &sessions, ChangeFeed &feed, QObject *parent = nullptr);
    ~OperatorListModel() override;
    [[nodiscard]] bool hasValue() const override { return m_loaded; }
    [[nodiscard]] const QList<Operator> &operators() const { return m_operators; }
    void refresh() override;

private:
    void dropValue() override;

    client::SessionClient &m_sessions;
    ChangeFeed &m_feed;
    QList<Operator> m_operators;
    bool m_loaded = false;
    client::Call m_call;
};

} // namespace pc::models
