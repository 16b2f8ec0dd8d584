// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/calls_client.h"
#include "models/base/clock.h"
#include "models/base/object_model.h"

namespace pc::models {

/// What an event of the audit log did to calls: how many were refused because of it, and which.
class RefusalsModel final : public ObjectModel
{
    Q_OBJECT
public:
    RefusalsModel(client::CallsClient &calls, TimerClock &clock, QObject *parent = nullptr);
    ~RefusalsModel() override;

    /// Asks about another event; empty asks about none.
    void setEventId(const QString &eventId);
    [[nodiscard]] const QString &eventId() const { return m_eventId; }
    [[nodiscard]] bool hasValue() const override { return m_refusals.has_value(); }
    [[nodiscard]] const std::optional<RefusalsOfEvent> &refusals() const { return m_refusals; }
    void refresh() override;

private:
    void dropValue() override { m_refusals.reset(); }

    client::CallsClient &m_calls;
    TimerClock &m_clock;
    QString m_eventId;
    std::optional<RefusalsOfEvent> m_refusals;
    client::Call m_call;
};

} // namespace pc::models
