// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/calls_client.h"
#include "models/base/change_feed.h"
#include "models/base/object_model.h"

namespace pc::models {

/// How the calls of a filter fall upon the values of one field: what a chip offers, with its counts. They
/// follow the other conditions of the filter, not the field's own.
class CallFacetModel final : public ObjectModel
{
    Q_OBJECT
public:
    static constexpr int mostValues = 20;

    CallFacetModel(client::CallsClient &calls, TimerClock &clock, QObject *parent = nullptr);
    ~CallFacetModel() override;

    /// Asks; the same question again does nothing. `field`: one that has a facet
    /// (contract/rules/call_fields.h), or Unknown, which shows none.
    void setQuestion(const CallFilter &filter, CallField field);
    [[nodiscard]] CallField field() const { return m_field; }
    [[nodiscard]] bool hasValue() const override { return m_facet.has_value(); }
    [[nodiscard]] const std::optional<CallFacet> &facet() const { return m_facet; }
    void refresh() override;

private:
    void dropValue() override { m_facet.reset(); }

    client::CallsClient &m_calls;
    TimerClock &m_clock;
    CallFilter m_filter; ///< without the field's own condition
    CallField m_field = CallField::Unknown;
    std::optional<CallFacet> m_facet;
    client::Call m_call;
};

} // namespace pc::models
