// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/calls_client.h"
#include "models/base/timeline_rows.h"
#include "models/calls/call_names.h"

namespace pc::models {

/// Single calls in time.
class CallListModel final : public TimelineRows<CallRecord>
{
    Q_OBJECT
public:
    /// ValueRole: QDateTime; ids of partner and route; path; status, Outcome and DecisionReason as int; id of
    /// the credential; generation as qint64; texts; microseconds and bytes as qint64, invalid where no
    /// gateway reported them.
    enum Column {
        TimeColumn,
        PartnerColumn,
        MethodColumn,
        RouteColumn, ///< its template; the path where there is none, or people want to see it
        PathColumn,
        StatusColumn, ///< that the partner got; of the decision where no gateway reported it
        OutcomeColumn,
        ReasonColumn,
        CredentialColumn,
        GenerationColumn,
        SourceColumn,
        UserAgentColumn,
        RequestColumn,
        DecisionColumn,
        GatewayColumn,
        TookColumn, ///< the decision
        BytesColumn,
        UpstreamColumn,
        ColumnCount
    };
    enum OwnRole {
        PartnerIdRole = FirstOwnRole,
        CredentialIdRole,
        OutcomeRole,    ///< as int
        AtDecisionRole, ///< no gateway reported how it ended
        FieldRole,      ///< CallField that the cell is filtered by, as int; Unknown: by none
        FieldValueRole  ///< its value there; empty: there is nothing to filter by
    };

    CallListModel(client::CallsClient &calls, CallNames &names, ChangeFeed &feed, QObject *parent = nullptr);
    ~CallListModel() override;

    /// Asks another question, from `at` on where there is one; limit and cursor are ignored. The same one
    /// goes to that place, or looks for what is new.
    void setQuery(const CallQuery &query);
    /// Without a place: that is where the reader is.
    [[nodiscard]] CallQuery query() const;
    [[nodiscard]] const CallFilter &filter() const { return m_filter; }
    [[nodiscard]] const CallRecord &callAt(int row) const { return at(row); }
    /// Routes as the paths that were called.
    void setShowsPaths(bool paths);
    [[nodiscard]] bool showsPaths() const { return m_showsPaths; }
    /// What a column is filtered by; Unknown: by nothing.
    [[nodiscard]] static CallField fieldOf(int column);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] client::Call fetchPage(const TimelineRequest &request, PageCallback done) override;
    [[nodiscard]] QString idOf(const CallRecord &call) const override { return call.id; }
    [[nodiscard]] QDateTime atOf(const CallRecord &call) const override { return call.at; }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] bool mayConcern(const Change &change) const override;
    [[nodiscard]] bool mayRowsChange() const override { return true; }

    [[nodiscard]] QVariant value(const CallRecord &call, int column) const;
    [[nodiscard]] QString text(const CallRecord &call, int column) const;
    [[nodiscard]] QString accessibleText(const CallRecord &call, int column) const;
    [[nodiscard]] QString partnerText(const CallRecord &call) const;
    [[nodiscard]] QString routeText(const CallRecord &call) const;
    [[nodiscard]] QString credentialText(const CallRecord &call) const;
    void showColumnAgain(int column);

    client::CallsClient &m_calls;
    CallNames &m_names;
    CallFilter m_filter;
    bool m_showsPaths = false;
};

/// The status that the partner got, where it was reported; else that of the decision.
[[nodiscard]] int statusOf(const CallRecord &call);

} // namespace pc::models
