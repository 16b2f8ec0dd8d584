// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/catalogue.h"

#include <QAbstractTableModel>

namespace pc::models {

/// Rows of a review that came with it as a whole; replaced when it is asked again.
class ReviewTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const final;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const final;

protected:
    [[nodiscard]] virtual int rows() const = 0;
    [[nodiscard]] virtual QString heading(int column) const = 0;
    [[nodiscard]] virtual QString text(int row, int column) const = 0;
    [[nodiscard]] virtual QVariant value(int row, int column) const = 0;
    [[nodiscard]] virtual QString id(int row) const = 0;
    /// Of the first column: the whole row as a sentence.
    [[nodiscard]] virtual QString sentence(int row) const = 0;
};

/// The scopes that the routes of a revision need, and for how many; those that they need no more, and those
/// that they may not have.
class ScopeNeedTable final : public ReviewTable
{
    Q_OBJECT
public:
    /// ValueRole: name; number of routes; whether it is new (bool).
    enum Column { ScopeColumn, RoutesColumn, NewColumn, ColumnCount };
    using ReviewTable::ReviewTable;
    void setScopes(const QList<ScopeNeed> &scopes);
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;

private:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_scopes.size()); }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QVariant value(int row, int column) const override;
    [[nodiscard]] QString id(int row) const override { return m_scopes.at(row).scope; }
    [[nodiscard]] QString sentence(int row) const override;

    QList<ScopeNeed> m_scopes;
};

/// Whose calls a revision would refuse, most of them first.
class BrokenPartnerTable final : public ReviewTable
{
    Q_OBJECT
public:
    /// ValueRole: name; calls of 30 days; QStringList of routes; of missing scopes; mail address.
    enum Column { PartnerColumn, CallsColumn, RoutesColumn, MissingColumn, ContactColumn, ColumnCount };
    using ReviewTable::ReviewTable;
    void setPartners(const QList<BrokenPartner> &partners);
    [[nodiscard]] const BrokenPartner &partnerAt(int row) const { return m_partners.at(row); }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;

private:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_partners.size()); }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QVariant value(int row, int column) const override;
    [[nodiscard]] QString id(int row) const override { return m_partners.at(row).partnerId; }
    [[nodiscard]] QString sentence(int row) const override;

    QList<BrokenPartner> m_partners;
};

/// What of a description is left out.
class LeftOutTable final : public ReviewTable
{
    Q_OBJECT
public:
    /// ValueRole: line; what; reason.
    enum Column { LineColumn, WhatColumn, ReasonColumn, ColumnCount };
    using ReviewTable::ReviewTable;
    void setParts(const QList<LeftOutPart> &parts);
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;

private:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_parts.size()); }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QVariant value(int row, int column) const override;
    [[nodiscard]] QString id(int row) const override;
    [[nodiscard]] QString sentence(int row) const override;

    QList<LeftOutPart> m_parts;
};

} // namespace pc::models
