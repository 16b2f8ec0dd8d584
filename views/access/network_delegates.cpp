// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/network_delegates.h"

#include "models/access/network_table.h"
#include "models/access/source_table.h"
#include "views/style/space.h"

namespace pc::views {

using models::NetworkTable;
using models::SourceTable;

namespace {

struct Mark
{
    Icon icon = Icon::None;
    Tone tone = Tone::Muted;
};

Mark markOf(NetworkTable::Gravity gravity)
{
    switch (gravity) {
    case NetworkTable::Refused:
        return {Icon::CircleX, Tone::Bad};
    case NetworkTable::Warned:
        return {Icon::Warning, Tone::Warn};
    case NetworkTable::Said:
        return {Icon::Info, Tone::Muted};
    case NetworkTable::Fine:
        break;
    }
    return {};
}

Mark markOf(SourceTable::Verdict verdict)
{
    switch (verdict) {
    case SourceTable::IsRefused:
        return {Icon::Ban, Tone::Warn};
    case SourceTable::WillBeRefused:
        return {Icon::CircleX, Tone::Bad};
    case SourceTable::WillPass:
        return {Icon::Plus, Tone::Ok};
    case SourceTable::Passes:
        return {Icon::Check, Tone::Muted};
    case SourceTable::NotKnown:
        break;
    }
    return {Icon::Help, Tone::Muted};
}

void paintMarked(CellPainter &cell, const QModelIndex &index, const Mark &mark)
{
    cell.skip(space::s);
    if (mark.icon != Icon::None) {
        cell.icon(mark.icon, mark.tone);
        cell.skip(space::xs);
    }
    cell.text(index.data().toString(), TypeRole::Body, mark.tone);
}

} // namespace

void NetworkDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    const auto gravity = static_cast<NetworkTable::Gravity>(index.data(NetworkTable::GravityRole).toInt());
    if (index.column() == NetworkTable::RemarkColumn)
        return paintMarked(cell, index, markOf(gravity));
    if (index.column() != NetworkTable::NetworkColumn)
        return ItemDelegate::paintCell(cell, index);
    cell.skip(space::s);
    cell.mono(index.data().toString(), gravity == NetworkTable::Refused ? Tone::Bad : Tone::Text,
              TypeRole::Mono);
}

void SourceDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    const auto verdict = static_cast<SourceTable::Verdict>(index.data(SourceTable::VerdictRole).toInt());
    if (index.column() == SourceTable::VerdictColumn)
        return paintMarked(cell, index, markOf(verdict));
    if (index.column() == SourceTable::SourceColumn) {
        cell.skip(space::s);
        return cell.mono(index.data().toString(), Tone::Text, TypeRole::Mono);
    }
    if (index.column() == SourceTable::CallsColumn)
        return cell.number(index.data().toString(), cell.room() - space::s);
    ItemDelegate::paintCell(cell, index);
}

} // namespace pc::views
