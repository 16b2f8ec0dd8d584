// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/observations_client.h"
#include "models/base/change_feed.h"
#include "models/base/paged_rows.h"

namespace pc::models {

/// What is observed, and what was: those in force first, the soonest to end on top.
class ObservationListModel final : public PagedRows<ObservationSummary>
{
    Q_OBJECT
public:
    /// ValueRole: what is observed; ObservationKind as int; QDateTime of the end; calls of the last 24 hours
    /// that would have been refused, all of them (null: not known); who began it; reason.
    enum Column {
        TargetColumn,
        KindColumn,
        UntilColumn,
        DayColumn,
        RefusedColumn,
        ByColumn,
        ReasonColumn,
        ColumnCount
    };
    /// Whether it is over (bool); whether it ends within `soonDays` (bool).
    enum OwnRole { OverRole = FirstOwnRole, SoonRole };
    static constexpr int soonDays = 7;

    ObservationListModel(client::ObservationsClient &observations, ChangeFeed &feed,
                         QObject *parent = nullptr);
    ~ObservationListModel() override;

    /// Nullptr when it is not among them.
    [[nodiscard]] const ObservationSummary *observation(const QString &id) const;
    [[nodiscard]] QList<ObservationSummary> inForce() const;
    /// What stands over all of it, or over a part: the first that is in force.
    [[nodiscard]] std::optional<ObservationSummary> over(ObservationKind kind, const QString &target) const;
    /// Fetches unless it is there or on its way.
    void ensureLoaded();

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    /// "Orders", "Orders, below /v1/orders", a gateway's or a partner's name; its id when it is gone.
    [[nodiscard]] static QString targetText(const Observation &observation, const QString &name);
    [[nodiscard]] static bool isOver(const Observation &observation, const QDateTime &now);
    /// In force, and not for long.
    [[nodiscard]] static bool isSoonOver(const Observation &observation, const QDateTime &now);

private:
    [[nodiscard]] client::Call fetchPage(const QString &cursor, int limit, PageCallback done) override;
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] QString idOf(const ObservationSummary &row) const override { return row.observation.id; }
    [[nodiscard]] static QVariant value(const ObservationSummary &row, int column);
    [[nodiscard]] QString text(const ObservationSummary &row, int column) const;
    [[nodiscard]] QString accessibleText(const ObservationSummary &row, int column) const;

    client::ObservationsClient &m_observations;
};

} // namespace pc::models
