// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/audit_client.h"
#include "contract/types/audit.h"
#include "models/base/change_feed.h"
#include "models/base/paged_rows.h"

namespace pc::models {

/// The audit trail, newest first. New events never move the list under the reader's eyes: they are held back
/// and counted until showHeld() ("12 new events").
class AuditListModel final : public PagedRows<AuditEvent>
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

    void setQuery(const AuditQuery &query);
    [[nodiscard]] const AuditQuery &query() const { return m_query; }
    [[nodiscard]] const AuditEvent &eventAt(int row) const { return at(row); }
    /// New events that are held back. At the number of one page it means "at least".
    [[nodiscard]] int heldCount() const { return int(m_held.size()); }
    void showHeld();
    /// The log only grows: looks for newer events and shows them, and those held back, at the top.
    void refresh() override;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void heldCountChanged();

private:
    [[nodiscard]] client::Call fetchPage(const QString &cursor, int limit, PageCallback done) override;
    [[nodiscard]] QString idOf(const AuditEvent &event) const override { return event.id; }
    [[nodiscard]] QString heading(int column) const override;
    /// Looks at the newest page for events that are not shown yet. `show`: without holding them back.
    void peek(bool show);
    void onPeek(bool show, const client::Result<Page<AuditEvent>> &result);
    void setHeld(QList<AuditEvent> held, bool gap);
    [[nodiscard]] bool mayConcern(const Change &change) const;

    client::AuditClient &m_audit;
    AuditQuery m_query;
    QList<AuditEvent> m_held; ///< newest first
    bool m_gap = false;       ///< more is new than one page: showHeld() starts over
    client::Call m_peek;
    Alarm m_peekAlarm;
};

} // namespace pc::models
