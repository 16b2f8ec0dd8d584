// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partners/partner_delegate.h"

#include "models/partners/partner_list_model.h"
#include "models/text/figures.h"
#include "views/widgets/relative_time.h"
#include "views/words/words.h"

#include <QLocale>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::PartnerListModel;

namespace {

constexpr double quotaWarnAt = 0.9;

Health healthOf(const QModelIndex &index)
{
    return static_cast<Health>(
        index.siblingAtColumn(PartnerListModel::HealthColumn).data(models::ValueRole).toInt());
}

} // namespace

PartnerDelegate::PartnerDelegate(const TimeTicker &ticker, QObject *parent)
    : ItemDelegate(parent), m_ticker(ticker)
{
}

void PartnerDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    switch (index.column()) {
    case PartnerListModel::PartnerColumn: {
        const QString name = index.data(models::ValueRole).toString();
        cell.avatar(name);
        cell.text(name, TypeRole::Body, Tone::Text, QFont::Medium);
        if (cell.room() > 60)
            cell.mono(index.data(models::IdRole).toString());
        break;
    }
    case PartnerListModel::StageColumn:
        paintStage(cell, index);
        break;
    case PartnerListModel::HealthColumn:
        paintHealth(cell, index);
        break;
    case PartnerListModel::CredentialsColumn:
        paintCredentials(cell, index);
        break;
    case PartnerListModel::QuotaColumn:
        paintQuota(cell, index);
        break;
    case PartnerListModel::TrafficColumn:
        paintTraffic(cell, index);
        break;
    case PartnerListModel::ErrorsColumn:
        paintErrors(cell, index);
        break;
    case PartnerListModel::LastActivityColumn: {
        const QDateTime at = index.data(models::ValueRole).toDateTime();
        cell.text(at.isValid() ? m_ticker.relative(at) : u"—"_s, TypeRole::Body, Tone::Muted);
        break;
    }
    default:
        cell.text(index.data(Qt::DisplayRole).toString(), TypeRole::Body, Tone::Muted);
        break;
    }
}

void PartnerDelegate::paintStage(CellPainter &cell, const QModelIndex &index) const
{
    const auto status = static_cast<PartnerStatus>(index.data(PartnerListModel::StatusRole).toInt());
    const StateLook look = stateLook(status);
    if (look.exception) {
        cell.badge(look.severity, look.icon, look.text);
        return;
    }
    const StageLevel level = stageLevel(static_cast<Stage>(index.data(models::ValueRole).toInt()));
    cell.stage(level);
    cell.text(stageText(level));
}

void PartnerDelegate::paintHealth(CellPainter &cell, const QModelIndex &index) const
{
    const StateLook look = stateLook(healthOf(index));
    const Tone tone = !look.exception ? Tone::Muted : look.severity == Severity::Bad ? Tone::Bad : Tone::Warn;
    cell.icon(look.icon, tone);
    cell.text(look.text, TypeRole::Body, tone);
}

void PartnerDelegate::paintCredentials(CellPainter &cell, const QModelIndex &index) const
{
    cell.number(QLocale().toString(index.data(models::ValueRole).toInt()), 20);
    const int expiring = index.data(PartnerListModel::ExpiringRole).toInt();
    if (expiring > 0) {
        cell.badge(Severity::Warn, Icon::Clock, tr("%n expiring", nullptr, expiring));
    }
}

void PartnerDelegate::paintQuota(CellPainter &cell, const QModelIndex &index) const
{
    const double share = index.data(models::ValueRole).toDouble();
    const int figure = 46; // "100 %"
    if (share < 0) {
        cell.number(u"—"_s, figure, Tone::Faint);
        return;
    }
    cell.number(models::shareText(share), figure,
                share >= 1             ? Tone::Bad
                : share >= quotaWarnAt ? Tone::Warn
                                       : Tone::Muted);
    const int bar = std::min(84, cell.room());
    if (bar >= 24)
        cell.quota(share, bar, quotaWarnAt);
}

void PartnerDelegate::paintTraffic(CellPainter &cell, const QModelIndex &index) const
{
    const qint64 calls = index.data(PartnerListModel::CallsRole).toLongLong();
    cell.number(QLocale().toString(calls), 56, calls > 0 ? Tone::Text : Tone::Faint);
    QList<double> hours;
    for (const qint64 value : index.data(models::ValueRole).value<QList<qint64>>())
        hours.append(static_cast<double>(value));
    const int width = std::min(72, cell.room());
    if (calls > 0 && width >= 24)
        cell.sparkline(hours, width, LastValue::Running); // the hour in progress stands last
}

void PartnerDelegate::paintErrors(CellPainter &cell, const QModelIndex &index) const
{
    const double share = index.data(models::ValueRole).toDouble();
    const bool bad = healthOf(index) == Health::Errors;
    const QString text = share < 0 ? u"—"_s : models::shareText(share);
    cell.number(text, 52, share < 0 ? Tone::Faint : bad ? Tone::Bad : Tone::Muted);
}

} // namespace pc::views
