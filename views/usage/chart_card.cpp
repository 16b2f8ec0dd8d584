// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/usage/chart_card.h"

#include "models/session/connection.h"
#include "views/charts/chart_legend.h"
#include "views/charts/chart_view.h"
#include "views/export/csv_text.h"
#include "views/seams/clipboard.h"
#include "views/widgets/buttons.h"
#include "views/widgets/item_paint.h"
#include "views/widgets/table_view.h"
#include "views/widgets/toast.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

ChartCard::ChartCard(const ViewContext &context, const QString &name, QWidget *parent)
    : Card(u" "_s, parent), m_context(context), m_stem(name)
{
    setObjectName(name);
    m_legend = new ChartLegend;
    header()->addWidget(m_legend);
    m_toggle = makeButton(name + u"Toggle"_s, tr("Show as table"), Icon::None, ButtonKind::Ghost, this);
    m_toggle->setCheckable(true);
    header()->addWidget(m_toggle);
    QToolButton *save =
        makeIconButton(name + u"Csv"_s, Icon::Download, tr("Export the numbers as CSV"), this);
    header()->addWidget(save);
    m_chart = new ChartView;
    m_chart->setObjectName(name + u"Chart"_s);
    m_tableView = new PcTableView;
    m_tableView->setObjectName(name + u"Table"_s);
    m_tableView->setModel(&m_table);
    m_tableView->setItemDelegate(new ItemDelegate(m_tableView));
    m_tableView->setDensity(Density::Dense);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_tableView);
    body()->addWidget(m_stack, 1);
    connect(m_toggle, &QPushButton::toggled, this, &ChartCard::setShowTable);
    connect(save, &QToolButton::clicked, this, &ChartCard::exportCsv);
    connect(m_tableView, &PcTableView::openRequested, this, [this](const QModelIndex &index) {
        const ChartData &data = m_chart->data();
        Q_EMIT bucketActivated(data.bucketStart(index.row()), data.bucketStart(index.row() + 1));
    });
    connect(m_tableView, &PcTableView::copyRequested, this,
            [this](const QString &tsv, const QString &html) { m_context.clipboard.setText(tsv, html); });
}

void ChartCard::setData(const ChartData &shown, const QString &title)
{
    setTitle(title);
    m_legend->setData(shown);
    m_chart->setData(shown);
    m_table.setData(shown);
    m_tableView->setAccessibleName(tr("%1 as a table").arg(shown.name));
    QList<ColumnSpec> columns{{0, 160, 1, 0}};
    for (int i = 0; i < shown.lines.size(); ++i)
        columns.append({i + 1, 100, 1, i});
    m_tableView->setColumns(columns);
}

void ChartCard::setShowTable(bool show)
{
    m_toggle->setChecked(show);
    m_toggle->setText(show ? tr("Show as chart") : tr("Show as table"));
    m_stack->setCurrentWidget(show ? static_cast<QWidget *>(m_tableView) : m_chart);
    m_legend->setVisible(!show);
}

bool ChartCard::showsTable() const
{
    return m_stack->currentWidget() == m_tableView;
}

void ChartCard::exportCsv()
{
    QList<int> columns;
    for (int column = 0; column < m_table.columnCount(); ++column)
        columns.append(column);
    const QString day = m_context.connection.clock().now().toUTC().date().toString(Qt::ISODate);
    views::exportCsv(this, m_context, tr("Export the numbers of the chart"), u"%1-%2.csv"_s.arg(m_stem, day),
                     csvOf(m_table, columns), m_table.rowCount());
}

} // namespace pc::views
