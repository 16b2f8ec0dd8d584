// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scopes/scopes_delegates.h"

#include "models/base/item_roles.h"
#include "models/catalogue/plan_list_model.h"
#include "models/catalogue/scope_holder_model.h"
#include "models/catalogue/scope_list_model.h"
#include "models/catalogue/take_scope_run.h"
#include "views/widgets/relative_time.h"
#include "views/words/words.h"

#include <algorithm>

namespace pc::views {

using models::PlanEffectTable;
using models::PlanListModel;
using models::ScopeHolderModel;
using models::ScopeListModel;
using models::TakeScopeRun;

namespace {

QString shown(const QModelIndex &index)
{
    return index.data(Qt::DisplayRole).toString();
}

} // namespace

void ScopeRowDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    switch (index.column()) {
    case ScopeListModel::ScopeColumn:
        if (index.data(ScopeListModel::ConflictsRole).toInt() > 0) {
            cell.icon(Icon::Warning, Tone::Warn);
            cell.skip(4);
        }
        cell.mono(shown(index), Tone::Text);
        return;
    case ScopeListModel::RoutesColumn:
    case ScopeListModel::HoldersColumn:
    case ScopeListModel::UsersColumn:
        cell.figure(index.data().toString(),
                    index.data(models::ValueRole).toLongLong() > 0 ? Tone::Text : Tone::Faint);
        return;
    case ScopeListModel::SensitiveColumn:
        if (index.data(models::ValueRole).toBool()) {
            cell.icon(Icon::Shield, Tone::Text);
            cell.skip(4);
            cell.text(shown(index));
        }
        return;
    case ScopeListModel::CategoriesColumn:
        cell.text(shown(index), TypeRole::Body,
                  index.data(models::ValueRole).toStringList().isEmpty() ? Tone::Faint : Tone::Muted);
        return;
    case ScopeListModel::LastUsedColumn:
        cell.text(shown(index), TypeRole::Body,
                  index.data(models::ValueRole).isValid() ? Tone::Muted : Tone::Faint);
        return;
    default:
        cell.text(shown(index), TypeRole::Body, Tone::Muted);
        return;
    }
}

HolderDelegate::HolderDelegate(TimeTicker &ticker, QObject *parent) : ItemDelegate(parent), m_ticker(ticker)
{
}

void HolderDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    switch (index.column()) {
    case ScopeHolderModel::PartnerColumn:
        cell.text(shown(index), TypeRole::Body, Tone::Text, QFont::Medium);
        return;
    case ScopeHolderModel::StageColumn:
        cell.stage(stageLevel(static_cast<Stage>(index.data(models::ValueRole).toInt())));
        cell.skip(6);
        cell.text(shown(index), TypeRole::Body, Tone::Muted);
        return;
    case ScopeHolderModel::CallsColumn:
        cell.number(shown(index), std::min(cell.room(), 88),
                    index.data(models::ValueRole).toLongLong() > 0 ? Tone::Text : Tone::Faint);
        return;
    case ScopeHolderModel::LastUsedColumn:
        cell.text(shown(index), TypeRole::Body,
                  index.data(models::ValueRole).toDateTime().isValid() ? Tone::Muted : Tone::Faint);
        return;
    case ScopeHolderModel::CredentialsColumn:
        cell.text(shown(index), TypeRole::Body,
                  index.data(models::ValueRole).toStringList().isEmpty() ? Tone::Faint : Tone::Muted);
        return;
    case ScopeHolderModel::GrantColumn:
        cell.text(m_ticker.relative(index.data(models::ValueRole).toDateTime()), TypeRole::Body, Tone::Muted);
        return;
    case ScopeHolderModel::AllowedColumn: {
        const bool allowed = index.data(models::ValueRole).toBool();
        if (!allowed) {
            cell.icon(Icon::Warning, Tone::Warn);
            cell.skip(4);
        }
        cell.text(shown(index), TypeRole::Body, allowed ? Tone::Muted : Tone::Warn);
        return;
    }
    default:
        cell.text(shown(index), TypeRole::Body, Tone::Muted);
        return;
    }
}

PlanDelegate::PlanDelegate(TimeTicker &ticker, QObject *parent) : ItemDelegate(parent), m_ticker(ticker) {}

void PlanDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    switch (index.column()) {
    case PlanListModel::NameColumn:
        cell.text(shown(index), TypeRole::Body, Tone::Text, QFont::Medium);
        return;
    case PlanListModel::PartnersColumn:
        cell.figure(index.data().toString(),
                    index.data(models::ValueRole).toLongLong() > 0 ? Tone::Text : Tone::Faint);
        return;
    case PlanListModel::ChangedColumn: {
        const QDateTime when = index.data(models::ValueRole).toDateTime();
        cell.text(when.isValid() ? m_ticker.relative(when) : shown(index), TypeRole::Body, Tone::Muted);
        return;
    }
    default:
        cell.text(shown(index), TypeRole::Body, Tone::Muted);
        return;
    }
}

void PlanEffectDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    const bool exceeded = index.data(PlanEffectTable::ExceededRole).toBool();
    switch (index.column()) {
    case PlanEffectTable::PartnerColumn:
        if (exceeded) {
            cell.icon(Icon::Warning, Tone::Warn);
            cell.skip(4);
        }
        cell.text(shown(index), TypeRole::Body, Tone::Text, QFont::Medium);
        return;
    case PlanEffectTable::HourColumn:
    case PlanEffectTable::DayColumn:
        cell.text(shown(index), TypeRole::Body,
                  !index.data(models::ValueRole).isValid() ? Tone::Faint
                  : exceeded                               ? Tone::Warn
                                                           : Tone::Muted);
        return;
    case PlanEffectTable::AfterColumn:
        cell.text(shown(index), TypeRole::Body,
                  index.data(PlanEffectTable::HiddenRole).toBool() ? Tone::Faint : Tone::Text);
        return;
    default:
        cell.text(shown(index), TypeRole::Body, Tone::Muted);
        return;
    }
}

void TakeScopeDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    switch (index.column()) {
    case TakeScopeRun::PartnerColumn: {
        const bool chosen = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        cell.icon(chosen ? Icon::CheckCircle : Icon::Minus, chosen ? Tone::Accent : Tone::Faint);
        cell.skip(6);
        cell.text(shown(index), TypeRole::Body, chosen ? Tone::Text : Tone::Muted, QFont::Medium);
        return;
    }
    case TakeScopeRun::StateColumn: {
        const auto state = static_cast<TakeScopeRun::State>(index.data(models::ValueRole).toInt());
        const bool bad = state == TakeScopeRun::State::Refused || state == TakeScopeRun::State::Unknown;
        if (bad || state == TakeScopeRun::State::Taken) {
            cell.icon(bad ? Icon::Warning : Icon::Check, bad ? Tone::Warn : Tone::Ok);
            cell.skip(4);
        }
        cell.text(shown(index), TypeRole::Body, bad ? Tone::Warn : Tone::Muted);
        return;
    }
    default:
        cell.text(shown(index), TypeRole::Body, Tone::Muted);
        return;
    }
}

} // namespace pc::views
