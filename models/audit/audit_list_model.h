// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/audit_client.h"
#include "contract/types/audit.h"
#include "models/base/timeline_rows.h"

namespace pc::models {

/// The audit trail in time.
class AuditListModel final : public TimelineRows<AuditEvent>
{
    Q_OBJECT
public:
    /// ValueRole: QDateTime; sentence; actor; target name or id; reason; ticket; leaf index; action.
    enum Column {
        TimeColumn,
        SentenceColumn,
        ActorColumn,
        TargetColumn,
        ReasonColumn,
        TicketColumn,
        IndexColumn,
        ActionColumn,
        ColumnCount
    };
    enum OwnRole {
        PartnerIdRole = FirstOwnRole,
        TargetIdRole,
        ActionRole,        ///< "credential.revoke", …
        HighImpactRole,    ///< true for revocations, freezes and promotions: the rows that get a pill
        SingleOperatorRole ///< done by one person
    };

    AuditListModel(client::AuditClient &audit, ChangeFeed &feed, QObject *parent = nullptr);
    ~AuditListModel() override;

    /// Asks another question, from `at` on where there is one; limit and cursor are ignored. The same one
    /// goes to that place, or looks for what is new.
    void setQuery(const AuditQuery &query);
    /// Without a place: that is where the reader is.
    [[nodiscard]] AuditQuery query() const;
    [[nodiscard]] const AuditEvent &eventAt(int row) const { return at(row); }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] client::Call fetchPage(const TimelineRequest &request, PageCallback done) override;
    [[nodiscard]] QString idOf(const AuditEvent &event) const override { return event.id; }
    [[nodiscard]] QDateTime atOf(const AuditEvent &event) const override { return event.at; }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] bool mayConcern(const Change &change) const override;

    client::AuditClient &m_audit;
    AuditFilter m_filter;
};

} // namespace pc::models
