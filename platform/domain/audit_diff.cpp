// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/audit_diff.h"

#include "contract/rules/list_line.h"
#include "contract/rules/text_rule.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

#include <algorithm>
#include <optional>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

QString itemText(const QJsonValue &value);

QString textOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return pc::rules::beginningOf(value.toString(), longestChangeText);
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
            parts.append(itemText(item));
        return pc::rules::beginningOf(parts.join(u", "_s), longestChangeText);
    }
    case QJsonValue::Object:
        return pc::rules::beginningOf(
            QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)),
            longestChangeText);
    default:
        return {};
    }
}

/// One of a list, so that it can be told from two: a text with a comma stands in quotation marks.
QString itemText(const QJsonValue &value)
{
    return value.isString() ? pc::rules::listItem(textOf(value)) : textOf(value);
}

/// What tells two objects of a list apart; empty when there is no such member.
QString identityOf(const QJsonValue &item)
{
    const QJsonObject object = item.toObject();
    for (const QString &member : {u"id"_s, u"kind"_s}) {
        if (object.value(member).isString())
            return object.value(member).toString();
    }
    return {};
}

/// The objects of a list by identity; nothing when one has none or two have the same.
std::optional<QMap<QString, QJsonObject>> byIdentity(const QJsonArray &list)
{
    QMap<QString, QJsonObject> objects;
    for (const QJsonValue &item : list) {
        const QString identity = identityOf(item);
        if (identity.isEmpty() || objects.contains(identity))
            return std::nullopt;
        objects.insert(identity, item.toObject());
    }
    return objects;
}

/// A list changes item by item: one change for each that went and each that came, and one, with the same
/// before and after, for those that stayed. A list that was only put in another order has its two orders.
QList<FieldChange> listDiff(const QString &key, const QJsonArray &before, const QJsonArray &after)
{
    const auto oldObjects = byIdentity(before);
    const auto newObjects = byIdentity(after);
    if (oldObjects && newObjects && !(before.isEmpty() && after.isEmpty())) {
        QList<FieldChange> changes;
        QStringList identities = oldObjects->keys() + newObjects->keys();
        identities.sort();
        identities.erase(std::unique(identities.begin(), identities.end()), identities.end());
        for (const QString &identity : std::as_const(identities)) {
            QList<FieldChange> inside = auditDiff(oldObjects->value(identity), newObjects->value(identity));
            for (FieldChange &change : inside)
                change.field = u"%1[%2].%3"_s.arg(key, identity, change.field);
            changes += inside;
        }
        if (!changes.isEmpty())
            return changes;
        return {{key, textOf(before), textOf(after)}}; // another order
    }
    QJsonArray came = after;
    QStringList kept;
    QList<FieldChange> changes;
    for (const QJsonValue &item : before) {
        qsizetype at = -1;
        for (qsizetype i = 0; i < came.size() && at < 0; ++i) {
            if (came.at(i) == item)
                at = i;
        }
        if (at < 0) {
            changes.append({key, itemText(item), {}});
            continue;
        }
        came.removeAt(at);
        kept.append(itemText(item));
    }
    for (const QJsonValue &item : std::as_const(came))
        changes.append({key, {}, itemText(item)});
    if (changes.isEmpty())
        return {{key, textOf(before), textOf(after)}};
    if (!kept.isEmpty()) {
        const QString stayed = pc::rules::beginningOf(kept.join(u", "_s), longestChangeText);
        changes.append({key, stayed, stayed});
    }
    return changes;
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
        if ((old.isArray() || old.isUndefined()) && (now.isArray() || now.isUndefined())) {
            changes += listDiff(key, old.toArray(), now.toArray());
            continue;
        }
        changes.append({key, textOf(old), textOf(now)});
    }
    return changes;
}

FieldChange inForceSince(const QDateTime &at)
{
    return {u"in_force_since"_s, {}, at.toString(Qt::ISODateWithMs)};
}

AuditEvent eventAbout(AuditAction action, const QString &targetId, const QString &targetName,
                      const QString &partnerId)
{
    AuditEvent event;
    event.action = toText(action);
    event.targetKind = toText(auditAction(action).subject);
    event.targetId = targetId;
    event.targetName = targetName;
    event.partnerId = partnerId;
    return event;
}

AuditEvent byThePlatform(AuditEvent event, const QDateTime &at, const QString &source)
{
    event.at = at;
    event.actor = u"platform"_s;
    event.actorRole = toText(ActorKind::Platform);
    event.source = source;
    return event;
}

} // namespace pc::platform
