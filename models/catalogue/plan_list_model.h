// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/access/catalogue_model.h"
#include "models/base/item_roles.h"

#include <QAbstractTableModel>

namespace pc::models {

/// "50/s, burst 200, 2,000,000 a day".
[[nodiscard]] QString limitsText(const Limits &limits);

/// The plans of the shared catalogue.
class PlanListModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// ValueRole: name; number of partners; the limits as their text; QDateTime of the last change.
    enum Column {
        NameColumn,
        PartnersColumn,
        SandboxColumn,
        LimitedColumn,
        ProductionColumn,
        ChangedColumn,
        ColumnCount
    };

    explicit PlanListModel(CatalogueModel &catalogue, QObject *parent = nullptr);
    ~PlanListModel() override;
    [[nodiscard]] const Plan &planAt(int row) const { return m_plans.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void rowsReplaced();

private:
    void take();
    [[nodiscard]] static QString heading(int column);
    [[nodiscard]] static QString text(const Plan &plan, int column);

    CatalogueModel &m_catalogue;
    QList<Plan> m_plans;
};

/// What an edit of a plan means, partner by partner.
class PlanEffectTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// ValueRole: name; Realm; limits as their texts; calls of the busiest hour, of the busiest day (invalid:
    /// not known).
    enum Column { PartnerColumn, RealmColumn, BeforeColumn, AfterColumn, HourColumn, DayColumn, ColumnCount };
    /// Whether the calls of 30 days would exceed it; whether the grant hides the plan.
    enum OwnRole { ExceededRole = FirstOwnRole, HiddenRole };

    explicit PlanEffectTable(QObject *parent = nullptr);
    ~PlanEffectTable() override;
    void show(const QList<PlanEffectLine> &lines);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString heading(int column);
    [[nodiscard]] static QString text(const PlanEffectLine &line, int column);

    QList<PlanEffectLine> m_lines;
};

} // namespace pc::models
