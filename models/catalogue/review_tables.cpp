// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/review_tables.h"

#include "models/base/item_roles.h"
#include "models/text/figures.h"

#include <QLocale>

namespace pc::models {

using namespace Qt::StringLiterals;

int ReviewTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : rows();
}

QVariant ReviewTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return index.column() == 0
                   ? sentence(index.row())
                   : tr("%1: %2").arg(heading(index.column()), text(index.row(), index.column()));
    case ValueRole:
        return value(index.row(), index.column());
    case IdRole:
        return id(index.row());
    default:
        return {};
    }
}

QVariant ReviewTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return heading(section);
}

void ScopeNeedTable::setScopes(const QList<ScopeNeed> &scopes)
{
    if (scopes == m_scopes)
        return;
    beginResetModel();
    m_scopes = scopes;
    endResetModel();
}

int ScopeNeedTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ScopeNeedTable::heading(int column) const
{
    switch (column) {
    case ScopeColumn:
        return tr("Scope");
    case RoutesColumn:
        return tr("Routes");
    case NewColumn:
        return tr("Remark");
    default:
        return {};
    }
}

QString ScopeNeedTable::text(int row, int column) const
{
    const ScopeNeed &need = m_scopes.at(row);
    switch (column) {
    case ScopeColumn:
        return need.scope;
    case RoutesColumn:
        return QLocale().toString(need.routes);
    case NewColumn:
        if (!need.takenBy.isEmpty())
            return tr("A scope of %1", "API").arg(need.takenBy);
        return need.isNew ? tr("New scope") : need.routes == 0 ? tr("No route needs it any more") : QString();
    default:
        return {};
    }
}

QVariant ScopeNeedTable::value(int row, int column) const
{
    const ScopeNeed &need = m_scopes.at(row);
    switch (column) {
    case ScopeColumn:
        return need.scope;
    case RoutesColumn:
        return qint64(need.routes);
    case NewColumn:
        return need.isNew;
    default:
        return {};
    }
}

QString ScopeNeedTable::sentence(int row) const
{
    const ScopeNeed &need = m_scopes.at(row);
    if (!need.takenBy.isEmpty() || need.routes == 0)
        return tr("%1: %2").arg(need.scope, text(row, NewColumn));
    return need.isNew ? tr("%1, new, %Ln route(s)", nullptr, need.routes).arg(need.scope)
                      : tr("%1, %Ln route(s)", nullptr, need.routes).arg(need.scope);
}

void BrokenPartnerTable::setPartners(const QList<BrokenPartner> &partners)
{
    if (partners == m_partners)
        return;
    beginResetModel();
    m_partners = partners;
    endResetModel();
}

int BrokenPartnerTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString BrokenPartnerTable::heading(int column) const
{
    switch (column) {
    case PartnerColumn:
        return tr("Partner");
    case CallsColumn:
        return tr("Calls in 30 days");
    case RoutesColumn:
        return tr("Routes");
    case MissingColumn:
        return tr("Missing scopes");
    case ContactColumn:
        return tr("Technical contact");
    default:
        return {};
    }
}

QString BrokenPartnerTable::text(int row, int column) const
{
    const BrokenPartner &partner = m_partners.at(row);
    switch (column) {
    case PartnerColumn:
        return partner.name;
    case CallsColumn:
        return QLocale().toString(partner.calls30d);
    case RoutesColumn:
        return partner.routes.join(u", "_s);
    case MissingColumn:
        return partner.missingScopes.isEmpty() ? tr("None: the route is gone")
                                               : partner.missingScopes.join(u", "_s);
    case ContactColumn:
        return partner.contact.isEmpty() ? tr("No contact") : partner.contact;
    default:
        return {};
    }
}

QVariant BrokenPartnerTable::value(int row, int column) const
{
    const BrokenPartner &partner = m_partners.at(row);
    switch (column) {
    case PartnerColumn:
        return partner.name;
    case CallsColumn:
        return partner.calls30d;
    case RoutesColumn:
        return partner.routes;
    case MissingColumn:
        return partner.missingScopes;
    case ContactColumn:
        return partner.contact;
    default:
        return {};
    }
}

QString BrokenPartnerTable::sentence(int row) const
{
    const BrokenPartner &partner = m_partners.at(row);
    return tr("%1, %Ln call(s) in 30 days would be refused, contact %2", nullptr, forPlural(partner.calls30d))
        .arg(partner.name, text(row, ContactColumn));
}

void LeftOutTable::setParts(const QList<LeftOutPart> &parts)
{
    if (parts == m_parts)
        return;
    beginResetModel();
    m_parts = parts;
    endResetModel();
}

int LeftOutTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString LeftOutTable::heading(int column) const
{
    switch (column) {
    case LineColumn:
        return tr("Line");
    case WhatColumn:
        return tr("What");
    case ReasonColumn:
        return tr("Why, in the platform's words");
    default:
        return {};
    }
}

QString LeftOutTable::text(int row, int column) const
{
    const LeftOutPart &part = m_parts.at(row);
    switch (column) {
    case LineColumn:
        return QLocale().toString(part.line);
    case WhatColumn:
        return part.what;
    case ReasonColumn:
        return part.reason;
    default:
        return {};
    }
}

QVariant LeftOutTable::value(int row, int column) const
{
    return column == LineColumn ? QVariant(qint64(m_parts.at(row).line)) : QVariant(text(row, column));
}

QString LeftOutTable::id(int row) const
{
    const LeftOutPart &part = m_parts.at(row);
    return QString::number(part.line) + u' ' + part.what;
}

QString LeftOutTable::sentence(int row) const
{
    const LeftOutPart &part = m_parts.at(row);
    return tr("Line %1: %2, %3", "line, what, reason")
        .arg(QLocale().toString(part.line), part.what, part.reason);
}

} // namespace pc::models
