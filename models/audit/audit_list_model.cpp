// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/audit_list_model.h"

#include "models/audit/audit_histogram_model.h"
#include "models/text/audit_sentence.h"

#include "contract/audit_actions/audit_action.h"

#include <QLocale>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

/// Audit times are always absolute UTC with milliseconds.
QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

bool isHighImpact(const QString &action)
{
    const AuditAction known = auditActionOf(action);
    return known != AuditAction::Unknown && auditAction(known).impact != Impact::Ordinary;
}

} // namespace

AuditListModel::AuditListModel(client::AuditClient &audit, ChangeFeed &feed, QObject *parent)
    : TimelineRows<AuditEvent>(feed, parent), m_audit(audit)
{
}

AuditListModel::~AuditListModel() = default;

void AuditListModel::setQuery(const AuditQuery &query)
{
    const AuditFilter &filter = query;
    if (filter == m_filter && query.order == order() && state() != LoadState::Idle)
        return query.at ? showAt(*query.at) : refresh(); // the same question: its rows stay
    if (filter.partnerId != m_filter.partnerId)
        dropRows();
    m_filter = filter;
    startOver(query.order, query.at);
}

AuditQuery AuditListModel::query() const
{
    AuditQuery query;
    static_cast<AuditFilter &>(query) = m_filter;
    query.order = order();
    return query;
}

bool AuditListModel::mayConcern(const Change &change) const
{
    return mayBring(change, m_filter);
}

client::Call AuditListModel::fetchPage(const TimelineRequest &request, PageCallback done)
{
    AuditQuery query = this->query();
    query.order = request.order;
    query.at = request.at;
    query.cursor = request.cursor;
    query.limit = request.limit;
    return m_audit.list(query, this, std::move(done));
}

int AuditListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant AuditListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AuditEvent &event = at(index.row());
    switch (role) {
    case IdRole:
        return event.id;
    case PartnerIdRole:
        return event.partnerId;
    case TargetIdRole:
        return event.targetId;
    case ActionRole:
        return event.action;
    case HighImpactRole:
        return isHighImpact(event.action);
    case SingleOperatorRole:
        return event.singleOperator;
    case Qt::AccessibleTextRole:
        if (index.column() == TimeColumn)
            return tr("%1, %2 by %3, %4")
                .arg(timeText(event.at) + u" UTC"_s, auditSentence(event), event.actor, event.targetName);
        [[fallthrough]];
    case Qt::DisplayRole:
    case ValueRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case TimeColumn:
        return role == ValueRole ? QVariant(event.at) : QVariant(timeText(event.at));
    case SentenceColumn:
        return auditSentence(event);
    case ActorColumn:
        return event.actor;
    case TargetColumn:
        return event.targetName.isEmpty() ? event.targetId : event.targetName;
    case ReasonColumn:
        return event.reason;
    case TicketColumn:
        return event.ticket;
    case IndexColumn:
        return role == ValueRole ? QVariant(event.index) : QVariant(QLocale().toString(event.index));
    case ActionColumn:
        return event.action;
    default:
        return {};
    }
}

QString AuditListModel::heading(int column) const
{
    switch (column) {
    case TimeColumn:
        return tr("Time (UTC)");
    case SentenceColumn:
        return tr("Event");
    case ActorColumn:
        return tr("By");
    case TargetColumn:
        return tr("On");
    case ReasonColumn:
        return tr("Reason");
    case TicketColumn:
        return tr("Ticket");
    case IndexColumn:
        return tr("Number");
    case ActionColumn:
        return tr("Action");
    default:
        return {};
    }
}

} // namespace pc::models
