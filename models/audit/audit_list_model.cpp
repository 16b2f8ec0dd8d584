// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/audit_list_model.h"

#include "models/text/audit_sentence.h"

#include "contract/audit_actions/audit_action.h"

#include <QLocale>
#include <QSet>

namespace pc::models {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

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
    : PagedRows<AuditEvent>(feed.clock(), parent), m_audit(audit)
{
    connect(&feed, &ChangeFeed::reset, this, [this] { peek(false); });
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        if (!mayConcern(change) || state() == LoadState::Idle || m_peekAlarm)
            return;
        m_peekAlarm = clock().after(1s, [this] { peek(false); });
    });
}

AuditListModel::~AuditListModel() = default;

void AuditListModel::setQuery(const AuditQuery &query)
{
    if (query == m_query && state() != LoadState::Idle)
        return refresh(); // the same question: its rows stay
    if (query.partnerId != m_query.partnerId)
        dropRows();
    m_query = query;
    m_peek.cancel();
    m_peekAlarm.reset();
    setHeld({}, false);
    startOver();
}

/// The event behind a change is of the partner, and about the object, that the change names.
bool AuditListModel::mayConcern(const Change &change) const
{
    const bool isProgress = change.kind == ChangeKind::Job && change.eventId.isEmpty();
    if (change.kind == ChangeKind::Usage || isProgress)
        return false; // what is not audited
    if (change.eventId.isEmpty())
        return true; // of whom is not said
    return (m_query.partnerId.isEmpty() || change.partnerId == m_query.partnerId) &&
           (m_query.targetId.isEmpty() || change.mayConcern(m_query.targetId));
}

client::Call AuditListModel::fetchPage(const QString &cursor, int limit, PageCallback done)
{
    AuditQuery query = m_query;
    query.cursor = cursor;
    query.limit = limit;
    return m_audit.list(query, this, std::move(done));
}

void AuditListModel::refresh()
{
    if (state() == LoadState::Ready)
        peek(true);
    else
        PagedRows<AuditEvent>::refresh();
}

void AuditListModel::peek(bool show)
{
    m_peekAlarm.reset();
    if (state() == LoadState::Idle || state() == LoadState::Loading)
        return;
    if (rowCount() == 0 || state() != LoadState::Ready)
        return PagedRows<AuditEvent>::refresh();
    AuditQuery query = m_query;
    query.cursor.clear();
    query.limit = pageSize;
    m_peek = m_audit.list(query, this,
                          [this, show](client::Result<Page<AuditEvent>> result) { onPeek(show, result); });
}

void AuditListModel::onPeek(bool show, const client::Result<Page<AuditEvent>> &result)
{
    if (!result) {
        if (show)
            PagedRows<AuditEvent>::refresh(); // asks once more, and shows the failure
        return;
    }
    QList<AuditEvent> fresh;
    bool reachedKnown = false;
    for (const AuditEvent &event : result->items) {
        if (rowOf(event.id) >= 0) {
            reachedKnown = true;
            break;
        }
        fresh.append(event);
    }
    setHeld(std::move(fresh), !reachedKnown);
    m_loadedAt = clock().now();
    if (result->count)
        m_count = result->count;
    Q_EMIT stateChanged();
    if (show)
        showHeld();
}

void AuditListModel::setHeld(QList<AuditEvent> held, bool gap)
{
    m_gap = gap;
    if (held == m_held)
        return;
    m_held = std::move(held);
    Q_EMIT heldCountChanged();
}

void AuditListModel::showHeld()
{
    if (m_gap) {
        setHeld({}, false);
        return startOver(Question::Same);
    }
    const QList<AuditEvent> held = m_held;
    setHeld({}, false);
    prependRows(held);
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
