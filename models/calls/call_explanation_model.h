// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/calls_client.h"
#include "models/base/change_feed.h"
#include "models/base/object_model.h"

namespace pc::models {

/// Why one call ended as it did. What becomes of it today follows the changes of what decides it.
class CallExplanationModel final : public ObjectModel
{
    Q_OBJECT
public:
    CallExplanationModel(client::CallsClient &calls, ChangeFeed &feed, QObject *parent = nullptr);
    ~CallExplanationModel() override;

    /// Explains another call; empty shows none.
    void setCallId(const QString &callId);
    [[nodiscard]] const QString &callId() const { return m_callId; }
    [[nodiscard]] bool hasValue() const override { return m_explanation.has_value(); }
    [[nodiscard]] const std::optional<CallExplanation> &explanation() const { return m_explanation; }
    void refresh() override;

private:
    void dropValue() override { m_explanation.reset(); }
    [[nodiscard]] bool mayConcern(const Change &change) const;

    client::CallsClient &m_calls;
    ChangeFeed &m_feed;
    QString m_callId;
    std::optional<CallExplanation> m_explanation;
    client::Call m_call;
    Alarm m_alarm;
};

} // namespace pc::models
