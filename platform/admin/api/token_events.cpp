// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/token_events.h"

#include "platform/domain/audit_diff.h"
#include "platform/store/rows/admin_rows.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

const QString familyName = u"token_events_left_out"_s; ///< of rows of meta, one for a partner: "tokens since"

QString rowName(const QString &partnerId)
{
    return familyName + u'/' + partnerId;
}

struct LeftOut
{
    qint64 tokens = 0;
    qint64 since = 0; ///< milliseconds since the epoch
};

LeftOut leftOutIn(const QString &text)
{
    return {text.section(u' ', 0, 0).toLongLong(), text.section(u' ', 1).toLongLong()};
}

QList<FieldChange> saidOf(const LeftOut &left)
{
    const QDateTime since = QDateTime::fromMSecsSinceEpoch(left.since, Qt::UTC);
    return {{u"tokens_left_out"_s, {}, QString::number(left.tokens)},
            {u"left_out_since"_s, {}, since.toString(Qt::ISODateWithMs)}};
}

} // namespace

bool TokenEvents::take(const QString &partnerId)
{
    static const Gcra pace(perSecond, burst);
    const std::chrono::nanoseconds now = m_clock.now().steady;
    if (m_partners.size() >= m_sweepAt) {
        // Who is at rest is as good as new.
        std::erase_if(m_partners, [now](const auto &entry) { return entry.second.tat <= now; });
        m_sweepAt = std::max(sweepAt, m_partners.size() * 2);
    }
    Gcra::State &state = m_partners[partnerId.toStdString()];
    const Gcra::Answer answer = pace.judge(state, now);
    if (answer.allowed)
        state = answer.next;
    return answer.allowed;
}

std::optional<QList<FieldChange>> TokenEvents::room(Tx &tx, const QString &partnerId, qint64 tokens)
{
    const bool taken = take(partnerId);
    const QString name = rowName(partnerId);
    const QString text = meta_rows::value(tx, name);
    if (taken && text.isEmpty())
        return QList<FieldChange>();
    LeftOut left = leftOutIn(text);
    if (taken) {
        meta_rows::remove(tx, name);
        return saidOf(left);
    }
    if (text.isEmpty())
        left.since = toDateTime(m_clock.now().wall).toMSecsSinceEpoch();
    left.tokens += tokens;
    meta_rows::put(tx, name, QString(QString::number(left.tokens) + u' ' + QString::number(left.since)));
    return {};
}

bool TokenEvents::anyLeftOut(Tx &tx)
{
    return !meta_rows::family(tx, familyName, 1).isEmpty();
}

QList<AuditEvent> TokenEvents::sayLeftOut(Tx &tx)
{
    constexpr int atOnce = 200;
    QList<AuditEvent> events;
    const auto rows = meta_rows::family(tx, familyName, atOnce);
    for (const auto &[partnerId, text] : rows) {
        if (!take(partnerId))
            continue;
        AuditEvent event = eventAbout(AuditAction::TokenRevoke, partnerId, {}, partnerId);
        event.targetKind = toText(AuditSubject::Partner); // tokens of several of its credentials
        event.changes = saidOf(leftOutIn(text));
        events.append(event);
        meta_rows::remove(tx, rowName(partnerId));
    }
    return events;
}

} // namespace pc::platform
