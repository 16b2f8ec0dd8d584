// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/version_delegates.h"

#include "contract/rules/date_words.h"
#include "contract/rules/version_life.h"
#include "models/base/item_roles.h"
#include "models/catalogue/version_caller_table.h"
#include "models/catalogue/version_list_model.h"
#include "views/catalogue/version_words.h"
#include "views/widgets/badge.h"
#include "views/widgets/relative_time.h"

#include <algorithm>

namespace pc::views {

using models::VersionCallerTable;
using models::VersionListModel;

VersionDelegate::VersionDelegate(const VersionListModel &versions, QObject *parent)
    : ItemDelegate(parent), m_versions(versions)
{
}

int VersionDelegate::neededWidth(const QWidget *table, int column) const
{
    if (column != VersionListModel::StateColumn)
        return 0;
    // Whatever stands there now: a state changes by the clock alone.
    const QDateTime now = m_versions.now();
    ApiVersion deprecated;
    deprecated.deprecatedAt = now;
    ApiVersion ended;
    ended.sunsetAt = now;
    ApiVersion soon;
    soon.sunsetAt = now.addDays(rules::sunsetSoonDays);
    soon.partners30d = 1;
    ApiVersion later;
    later.sunsetAt = now.addDays(999);
    const TypeScale &type = TypeScale::of(table);
    const QFontMetrics metrics(type.font(TypeRole::Body));
    int longest = 0;
    for (const ApiVersion &each : {ApiVersion(), deprecated, ended, soon, later}) {
        const StateLook look = versionLook(each, now);
        longest = std::max(longest, look.exception ? Badge::sizeFor(type, look.icon, look.text).width()
                                                   : type.px(16) + 12 + metrics.horizontalAdvance(look.text));
    }
    return longest + cellEdges;
}

void VersionDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    const bool attention = index.data(VersionListModel::AttentionRole).toBool();
    switch (index.column()) {
    case VersionListModel::PathColumn:
        cell.mono(index.data().toString(), Tone::Text);
        return;
    case VersionListModel::StateColumn: {
        const StateLook look = versionLook(m_versions.versionAt(index.row()), m_versions.now());
        if (look.exception) {
            cell.badge(look.severity, look.icon, look.text);
        } else {
            cell.icon(look.icon, Tone::Muted);
            cell.skip(4);
            cell.text(look.text, TypeRole::Body, Tone::Muted);
        }
        return;
    }
    case VersionListModel::DeprecatedColumn:
    case VersionListModel::SunsetColumn: {
        const QDateTime when = index.data(models::ValueRole).toDateTime();
        if (when.isValid())
            cell.text(rules::momentText(when, rules::DateForm::DayOfYear), TypeRole::Body, Tone::Muted);
        return;
    }
    case VersionListModel::PartnersColumn:
        cell.figure(index.data().toString(), attention ? Tone::Warn : Tone::Text);
        return;
    default:
        cell.figure(index.data().toString(), Tone::Muted);
        return;
    }
}

VersionCallerDelegate::VersionCallerDelegate(TimeTicker &ticker, QObject *parent)
    : ItemDelegate(parent), m_ticker(ticker)
{
}

void VersionCallerDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    switch (index.column()) {
    case VersionCallerTable::PartnerColumn:
        cell.text(index.data().toString(), TypeRole::Body, Tone::Text, QFont::Medium);
        return;
    case VersionCallerTable::CallsColumn:
    case VersionCallerTable::WeekColumn:
        cell.figure(index.data().toString(),
                    index.data(models::ValueRole).toLongLong() > 0 ? Tone::Text : Tone::Faint);
        return;
    case VersionCallerTable::LastColumn:
        cell.text(m_ticker.relative(index.data(models::ValueRole).toDateTime()), TypeRole::Body, Tone::Muted);
        return;
    case VersionCallerTable::RoutesColumn:
        cell.mono(index.data().toString(), Tone::Muted);
        return;
    case VersionCallerTable::ContactColumn:
        cell.text(index.data().toString(), TypeRole::Body,
                  index.data(models::ValueRole).toString().isEmpty() ? Tone::Faint : Tone::Text);
        return;
    default:
        cell.text(index.data().toString(), TypeRole::Body, Tone::Muted);
        return;
    }
}

} // namespace pc::views
