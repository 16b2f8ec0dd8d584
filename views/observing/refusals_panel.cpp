// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/observing/refusals_panel.h"

#include "models/base/item_roles.h"
#include "views/observing/observing_delegates.h"
#include "views/observing/report_words.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/label.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::ObservedBy;
using models::ObservedGroupTable;
using models::ObservedLineTable;

RefusalsPanel::RefusalsPanel(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context)
{
    buildUi();
    wire();
    showMend();
}

RefusalsPanel::~RefusalsPanel()
{
    delete m_states; // before the rows that it shows
}

void RefusalsPanel::buildUi()
{
    setObjectName(u"refusalsPanel"_s);
    const auto makeTable = [this](const QString &name, const QString &text, QAbstractItemModel *model) {
        auto *table = new PcTableView;
        table->setObjectName(name);
        table->setAccessibleName(text);
        table->setDensity(Density::Dense);
        table->setKeyRole(models::IdRole);
        table->setModel(model);
        table->setMinimumHeight(space::header + 2 * space::rowDense);
        connect(table, &PcTableView::copyRequested, this,
                [this](const QString &tsv, const QString &html) { m_context.clipboard.setText(tsv, html); });
        return table;
    };
    m_groupTable = makeTable(u"refusalGroups"_s, tr("What would be refused, added up"), &m_groups);
    m_groupTable->setItemDelegate(new ReportDelegate(ReportDelegate::Rows::Groups, m_groupTable));
    m_groupTable->setColumns({{ObservedGroupTable::NameColumn, 190, 3, 0},
                              {ObservedGroupTable::CallsColumn, 100, 0, 0},
                              {ObservedGroupTable::ShareColumn, 84, 0, 1},
                              {ObservedGroupTable::SpreadColumn, 150, 2, 2},
                              {ObservedGroupTable::PassingColumn, 120, 0, 4},
                              {ObservedGroupTable::LastColumn, 120, 0, 3}});
    m_lineTable = makeTable(u"refusalLines"_s, tr("Kinds of calls"), &m_lines);
    m_lineTable->setItemDelegate(new ReportDelegate(ReportDelegate::Rows::Lines, m_lineTable));
    m_lineTable->setColumns({{ObservedLineTable::ReasonColumn, 140, 2, 1},
                             {ObservedLineTable::PartnerColumn, 130, 2, 0},
                             {ObservedLineTable::WhatColumn, 170, 3, 0},
                             {ObservedLineTable::ScopeColumn, 110, 1, 4},
                             {ObservedLineTable::CallsColumn, 100, 0, 0},
                             {ObservedLineTable::LastColumn, 110, 0, 3},
                             {ObservedLineTable::TodayColumn, 140, 1, 2}});
    m_hint = new Label({}, TypeRole::Small, Tone::Muted);
    m_hint->setObjectName(u"mendHint"_s);
    m_hint->setWordWrap(true);
    m_mend = makeButton(u"mendButton"_s, tr("Open what mends it"), Icon::ArrowRight);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(space::pageMargin, space::s, space::pageMargin, space::s);
    foot->setSpacing(space::m);
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_mend);
    auto *lower = new QWidget;
    auto *column = new QVBoxLayout(lower);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_lineTable, 1);
    column->addLayout(foot);
    m_splitter = new QSplitter(Qt::Vertical);
    m_splitter->setObjectName(u"refusalsSplitter"_s);
    m_splitter->addWidget(m_groupTable);
    m_splitter->addWidget(lower);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_states = new StateStack(m_splitter, Skeleton::Shape::Table);
    m_states->setMinimumHeight(space::header * 2 + 4 * space::rowDense + 48);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_states);
}

void RefusalsPanel::wire()
{
    connect(m_groupTable, &PcTableView::currentRowChanged, this, &RefusalsPanel::showLines);
    connect(m_groupTable, &PcTableView::openRequested, this, [this] { m_lineTable->setFocus(); });
    connect(m_lineTable, &PcTableView::currentRowChanged, this, &RefusalsPanel::showMend);
    const auto mend = [this] {
        if (const ObservedLine *line = chosenLine(); line && !mendText(*line).isEmpty())
            Q_EMIT mendRequested(ObservedLine(*line)); // the rows may change with the place
    };
    connect(m_lineTable, &PcTableView::openRequested, this, mend);
    connect(m_mend, &QPushButton::clicked, this, mend);
    // The table makes the first row the current one without a word, once rows are there.
    connect(&m_groups, &QAbstractItemModel::modelReset, this, &RefusalsPanel::showLines,
            Qt::QueuedConnection);
    connect(&m_lines, &QAbstractItemModel::modelReset, this, &RefusalsPanel::showMend, Qt::QueuedConnection);
}

void RefusalsPanel::setLines(const QList<ObservedLine> &lines, qint64 refused)
{
    m_all = lines;
    m_refused = refused;
    showGroups();
}

void RefusalsPanel::showNothing(const QString &title, const QString &why)
{
    m_states->empty()->set(Icon::Check, title, why);
}

void RefusalsPanel::setBy(ObservedBy by)
{
    if (by == m_by)
        return;
    m_by = by;
    m_groupTable->setItemDelegate(new ReportDelegate(
        by == ObservedBy::Route ? ReportDelegate::Rows::Routes : ReportDelegate::Rows::Groups, m_groupTable));
    showGroups();
    m_groupTable->startAtTop();
}

void RefusalsPanel::showGroups()
{
    m_groups.setGroups(models::groupsOf(m_all, m_by), m_by, m_refused);
    m_lineTable->setColumnHiddenByUser(ObservedLineTable::ReasonColumn, m_by == ObservedBy::Reason);
    m_lineTable->setColumnHiddenByUser(ObservedLineTable::PartnerColumn, m_by == ObservedBy::Partner);
    m_lineTable->setColumnHiddenByUser(ObservedLineTable::WhatColumn, m_by == ObservedBy::Route);
    m_groupTable->setColumnHiddenByUser(ObservedGroupTable::PassingColumn,
                                        models::callsOf(models::stillRefused(m_all)) ==
                                            models::callsOf(m_all));
    if (m_all.isEmpty())
        m_states->showEmpty();
    else
        m_states->showContent();
    showLines();
}

void RefusalsPanel::showLines()
{
    const QModelIndex at = m_groupTable->currentIndex();
    const bool known = at.isValid() && at.row() < m_groups.rowCount();
    m_lines.setLines(known ? models::linesOf(m_all, m_by, m_groups.groupAt(at.row()).key)
                           : QList<ObservedLine>());
    showMend();
}

const ObservedLine *RefusalsPanel::chosenLine() const
{
    const QModelIndex at = m_lineTable->currentIndex();
    return at.isValid() && at.row() < m_lines.rowCount() ? &m_lines.lineAt(at.row()) : nullptr;
}

void RefusalsPanel::showMend()
{
    const ObservedLine *line = chosenLine();
    const QString text = line ? mendText(*line) : QString();
    m_hint->setText(line ? mendHint(*line) : QString());
    m_mend->setText(text.isEmpty() ? tr("Open what mends it") : text);
    m_mend->setAccessibleName(m_mend->text());
    setDisabledReason(m_mend, !line            ? tr("Choose a kind of calls first.")
                              : text.isEmpty() ? tr("The caller has to mend this one.")
                                               : QString());
}

void RefusalsPanel::focusContent()
{
    m_states->focusInContent(m_groupTable);
}

} // namespace pc::views
