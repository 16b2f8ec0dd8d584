// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/observing/observing_delegates.h"

#include "contract/rules/date_words.h"
#include "models/base/item_roles.h"
#include "models/observing/observation_list_model.h"
#include "models/observing/observed_tables.h"
#include "views/widgets/badge.h"
#include "views/widgets/relative_time.h"

namespace pc::views {

using namespace Qt::StringLiterals;
using models::ObservationListModel;
using models::ObservedGroupTable;
using models::ObservedLineTable;
using models::StrangerTable;

namespace {

/// Calls are counted by the hour: nobody knows the minute of the last one.
QString hourText(const QModelIndex &index)
{
    return rules::momentText(index.data(models::ValueRole).toDateTime(), rules::DateForm::Day);
}

/// "GET /v1/orders/{id}": paths of one API begin alike, so the middle gives way.
void paintRoute(CellPainter &cell, const QString &what, Tone tone)
{
    const QFontMetrics metrics(cell.type().font(TypeRole::MonoSmall));
    cell.mono(metrics.elidedText(what, Qt::ElideMiddle, cell.room() - 2), tone);
}

} // namespace

ObservationDelegate::ObservationDelegate(TimeTicker &ticker, QObject *parent)
    : ItemDelegate(parent), m_ticker(ticker)
{
}

QString ObservationDelegate::untilText(const QModelIndex &index) const
{
    const QString when = m_ticker.relative(index.data(models::ValueRole).toDateTime());
    return index.data(ObservationListModel::OverRole).toBool() ? tr("Enforced %1", "when").arg(when)
                                                               : tr("Ends %1", "when").arg(when);
}

int ObservationDelegate::neededWidth(const QWidget *table, int column) const
{
    if (column != ObservationListModel::UntilColumn)
        return 0;
    const TypeScale &type = TypeScale::of(table);
    return Badge::sizeFor(type, Icon::Clock, tr("Ends %1", "when").arg(u"00.00.0000"_s)).width() + cellEdges;
}

void ObservationDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    const bool over = index.data(ObservationListModel::OverRole).toBool();
    switch (index.column()) {
    case ObservationListModel::TargetColumn:
        cell.icon(over ? Icon::Lock : Icon::Eye, over ? Tone::Muted : Tone::Warn);
        cell.skip(4);
        cell.text(index.data().toString(), TypeRole::Body, over ? Tone::Muted : Tone::Text, QFont::Medium);
        return;
    case ObservationListModel::UntilColumn:
        if (index.data(ObservationListModel::SoonRole).toBool())
            cell.badge(Severity::Warn, Icon::Clock, untilText(index));
        else
            cell.text(untilText(index), TypeRole::Body, Tone::Muted);
        return;
    case ObservationListModel::DayColumn:
        cell.figure(index.data().toString(),
                    index.data(models::ValueRole).toLongLong() > 0 ? Tone::Warn : Tone::Text);
        return;
    case ObservationListModel::RefusedColumn:
        cell.figure(index.data().toString());
        return;
    default:
        cell.text(index.data().toString(), TypeRole::Body, Tone::Muted);
        return;
    }
}

ReportDelegate::ReportDelegate(Rows rows, QObject *parent) : ItemDelegate(parent), m_rows(rows) {}

void ReportDelegate::paintGroup(CellPainter &cell, const QModelIndex &index) const
{
    switch (index.column()) {
    case ObservedGroupTable::NameColumn:
        if (m_rows == Rows::Routes)
            return paintRoute(cell, index.data().toString(), Tone::Text);
        return cell.text(index.data().toString(), TypeRole::Body, Tone::Text, QFont::Medium);
    case ObservedGroupTable::CallsColumn:
    case ObservedGroupTable::ShareColumn:
    case ObservedGroupTable::PassingColumn:
        return cell.figure(index.data().toString());
    case ObservedGroupTable::LastColumn:
        return cell.text(hourText(index), TypeRole::Body, Tone::Muted);
    default:
        return cell.text(index.data().toString(), TypeRole::Body, Tone::Muted);
    }
}

void ReportDelegate::paintLine(CellPainter &cell, const QModelIndex &index) const
{
    switch (index.column()) {
    case ObservedLineTable::WhatColumn:
        return paintRoute(cell, index.data().toString(), Tone::Text);
    case ObservedLineTable::ScopeColumn:
        return cell.mono(index.data().toString(), Tone::Muted);
    case ObservedLineTable::CallsColumn:
        return cell.figure(index.data().toString());
    case ObservedLineTable::LastColumn:
        return cell.text(hourText(index), TypeRole::Body, Tone::Muted);
    case ObservedLineTable::TodayColumn: {
        const auto today = static_cast<ObservedToday>(index.data(models::ValueRole).toInt());
        if (today == ObservedToday::Passes)
            cell.icon(Icon::Check, Tone::Muted);
        else if (today == ObservedToday::Refused)
            cell.icon(Icon::Ban, Tone::Warn);
        else
            cell.icon(Icon::Help, Tone::Muted);
        cell.skip(4);
        return cell.text(index.data().toString(), TypeRole::Body,
                         today == ObservedToday::Refused ? Tone::Text : Tone::Muted);
    }
    default:
        return cell.text(index.data().toString(), TypeRole::Body, Tone::Text);
    }
}

void ReportDelegate::paintStranger(CellPainter &cell, const QModelIndex &index) const
{
    switch (index.column()) {
    case StrangerTable::ShownColumn:
        if (index.data(models::ValueRole).toString().isEmpty())
            return cell.text(index.data().toString(), TypeRole::Body, Tone::Faint);
        return cell.mono(index.data().toString(), Tone::Text);
    case StrangerTable::SourceColumn:
        return cell.mono(index.data().toString(), Tone::Text);
    case StrangerTable::WhatColumn:
        return cell.mono(index.data().toString(), Tone::Muted);
    case StrangerTable::CallsColumn:
        return cell.figure(index.data().toString());
    case StrangerTable::LastColumn:
        return cell.text(hourText(index), TypeRole::Body, Tone::Muted);
    default:
        return cell.text(index.data().toString(), TypeRole::Body, Tone::Muted);
    }
}

void ReportDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    switch (m_rows) {
    case Rows::Groups:
    case Rows::Routes:
        return paintGroup(cell, index);
    case Rows::Lines:
        return paintLine(cell, index);
    case Rows::Strangers:
        return paintStranger(cell, index);
    }
}

} // namespace pc::views
