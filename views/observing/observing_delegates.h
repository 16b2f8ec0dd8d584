// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/item_paint.h"

namespace pc::views {

class TimeTicker;

/// Rows of ObservationListModel.
class ObservationDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    ObservationDelegate(TimeTicker &ticker, QObject *parent);
    [[nodiscard]] int neededWidth(const QWidget *table, int column) const override;

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;

private:
    [[nodiscard]] QString untilText(const QModelIndex &index) const;

    TimeTicker &m_ticker;
};

/// Rows of the tables of a report.
class ReportDelegate final : public ItemDelegate
{
    Q_OBJECT
public:
    enum class Rows { Groups, Routes, Lines, Strangers };
    ReportDelegate(Rows rows, QObject *parent);

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override;

private:
    void paintGroup(CellPainter &cell, const QModelIndex &index) const;
    void paintLine(CellPainter &cell, const QModelIndex &index) const;
    void paintStranger(CellPainter &cell, const QModelIndex &index) const;

    Rows m_rows;
};

} // namespace pc::views
