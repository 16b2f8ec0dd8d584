// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/calls_client.h"
#include "models/base/object_model.h"

namespace pc::models {

/// What gateways wrote of a request that never came to a decision: the answer where no call is known by its
/// id.
class GatewayEvidenceModel final : public ObjectModel
{
    Q_OBJECT
public:
    GatewayEvidenceModel(client::CallsClient &calls, TimerClock &clock, QObject *parent = nullptr);
    ~GatewayEvidenceModel() override;

    /// Asks about another request; empty asks about none.
    void setRequestId(const QString &requestId);
    [[nodiscard]] const QString &requestId() const { return m_requestId; }
    [[nodiscard]] bool hasValue() const override { return m_lines.has_value(); }
    /// Newest first.
    [[nodiscard]] const std::optional<QList<GatewayLine>> &lines() const { return m_lines; }
    void refresh() override;

private:
    void dropValue() override { m_lines.reset(); }

    client::CallsClient &m_calls;
    TimerClock &m_clock;
    QString m_requestId;
    std::optional<QList<GatewayLine>> m_lines;
    client::Call m_call;
};

} // namespace pc::models
