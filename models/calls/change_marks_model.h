// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/audit_client.h"
#include "models/base/change_feed.h"
#include "models/time/time_span.h"

#include <QObject>

namespace pc::models {

/// What was changed of one partner in a part of time, as far as it may decide calls: what one wants to see
/// beside them. At most mostMarks, the newest ones.
class ChangeMarksModel final : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostMarks = 20;

    ChangeMarksModel(client::AuditClient &audit, ChangeFeed &feed, QObject *parent = nullptr);
    ~ChangeMarksModel() override;

    /// Asks about another partner or another time; an empty partner has none.
    void setQuestion(const QString &partnerId, const TimeSpan &span);
    /// Newest first.
    [[nodiscard]] const QList<AuditEvent> &events() const { return m_events; }

Q_SIGNALS:
    void changed();

private:
    void ask();

    client::AuditClient &m_audit;
    QString m_partnerId;
    TimeSpan m_span;
    QList<AuditEvent> m_events;
    client::Call m_call;
};

/// Whether an event may make another decision of a partner's calls.
[[nodiscard]] bool mayDecideCalls(const AuditEvent &event);

} // namespace pc::models
