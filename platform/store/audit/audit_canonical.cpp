// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/audit/audit_canonical.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

void appendText(QByteArray &out, const QString &text)
{
    static constexpr char hex[] = "0123456789abcdef";
    out.append('"');
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out.append('\\').append(c);
        } else if (byte < 0x20) {
            out.append("\\u00").append(hex[byte >> 4]).append(hex[byte & 15]);
        } else {
            out.append(c);
        }
    }
    out.append('"');
}

void appendMember(QByteArray &out, const char *name, const QString &value)
{
    out.append(',').append('"').append(name).append("\":");
    appendText(out, value);
}

void appendTwoDigits(QByteArray &out, int value)
{
    out.append(static_cast<char>('0' + value / 10)).append(static_cast<char>('0' + value % 10));
}

QByteArray timeText(const QDateTime &time)
{
    const QDate date = time.date();
    const QTime clock = time.time();
    QByteArray out = QByteArray::number(date.year());
    out.append('-');
    appendTwoDigits(out, date.month());
    out.append('-');
    appendTwoDigits(out, date.day());
    out.append('T');
    appendTwoDigits(out, clock.hour());
    out.append(':');
    appendTwoDigits(out, clock.minute());
    out.append(':');
    appendTwoDigits(out, clock.second());
    out.append('.').append(static_cast<char>('0' + clock.msec() / 100));
    appendTwoDigits(out, clock.msec() % 100);
    out.append('Z');
    return out;
}

} // namespace

QByteArray canonicalBytes(const AuditEvent &event)
{
    QByteArray out;
    out.reserve(512);
    out.append("{\"action\":");
    appendText(out, event.action);
    appendMember(out, "actor", event.actor);
    appendMember(out, "actor_role", event.actorRole);
    out.append(event.singleOperator ? ",\"alone\":true,\"at\":\"" : ",\"alone\":false,\"at\":\"");
    out.append(timeText(event.at.toUTC())).append("\",\"changes\":[");
    bool first = true;
    for (const FieldChange &change : event.changes) {
        out.append(first ? "{\"after\":" : ",{\"after\":");
        first = false;
        appendText(out, change.after);
        appendMember(out, "before", change.before);
        appendMember(out, "field", change.field);
        out.append('}');
    }
    out.append(']');
    appendMember(out, "id", event.id);
    out.append(",\"index\":").append(QByteArray::number(event.index));
    appendMember(out, "partner_id", event.partnerId);
    appendMember(out, "reason", event.reason);
    appendMember(out, "request_id", event.requestId);
    appendMember(out, "source", event.source);
    appendMember(out, "target_id", event.targetId);
    appendMember(out, "target_kind", event.targetKind);
    appendMember(out, "target_name", event.targetName);
    appendMember(out, "ticket", event.ticket);
    out.append('}');
    return out;
}

QString eventId(qint64 index)
{
    return u"evt_"_s + QString::number(index).rightJustified(12, u'0');
}

qint64 eventIndex(const QString &id)
{
    if (!id.startsWith(u"evt_"_s) || id.size() < 16 || id.size() > 22)
        return -1;
    bool ok = false;
    const qint64 index = id.mid(4).toLongLong(&ok);
    return ok && eventId(index) == id ? index : -1;
}

} // namespace pc::platform
