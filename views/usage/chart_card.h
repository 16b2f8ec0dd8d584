// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/charts/chart_data.h"
#include "views/charts/chart_table.h"
#include "views/seams/context.h"
#include "views/widgets/card.h"

class QAbstractItemModel;
class QPushButton;
class QStackedWidget;

namespace pc::views {

class ChartLegend;
class ChartView;
class PcTableView;

/// A chart with its legend, the same numbers as a table one click away, and CSV.
class ChartCard final : public Card
{
    Q_OBJECT
public:
    /// `name`: object name and stem of the CSV file.
    ChartCard(const ViewContext &context, const QString &name, QWidget *parent = nullptr);

    void setData(const ChartData &shown, const QString &title);
    void setShowTable(bool show);
    [[nodiscard]] bool showsTable() const;
    [[nodiscard]] ChartView *chart() const { return m_chart; }
    void setFileStem(const QString &stem) { m_stem = stem; }

Q_SIGNALS:
    /// What is behind one bucket is asked for in the table (Enter, or a double click).
    void bucketActivated(const QDateTime &from, const QDateTime &to);

private:
    void exportCsv();

    const ViewContext &m_context;
    QString m_stem;
    ChartLegend *m_legend;
    ChartView *m_chart;
    ChartTable m_table;
    PcTableView *m_tableView;
    QStackedWidget *m_stack;
    QPushButton *m_toggle;
};

} // namespace pc::views
