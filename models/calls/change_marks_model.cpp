// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calls/change_marks_model.h"

#include "contract/audit_actions/audit_action.h"

#include <algorithm>

namespace pc::models {

bool mayDecideCalls(const AuditEvent &event)
{
    switch (auditActionOf(event.action)) {
    case AuditAction::GrantEdit:
    case AuditAction::NetworksEdit:
    case AuditAction::PartnerFreeze:
    case AuditAction::PartnerUnfreeze:
    case AuditAction::PartnerPromote:
    case AuditAction::CredentialRevoke:
    case AuditAction::CredentialSuspend:
    case AuditAction::CredentialResume:
    case AuditAction::CredentialExpired:
    case AuditAction::GenerationGraceEnded:
        return true;
    default:
        return false;
    }
}

ChangeMarksModel::ChangeMarksModel(client::AuditClient &audit, ChangeFeed &feed, QObject *parent)
    : QObject(parent), m_audit(audit)
{
    connect(&feed, &ChangeFeed::reset, this, &ChangeMarksModel::ask);
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        if (!m_partnerId.isEmpty() && change.partnerId == m_partnerId && change.kind != ChangeKind::Usage)
            ask();
    });
}

ChangeMarksModel::~ChangeMarksModel() = default;

void ChangeMarksModel::setQuestion(const QString &partnerId, const TimeSpan &span)
{
    if (partnerId == m_partnerId && span == m_span)
        return;
    if (partnerId != m_partnerId && !m_events.isEmpty()) {
        m_events.clear();
        Q_EMIT changed();
    }
    m_partnerId = partnerId;
    m_span = span;
    m_call.cancel();
    ask();
}

void ChangeMarksModel::ask()
{
    if (m_partnerId.isEmpty())
        return;
    AuditQuery query;
    query.partnerId = m_partnerId;
    if (m_span.from.isValid())
        query.from = m_span.from;
    if (m_span.to.isValid())
        query.to = m_span.to;
    query.limit = 200; // most events of a partner decide nothing
    m_call = m_audit.list(query, this, [this](client::Result<Page<AuditEvent>> result) {
        if (!result)
            return; // the list beside them says what is wrong
        QList<AuditEvent> events;
        for (const AuditEvent &event : std::as_const(result->items)) {
            if (events.size() < mostMarks && mayDecideCalls(event))
                events.append(event);
        }
        m_events = events;
        Q_EMIT changed();
    });
}

} // namespace pc::models
