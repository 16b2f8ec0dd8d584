// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/item_paint.h"

namespace pc::views {

class TimeTicker;

/// Rows of ScopeListModel.
class ScopeRowDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    using ItemDelegate::ItemDelegate;

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;
};

/// Rows of ScopeHolderModel.
class HolderDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    HolderDelegate(TimeTicker &ticker, QObject *parent);

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;

private:
    TimeTicker &m_ticker;
};

/// Rows of PlanListModel.
class PlanDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    PlanDelegate(TimeTicker &ticker, QObject *parent);

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;

private:
    TimeTicker &m_ticker;
};

/// Rows of PlanEffectTable.
class PlanEffectDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    using ItemDelegate::ItemDelegate;

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;
};

/// Rows of TakeScopeRun.
class TakeScopeDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    using ItemDelegate::ItemDelegate;

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;
};

} // namespace pc::views
