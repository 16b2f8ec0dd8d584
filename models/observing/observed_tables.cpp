// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observing/observed_tables.h"

#include "models/text/enum_names.h"
#include "models/text/figures.h"

#include <QLocale>

namespace pc::models {

using namespace Qt::StringLiterals;

void ObservedGroupTable::setGroups(const QList<ObservedGroup> &groups, ObservedBy by, qint64 refused)
{
    if (groups == m_groups && by == m_by && refused == m_refused)
        return;
    beginResetModel();
    m_groups = groups;
    m_by = by;
    m_refused = refused;
    endResetModel();
}

int ObservedGroupTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ObservedGroupTable::nameOf(const ObservedGroup &group, ObservedBy by)
{
    switch (by) {
    case ObservedBy::Reason:
        return models::nameOf(group.reason);
    case ObservedBy::Partner:
        if (group.partnerId.isEmpty())
            return tr("Unknown callers");
        return group.partnerName.isEmpty() ? group.partnerId : group.partnerName;
    case ObservedBy::Route:
        return group.what;
    }
    return {};
}

double ObservedGroupTable::shareOf(const ObservedGroup &group) const
{
    return m_refused > 0 ? static_cast<double>(group.calls) / static_cast<double>(m_refused) : 0;
}

QString ObservedGroupTable::spreadText(const ObservedGroup &group) const
{
    const QString partners = tr("%Ln partner(s)", nullptr, group.partners);
    const QString routes = tr("%Ln route(s)", nullptr, group.routes);
    if (m_by == ObservedBy::Partner)
        return routes;
    const QString who = !group.fromStrangers  ? partners
                        : group.partners == 0 ? tr("unknown callers")
                                              : tr("%1 and unknown callers").arg(partners);
    return m_by == ObservedBy::Route ? who : tr("%1, %2", "who, routes").arg(who, routes);
}

QString ObservedGroupTable::heading(int column) const
{
    switch (column) {
    case NameColumn:
        return m_by == ObservedBy::Reason    ? tr("Reason")
               : m_by == ObservedBy::Partner ? tr("Partner")
                                             : tr("Route");
    case CallsColumn:
        return tr("Calls");
    case ShareColumn:
        return tr("Share");
    case SpreadColumn:
        return m_by == ObservedBy::Partner ? tr("Routes") : tr("From");
    case LastColumn:
        return tr("Last hour with calls");
    case PassingColumn:
        return tr("Would pass today");
    default:
        return {};
    }
}

QString ObservedGroupTable::text(int row, int column) const
{
    const ObservedGroup &group = m_groups.at(row);
    switch (column) {
    case NameColumn:
        return nameOf(group, m_by);
    case CallsColumn:
        return QLocale().toString(group.calls);
    case ShareColumn:
        return shareText(shareOf(group));
    case SpreadColumn:
        return spreadText(group);
    case LastColumn:
        return utcText(group.lastAt);
    case PassingColumn:
        return group.passing > 0 ? QLocale().toString(group.passing) : QString();
    default:
        return {};
    }
}

QVariant ObservedGroupTable::value(int row, int column) const
{
    const ObservedGroup &group = m_groups.at(row);
    switch (column) {
    case NameColumn:
        return nameOf(group, m_by);
    case CallsColumn:
        return group.calls;
    case ShareColumn:
        return shareOf(group);
    case SpreadColumn:
        return spreadText(group);
    case LastColumn:
        return group.lastAt;
    case PassingColumn:
        return group.passing;
    default:
        return {};
    }
}

QString ObservedGroupTable::sentence(int row) const
{
    const ObservedGroup &group = m_groups.at(row);
    return tr("%1: %Ln call(s) would have been refused, %2, last %3", "name, from whom, when",
              forPlural(group.calls))
        .arg(nameOf(group, m_by), spreadText(group), utcText(group.lastAt));
}

void ObservedLineTable::setLines(const QList<ObservedLine> &lines)
{
    if (lines == m_lines)
        return;
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

int ObservedLineTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ObservedLineTable::heading(int column) const
{
    switch (column) {
    case ReasonColumn:
        return tr("Reason");
    case PartnerColumn:
        return tr("Partner");
    case WhatColumn:
        return tr("Route");
    case ScopeColumn:
        return tr("Scope");
    case CallsColumn:
        return tr("Calls");
    case LastColumn:
        return tr("Last hour with calls");
    case TodayColumn:
        return tr("Today");
    default:
        return {};
    }
}

QString ObservedLineTable::text(int row, int column) const
{
    const ObservedLine &line = m_lines.at(row);
    switch (column) {
    case ReasonColumn:
        return models::nameOf(line.reason);
    case PartnerColumn:
        if (line.partnerId.isEmpty())
            return tr("Unknown caller");
        return line.partnerName.isEmpty() ? line.partnerId : line.partnerName;
    case WhatColumn:
        return line.what;
    case ScopeColumn:
        return line.scope;
    case CallsColumn:
        return QLocale().toString(line.calls);
    case LastColumn:
        return utcText(line.lastAt);
    case TodayColumn:
        return models::nameOf(line.today);
    default:
        return {};
    }
}

QVariant ObservedLineTable::value(int row, int column) const
{
    const ObservedLine &line = m_lines.at(row);
    switch (column) {
    case ReasonColumn:
        return toText(line.reason);
    case CallsColumn:
        return line.calls;
    case LastColumn:
        return line.lastAt;
    case TodayColumn:
        return int(line.today);
    default:
        return text(row, column);
    }
}

QString ObservedLineTable::id(int row) const
{
    const ObservedLine &line = m_lines.at(row);
    return QStringList{toText(line.reason), line.partnerId, line.what}.join(u'|');
}

QString ObservedLineTable::sentence(int row) const
{
    const ObservedLine &line = m_lines.at(row);
    return tr("%1, %2, %3: %Ln call(s), today: %4", "reason, partner, route, judgement",
              forPlural(line.calls))
        .arg(text(row, ReasonColumn), text(row, PartnerColumn), line.what, text(row, TodayColumn));
}

void StrangerTable::setStrangers(const QList<ObservedStranger> &strangers)
{
    if (strangers == m_strangers)
        return;
    beginResetModel();
    m_strangers = strangers;
    endResetModel();
}

int StrangerTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString StrangerTable::heading(int column) const
{
    switch (column) {
    case ShownColumn:
        return tr("Print of the key");
    case SourceColumn:
        return tr("Address");
    case UserAgentColumn:
        return tr("User agent");
    case WhatColumn:
        return tr("Routes");
    case CallsColumn:
        return tr("Calls");
    case LastColumn:
        return tr("Last hour with calls");
    default:
        return {};
    }
}

QString StrangerTable::text(int row, int column) const
{
    const ObservedStranger &stranger = m_strangers.at(row);
    switch (column) {
    case ShownColumn:
        return stranger.fingerprint.isEmpty() ? tr("No key shown") : stranger.fingerprint;
    case SourceColumn:
        return stranger.source.isEmpty() ? tr("Not known") : stranger.source;
    case UserAgentColumn:
        return stranger.userAgent.isEmpty() ? tr("None") : stranger.userAgent;
    case WhatColumn:
        return stranger.what.join(u", "_s);
    case CallsColumn:
        return QLocale().toString(stranger.calls);
    case LastColumn:
        return utcText(stranger.lastAt);
    default:
        return {};
    }
}

QVariant StrangerTable::value(int row, int column) const
{
    const ObservedStranger &stranger = m_strangers.at(row);
    switch (column) {
    case ShownColumn:
        return stranger.fingerprint;
    case SourceColumn:
        return stranger.source;
    case UserAgentColumn:
        return stranger.userAgent;
    case WhatColumn:
        return stranger.what;
    case CallsColumn:
        return stranger.calls;
    case LastColumn:
        return stranger.lastAt;
    default:
        return {};
    }
}

QString StrangerTable::id(int row) const
{
    const ObservedStranger &stranger = m_strangers.at(row);
    return QStringList{stranger.fingerprint, stranger.source, stranger.userAgent}.join(u'|');
}

QString StrangerTable::sentence(int row) const
{
    const ObservedStranger &stranger = m_strangers.at(row);
    return tr("%1, from %2, %3: %Ln call(s)", "print, address, user agent", forPlural(stranger.calls))
        .arg(text(row, ShownColumn), text(row, SourceColumn), text(row, UserAgentColumn));
}

} // namespace pc::models
