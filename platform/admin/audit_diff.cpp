// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/audit_diff.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxText = 2000;

QString textOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString().left(maxText);
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double: {
        const double real = value.toDouble();
        const qint64 whole = value.toInteger();
        return static_cast<double>(whole) == real ? QString::number(whole) : QString::number(real, 'g', 12);
    }
    case QJsonValue::Array: {
        QStringList parts;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            parts.append(textOf(item));
        return parts.join(u", "_s).left(maxText);
    }
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact))
            .left(maxText);
    default:
        return {};
    }
}

} // namespace

QList<FieldChange> auditDiff(const QJsonObject &before, const QJsonObject &after, const QStringList &ignored)
{
    QStringList keys = before.keys() + after.keys();
    keys.sort();
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    QList<FieldChange> changes;
    for (const QString &key : std::as_const(keys)) {
        const QJsonValue old = before.value(key);
        const QJsonValue now = after.value(key);
        if (old == now || ignored.contains(key))
            continue;
        if ((old.isObject() || old.isUndefined()) && (now.isObject() || now.isUndefined())) {
            const QList<FieldChange> nested = auditDiff(old.toObject(), now.toObject());
            for (FieldChange change : nested) {
                change.field = key + u'.' + change.field;
                changes.append(change);
            }
            continue;
        }
        changes.append({key, textOf(old), textOf(now)});
    }
    return changes;
}

AuditEvent eventAbout(const QString &action, const QString &targetKind, const QString &targetId,
                      const QString &targetName, const QString &partnerId)
{
    AuditEvent event;
    event.action = action;
    event.targetKind = targetKind;
    event.targetId = targetId;
    event.targetName = targetName;
    event.partnerId = partnerId;
    return event;
}

} // namespace pc::platform
