// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/review_tables.h"
#include "models/observing/observed_groups.h"

namespace pc::models {

/// What would be refused, added up by reason, partner or route.
class ObservedGroupTable final : public ReviewTable
{
    Q_OBJECT
public:
    /// ValueRole: name; calls; their share of what would be refused (double); what else it is spread over;
    /// QDateTime; calls that would pass by what is in force now.
    enum Column {
        NameColumn,
        CallsColumn,
        ShareColumn,
        SpreadColumn,
        LastColumn,
        PassingColumn,
        ColumnCount
    };
    using ReviewTable::ReviewTable;
    /// `refused`: all calls that would be refused, also those that no group has.
    void setGroups(const QList<ObservedGroup> &groups, ObservedBy by, qint64 refused);
    [[nodiscard]] const ObservedGroup &groupAt(int row) const { return m_groups.at(row); }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] static QString nameOf(const ObservedGroup &group, ObservedBy by);

private:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_groups.size()); }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QVariant value(int row, int column) const override;
    [[nodiscard]] QString id(int row) const override { return m_groups.at(row).key; }
    [[nodiscard]] QString sentence(int row) const override;
    [[nodiscard]] double shareOf(const ObservedGroup &group) const;
    [[nodiscard]] QString spreadText(const ObservedGroup &group) const;

    QList<ObservedGroup> m_groups;
    ObservedBy m_by = ObservedBy::Reason;
    qint64 m_refused = 0;
};

/// The lines themselves: one for each reason, partner and route.
class ObservedLineTable final : public ReviewTable
{
    Q_OBJECT
public:
    /// ValueRole: DecisionReason's text; partner's name; method and path; scope; calls; QDateTime;
    /// ObservedToday as int.
    enum Column {
        ReasonColumn,
        PartnerColumn,
        WhatColumn,
        ScopeColumn,
        CallsColumn,
        LastColumn,
        TodayColumn,
        ColumnCount
    };
    using ReviewTable::ReviewTable;
    void setLines(const QList<ObservedLine> &lines);
    [[nodiscard]] const ObservedLine &lineAt(int row) const { return m_lines.at(row); }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;

private:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_lines.size()); }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QVariant value(int row, int column) const override;
    [[nodiscard]] QString id(int row) const override;
    [[nodiscard]] QString sentence(int row) const override;

    QList<ObservedLine> m_lines;
};

/// Callers without a known credential, by what they show; never with the key.
class StrangerTable final : public ReviewTable
{
    Q_OBJECT
public:
    /// ValueRole: print of what was shown (empty: nothing was); address; user agent; QStringList of routes;
    /// calls; QDateTime.
    enum Column {
        ShownColumn,
        SourceColumn,
        UserAgentColumn,
        WhatColumn,
        CallsColumn,
        LastColumn,
        ColumnCount
    };
    using ReviewTable::ReviewTable;
    void setStrangers(const QList<ObservedStranger> &strangers);
    [[nodiscard]] const ObservedStranger &strangerAt(int row) const { return m_strangers.at(row); }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;

private:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_strangers.size()); }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QVariant value(int row, int column) const override;
    [[nodiscard]] QString id(int row) const override;
    [[nodiscard]] QString sentence(int row) const override;

    QList<ObservedStranger> m_strangers;
};

} // namespace pc::models
