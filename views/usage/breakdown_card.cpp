// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/usage/breakdown_card.h"

#include "models/calls/call_query_text.h"
#include "models/usage/usage_calls.h"
#include "views/seams/calls_places.h"
#include "views/shell/navigator.h"

#include "models/session/connection.h"
#include "views/export/csv_text.h"
#include "views/seams/clipboard.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/item_paint.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/widgets/toast.h"
#include "views/widgets/underline_tabs.h"
#include "views/words/load_view.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

class LineDelegate final : public ItemDelegate
{
public:
    using ItemDelegate::ItemDelegate;

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override
    {
        if (index.column() != UsageLinesModel::CourseColumn)
            return ItemDelegate::paintCell(cell, index);
        cell.skip(space::m);
        QList<double> values;
        for (const qint64 value : index.data(models::ValueRole).value<QList<qint64>>())
            values.append(static_cast<double>(value));
        const bool running = index.data(UsageLinesModel::RunningRole).toBool();
        cell.sparkline(values, cell.room() - space::m, running ? LastValue::Running : LastValue::Complete);
    }
};

const QList<std::pair<Breakdown, const char *>> breakdowns{{Breakdown::Route, "route"},
                                                           {Breakdown::Credential, "credential"},
                                                           {Breakdown::Generation, "generation"},
                                                           {Breakdown::Source, "source"},
                                                           {Breakdown::Outcome, "outcome"}};

} // namespace

BreakdownCard::BreakdownCard(const ViewContext &context, models::UsageModel &usage, QWidget *parent)
    : Card(tr("Breakdown"), parent), m_context(context), m_usage(usage)
{
    setObjectName(u"breakdownCard"_s);
    m_tabs = new UnderlineTabs;
    m_tabs->setAccessibleName(tr("Break down by"));
    const QStringList words{tr("Route"), tr("Credential"), tr("Generation"), tr("Source"), tr("Outcome")};
    for (qsizetype i = 0; i < breakdowns.size(); ++i)
        m_tabs->addTab(QString::fromLatin1(breakdowns[i].second), words[i]);
    m_save = makeIconButton(u"breakdownCsv"_s, Icon::Download, tr("Export the breakdown as CSV"), this);
    header()->addWidget(m_save);
    m_table = new PcTableView;
    m_table->setObjectName(u"breakdownTable"_s);
    m_table->setAccessibleName(tr("Breakdown of calls"));
    m_table->setModel(&m_lines);
    m_table->setItemDelegate(new LineDelegate(m_table));
    m_table->setKeyRole(models::IdRole);
    m_table->setDensity(Density::Dense);
    m_table->setColumns({{UsageLinesModel::NameColumn, 180, 3, 0},
                         {UsageLinesModel::CallsColumn, 96, 0, 0},
                         {UsageLinesModel::ShareColumn, 80, 0, 1},
                         {UsageLinesModel::CourseColumn, 140, 1, 2}});
    m_states = new StateStack(m_table, Skeleton::Shape::Table);
    m_states->empty()->set(Icon::Usage, tr("No calls in this range"), tr("Choose a longer range."));
    m_states->setMinimumHeight(220);
    body()->addWidget(m_tabs);
    body()->addWidget(m_states, 1);
    m_usage.setBreakdown(Breakdown::Route);
    connect(m_tabs, &UnderlineTabs::currentIdChanged, this, [this](const QString &id) {
        for (const auto &[breakdown, name] : breakdowns)
            if (id == QLatin1StringView(name))
                m_usage.setBreakdown(breakdown);
    });
    connect(&m_usage, &models::UsageModel::changed, this, &BreakdownCard::showSeries);
    connect(&m_usage, &models::UsageModel::stateChanged, this, &BreakdownCard::showSeries);
    connect(m_states, &StateStack::retryRequested, this, &BreakdownCard::refresh);
    connect(m_save, &QToolButton::clicked, this, &BreakdownCard::exportCsv);
    connect(m_table, &PcTableView::copyRequested, this,
            [this](const QString &tsv, const QString &html) { m_context.clipboard.setText(tsv, html); });
    connect(m_table, &PcTableView::openRequested, this, &BreakdownCard::showCalls);
    m_table->setContextMenuHook([this](QMenu *menu, const QModelIndex &index) {
        connect(menu->addAction(icon(Icon::Route), tr("Show these calls")), &QAction::triggered, this,
                [this, row = QPersistentModelIndex(index)] { showCalls(row); });
    });
}

void BreakdownCard::showCalls(const QModelIndex &index)
{
    const auto &series = m_usage.series();
    if (!index.isValid() || !series)
        return;
    const QString key = index.siblingAtColumn(0).data(models::IdRole).toString();
    const CallFilter filter =
        models::callsOf(m_usage.partnerId(), m_usage.breakdown(), key, series->from, series->to);
    m_context.navigator.navigate(places::callsPage(models::callQueryText(filter)));
}

void BreakdownCard::refresh()
{
    m_usage.refresh();
}

void BreakdownCard::showSeries()
{
    m_lines.setSeries(m_usage.series().value_or(UsageSeries{}), m_usage.breakdown());
    showLoadState(*m_states, m_usage, tr("The breakdown could not be loaded."));
    if (m_usage.state() == models::LoadState::Ready && !m_usage.isRefreshing() && m_lines.rowCount() == 0)
        m_states->showEmpty();
    const bool any = m_usage.isAnswer() && m_lines.rowCount() > 0;
    setDisabledReason(m_save, any ? QString() : tr("There is nothing to export."));
}

void BreakdownCard::exportCsv()
{
    const QString day = m_context.connection.clock().now().toUTC().date().toString(Qt::ISODate);
    views::exportCsv(
        this, m_context, tr("Export the breakdown"), u"breakdown-%1-%2.csv"_s.arg(m_tabs->currentId(), day),
        csvOf(m_lines,
              {UsageLinesModel::NameColumn, UsageLinesModel::CallsColumn, UsageLinesModel::ShareColumn},
              true),
        m_lines.rowCount());
}

} // namespace pc::views
