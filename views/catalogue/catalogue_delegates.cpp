// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/catalogue_delegates.h"

#include "models/base/item_roles.h"
#include "models/catalogue/api_list_model.h"
#include "models/catalogue/review_tables.h"
#include "models/catalogue/revision_list_model.h"
#include "models/catalogue/route_change_model.h"
#include "models/catalogue/route_list_model.h"
#include "models/text/enum_names.h"
#include "views/catalogue/catalogue_words.h"
#include "views/widgets/badge.h"
#include "views/widgets/relative_time.h"

#include <algorithm>

namespace pc::views {

using models::ApiListModel;
using models::BrokenPartnerTable;
using models::LeftOutTable;
using models::RevisionListModel;
using models::RouteChangeModel;
using models::RouteListModel;
using models::ScopeNeedTable;

namespace {

QString cellText(const QModelIndex &index)
{
    return index.data(Qt::DisplayRole).toString();
}

/// A path: paths of one API begin alike, so the middle gives way.
void paintPath(CellPainter &cell, const QString &path)
{
    const QFontMetrics metrics(cell.type().font(TypeRole::MonoSmall));
    cell.mono(metrics.elidedText(path, Qt::ElideMiddle, cell.room() - 2), Tone::Text);
}

} // namespace

ApiDelegate::ApiDelegate(TimeTicker &ticker, QObject *parent) : ItemDelegate(parent), m_ticker(ticker) {}

void ApiDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    const QString raw = index.data(models::ValueRole).toString();
    switch (index.column()) {
    case ApiListModel::NameColumn:
        cell.text(cellText(index), TypeRole::Body, Tone::Text, QFont::Medium);
        return;
    case ApiListModel::AddressColumn: {
        const bool worded = cellText(index) != raw;
        if (worded)
            cell.text(cellText(index), TypeRole::Body, Tone::Muted);
        else
            cell.mono(raw, Tone::Muted);
        return;
    }
    case ApiListModel::AudienceColumn:
        if (raw.isEmpty())
            cell.text(cellText(index), TypeRole::Body, Tone::Muted);
        else
            cell.mono(raw, Tone::Muted);
        return;
    case ApiListModel::RoutesColumn:
    case ApiListModel::ScopesColumn:
        cell.figure(index.data().toString(), Tone::Text);
        return;
    case ApiListModel::ChangedColumn:
        cell.text(m_ticker.relative(index.data(models::ValueRole).toDateTime()), TypeRole::Body, Tone::Muted);
        return;
    default:
        cell.text(cellText(index), TypeRole::Body, raw.isEmpty() ? Tone::Faint : Tone::Muted);
        return;
    }
}

void RouteDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    switch (index.column()) {
    case RouteListModel::MethodColumn:
        cell.mono(cellText(index), Tone::Muted);
        return;
    case RouteListModel::PathColumn:
        paintPath(cell, cellText(index));
        return;
    case RouteListModel::ScopeColumn:
        cell.mono(cellText(index), Tone::Muted);
        return;
    default:
        cell.text(cellText(index), TypeRole::Body, Tone::Muted);
        return;
    }
}

RevisionDelegate::RevisionDelegate(TimeTicker &ticker, QObject *parent)
    : ItemDelegate(parent), m_ticker(ticker)
{
}

int RevisionDelegate::neededWidth(const QWidget *table, int column) const
{
    if (column != RevisionListModel::StateColumn)
        return 0;
    const TypeScale &type = TypeScale::of(table);
    const QFontMetrics metrics(type.font(TypeRole::Body));
    int longest = 0;
    for (const RevisionState state :
         {RevisionState::Proposed, RevisionState::InForce, RevisionState::Replaced}) {
        const StateLook look = stateLook(state);
        longest = std::max(longest, look.exception ? Badge::sizeFor(type, look.icon, look.text).width()
                                                   : type.px(16) + 12 + metrics.horizontalAdvance(look.text));
    }
    return longest + cellEdges;
}

void RevisionDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    switch (index.column()) {
    case RevisionListModel::DescriptionColumn:
        cell.text(cellText(index), TypeRole::Body, Tone::Text, QFont::Medium);
        return;
    case RevisionListModel::StateColumn: {
        const StateLook look = stateLook(static_cast<RevisionState>(index.data(models::ValueRole).toInt()));
        if (look.exception) {
            cell.badge(look.severity, look.icon, look.text);
        } else {
            cell.icon(look.icon, Tone::Muted);
            cell.skip(4);
            cell.text(look.text, TypeRole::Body, Tone::Muted);
        }
        return;
    }
    case RevisionListModel::RoutesColumn:
        cell.figure(index.data().toString(), Tone::Text);
        return;
    case RevisionListModel::WhenColumn:
        cell.text(m_ticker.relative(index.data(models::ValueRole).toDateTime()), TypeRole::Body, Tone::Muted);
        return;
    default:
        cell.text(cellText(index), TypeRole::Body, Tone::Muted);
        return;
    }
}

ReviewDelegate::ReviewDelegate(Rows rows, QObject *parent) : ItemDelegate(parent), m_rows(rows) {}

int ReviewDelegate::neededWidth(const QWidget *table, int column) const
{
    if (m_rows != Rows::Changes || column != RouteChangeModel::KindColumn)
        return 0;
    const TypeScale &type = TypeScale::of(table);
    const QFontMetrics metrics(type.font(TypeRole::Body));
    int longest = 0;
    for (const RouteChangeKind kind : {RouteChangeKind::New, RouteChangeKind::Gone, RouteChangeKind::Changed})
        longest = std::max(longest, metrics.horizontalAdvance(models::nameOf(kind)));
    return longest + type.px(16) + 12 + cellEdges;
}

void ReviewDelegate::paintChange(CellPainter &cell, const QModelIndex &index) const
{
    switch (index.column()) {
    case RouteChangeModel::KindColumn:
        cell.icon(changeIcon(static_cast<RouteChangeKind>(index.data(models::ValueRole).toInt())));
        cell.skip(4);
        cell.text(cellText(index));
        return;
    case RouteChangeModel::MethodColumn:
        cell.mono(cellText(index), Tone::Muted);
        return;
    case RouteChangeModel::PathColumn:
        paintPath(cell, cellText(index));
        return;
    case RouteChangeModel::CallsColumn:
        cell.figure(index.data().toString(),
                    index.data(models::ValueRole).toLongLong() > 0 ? Tone::Text : Tone::Faint);
        return;
    default:
        cell.text(cellText(index), TypeRole::Body, Tone::Muted);
        return;
    }
}

void ReviewDelegate::paintBroken(CellPainter &cell, const QModelIndex &index) const
{
    const bool empty = index.data(models::ValueRole).toStringList().isEmpty();
    switch (index.column()) {
    case BrokenPartnerTable::PartnerColumn:
        cell.icon(Icon::Warning, Tone::Warn);
        cell.skip(4);
        cell.text(cellText(index), TypeRole::Body, Tone::Text, QFont::Medium);
        return;
    case BrokenPartnerTable::CallsColumn:
        cell.figure(index.data().toString(), Tone::Warn);
        return;
    case BrokenPartnerTable::ContactColumn:
        cell.text(cellText(index), TypeRole::Body,
                  index.data(models::ValueRole).toString().isEmpty() ? Tone::Faint : Tone::Text);
        return;
    default:
        if (empty)
            cell.text(cellText(index), TypeRole::Body, Tone::Muted);
        else
            cell.mono(cellText(index), Tone::Muted);
        return;
    }
}

void ReviewDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    switch (m_rows) {
    case Rows::Changes:
        return paintChange(cell, index);
    case Rows::Broken:
        return paintBroken(cell, index);
    case Rows::Scopes:
        if (index.column() == ScopeNeedTable::ScopeColumn)
            return cell.mono(cellText(index), Tone::Text);
        if (index.column() == ScopeNeedTable::RoutesColumn)
            return cell.figure(index.data().toString(), Tone::Text);
        return cell.text(cellText(index), TypeRole::Body, Tone::Muted);
    case Rows::LeftOut:
        if (index.column() == LeftOutTable::LineColumn)
            return cell.figure(index.data().toString(), Tone::Muted);
        if (index.column() == LeftOutTable::WhatColumn)
            return cell.mono(cellText(index), Tone::Text);
        return cell.text(cellText(index), TypeRole::Body, Tone::Muted);
    }
}

} // namespace pc::views
