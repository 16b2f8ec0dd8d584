// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/item_paint.h"

namespace pc::views {

class TimeTicker;

/// Rows of ApiListModel.
class ApiDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    ApiDelegate(TimeTicker &ticker, QObject *parent);

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;

private:
    TimeTicker &m_ticker;
};

/// Rows of RouteListModel.
class RouteDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    using ItemDelegate::ItemDelegate;

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;
};

/// Rows of RevisionListModel.
class RevisionDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    RevisionDelegate(TimeTicker &ticker, QObject *parent);
    [[nodiscard]] int neededWidth(const QWidget *table, int column) const override;

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;

private:
    TimeTicker &m_ticker;
};

/// Rows of RouteChangeModel, of the tables of a review: `kind` says which.
class ReviewDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    enum class Rows { Changes, Broken, Scopes, LeftOut };
    ReviewDelegate(Rows rows, QObject *parent);
    [[nodiscard]] int neededWidth(const QWidget *table, int column) const override;

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;

private:
    void paintChange(CellPainter &cell, const QModelIndex &index) const;
    void paintBroken(CellPainter &cell, const QModelIndex &index) const;

    Rows m_rows;
};

} // namespace pc::views
