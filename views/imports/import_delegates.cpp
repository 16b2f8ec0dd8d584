// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/imports/import_delegates.h"

#include "contract/rules/date_words.h"
#include "models/imports/import_row_table.h"
#include "models/imports/legacy_key_table.h"
#include "views/imports/import_words.h"
#include "views/style/space.h"
#include "views/widgets/relative_time.h"
#include "views/words/words.h"

#include <algorithm>

namespace pc::views {

using models::ImportRowTable;
using models::LegacyKeyTable;

void ImportRowDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    const auto outcome = static_cast<ImportOutcome>(index.data(ImportRowTable::OutcomeRole).toInt());
    const QString text = index.data().toString();
    switch (index.column()) {
    case ImportRowTable::LineColumn:
        cell.number(text, std::min(cell.room(), 48), Tone::Muted);
        return;
    case ImportRowTable::OutcomeColumn: {
        const OutcomeLook look = outcomeLook(outcome);
        cell.icon(look.icon, look.tone);
        cell.skip(space::xs);
        cell.text(text, TypeRole::Body, outcome == ImportOutcome::Refused ? Tone::Bad : Tone::Text);
        return;
    }
    case ImportRowTable::SubjectColumn:
        cell.text(text, TypeRole::Body, Tone::Text, QFont::Medium);
        return;
    default:
        cell.text(text, TypeRole::Body, outcome == ImportOutcome::Refused ? Tone::Bad : Tone::Muted);
        return;
    }
}

LegacyKeyDelegate::LegacyKeyDelegate(TimeTicker &ticker, QObject *parent)
    : ItemDelegate(parent), m_ticker(ticker)
{
}

void LegacyKeyDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    const QString text = index.data().toString();
    const QVariant value = index.data(models::ValueRole);
    const bool left = index.data(LegacyKeyTable::LeftRole).toBool();
    switch (index.column()) {
    case LegacyKeyTable::PartnerColumn:
        cell.text(text, TypeRole::Body, left ? Tone::Text : Tone::Muted, QFont::Medium);
        return;
    case LegacyKeyTable::NameColumn:
        cell.text(text, TypeRole::Body, left ? Tone::Text : Tone::Muted);
        return;
    case LegacyKeyTable::DeadlineColumn:
        if (index.data(LegacyKeyTable::NearRole).toBool()) {
            cell.icon(Icon::Clock, Tone::Warn);
            cell.skip(space::xs);
            cell.text(rules::lastDayText(value.toDateTime(), rules::DateForm::DayOfYear), TypeRole::Body,
                      Tone::Warn);
        } else {
            cell.text(rules::lastDayText(value.toDateTime(), rules::DateForm::DayOfYear), TypeRole::Body,
                      Tone::Muted);
        }
        return;
    case LegacyKeyTable::LastUsedColumn:
        cell.text(value.isValid() ? m_ticker.relative(value.toDateTime()) : text, TypeRole::Body,
                  value.isValid() ? Tone::Muted : Tone::Faint);
        return;
    case LegacyKeyTable::CallsColumn:
        cell.number(text, std::min(cell.room(), 72), Tone::Muted);
        return;
    case LegacyKeyTable::SuccessorColumn:
        if (!value.toString().isEmpty()) {
            cell.mono(text, Tone::Muted);
        } else if (left) {
            cell.icon(Icon::Warning, Tone::Warn);
            cell.skip(space::xs);
            cell.text(text, TypeRole::Body, Tone::Warn);
        } else {
            cell.text(text, TypeRole::Body, Tone::Faint);
        }
        return;
    case LegacyKeyTable::StateColumn: {
        const StateLook look = stateLook(static_cast<CredentialState>(value.toInt()));
        if (look.exception)
            cell.badge(look.severity, look.icon, look.text);
        else
            cell.text(look.text, TypeRole::Body, Tone::Muted);
        return;
    }
    default:
        cell.text(text, TypeRole::Body, value.toString().isEmpty() ? Tone::Faint : Tone::Muted);
        return;
    }
}

} // namespace pc::views
