// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/audit/audit_delegate.h"

#include "models/audit/audit_list_model.h"
#include "models/base/item_roles.h"
#include "views/widgets/relative_time.h"
#include "views/words/words.h"

namespace pc::views {

using models::AuditListModel;

void AuditDelegate::paintCell(CellPainter &cell, const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    switch (index.column()) {
    case AuditListModel::TimeColumn:
        cell.mono(auditUtc(index.data(models::ValueRole).toDateTime()), Tone::Muted);
        return;
    case AuditListModel::ActionColumn: {
        const QString action = index.data(AuditListModel::ActionRole).toString();
        if (index.data(AuditListModel::HighImpactRole).toBool()) {
            cell.badge(actionSeverity(action), actionIcon(action), action);
            return;
        }
        cell.icon(actionIcon(action));
        cell.skip(4);
        cell.text(action);
        return;
    }
    case AuditListModel::ActorColumn:
        if (text == QStringLiteral("platform")) {
            cell.icon(Icon::Gear);
            cell.skip(4);
            cell.mono(text, Tone::Muted);
            return;
        }
        cell.text(text, TypeRole::Body, Tone::Text, QFont::Medium);
        return;
    case AuditListModel::TicketColumn:
    case AuditListModel::IndexColumn:
        cell.mono(text);
        return;
    case AuditListModel::ReasonColumn:
        cell.text(text, TypeRole::Body, Tone::Muted);
        return;
    default:
        cell.text(text);
        return;
    }
}

} // namespace pc::views
