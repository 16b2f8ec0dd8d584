// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/charts/chart_data.h"

#include <QAbstractTableModel>

namespace pc::views {

/// The numbers of a chart as a table: one row per bucket, one column per line, and whether the bucket is
/// over. For "Show as table" and CSV.
class ChartTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit ChartTable(QObject *parent = nullptr);
    void setData(const ChartData &data);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ChartData m_data;
};

} // namespace pc::views
