// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/call_delegate.h"

#include "models/calls/call_list_model.h"
#include "views/words/call_words.h"

namespace pc::views {

using models::CallListModel;

void CallDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    switch (index.column()) {
    case CallListModel::TimeColumn:
    case CallListModel::MethodColumn:
        cell.mono(text, Tone::Muted);
        return;
    case CallListModel::PartnerColumn:
        cell.text(text, TypeRole::Body, Tone::Text, QFont::Medium);
        return;
    case CallListModel::OutcomeColumn: {
        const auto outcome = static_cast<Outcome>(index.data(CallListModel::OutcomeRole).toInt());
        cell.icon(outcomeIcon(outcome), outcomeTone(outcome), 14);
        cell.text(text);
        return;
    }
    case CallListModel::StatusColumn: {
        const auto outcome = static_cast<Outcome>(index.data(CallListModel::OutcomeRole).toInt());
        cell.mono(text, outcome == Outcome::ServerError ? Tone::Bad : Tone::Text, TypeRole::Mono);
        return;
    }
    case CallListModel::SourceColumn:
    case CallListModel::RequestColumn:
    case CallListModel::DecisionColumn:
    case CallListModel::PathColumn:
        cell.mono(text, Tone::Muted);
        return;
    case CallListModel::GenerationColumn:
    case CallListModel::TookColumn:
    case CallListModel::BytesColumn:
    case CallListModel::UpstreamColumn:
        cell.figure(text, Tone::Muted);
        return;
    case CallListModel::ReasonColumn:
    case CallListModel::UserAgentColumn:
        cell.text(text, TypeRole::Body, Tone::Muted);
        return;
    default:
        cell.text(text);
        return;
    }
}

} // namespace pc::views
