// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/event_lists.h"

#include "contract/rules/list_line.h"
#include "platform/domain/audit_diff.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// Nothing where the text may have been cut.
std::optional<QStringList> itemsOf(const QString &text)
{
    return text.size() < longestChangeText ? pc::rules::listOf(text) : std::nullopt;
}

QStringList without(QStringList items, const QStringList &others)
{
    items.removeIf([&others](const QString &each) { return others.contains(each); });
    return items;
}

void add(ListSaid &said, const FieldChange &change)
{
    const std::optional<QStringList> before = itemsOf(change.before);
    const std::optional<QStringList> after = itemsOf(change.after);
    if (!before || !after) {
        said.after.reset();
        return;
    }
    if (change.before == change.after) { // what stayed
        if (said.after)
            *said.after = *after + *said.after;
        return;
    }
    said.removed += without(*before, *after);
    said.added += without(*after, *before);
    if (said.after)
        *said.after += *after;
}

std::optional<QList<ResourceRule>> rulesOf(const QString &texts)
{
    const QJsonDocument list = QJsonDocument::fromJson('[' + texts.toUtf8() + ']');
    if (!list.isArray())
        return std::nullopt;
    QList<ResourceRule> rules;
    const QJsonArray items = list.array();
    for (const QJsonValue &item : items) {
        ResourceRule rule;
        rule.parameter = item[u"parameter"_s].toString();
        const QJsonArray values = item[u"values"_s].toArray();
        for (const QJsonValue &value : values)
            rule.values.append(value.toString());
        rules.append(rule);
    }
    return rules;
}

} // namespace

ListSaid listSaid(const AuditEvent &event, QStringView field)
{
    ListSaid said;
    for (const FieldChange &change : event.changes) {
        if (change.field != field)
            continue;
        if (!said.isTold)
            said.after.emplace();
        said.isTold = true;
        add(said, change);
    }
    return said;
}

std::optional<QList<ResourceRule>> resourcesSaid(const AuditEvent &event)
{
    QList<ResourceRule> all;
    bool isTold = false;
    for (const FieldChange &change : event.changes) {
        if (change.field != u"resources")
            continue;
        isTold = true;
        const auto rules = rulesOf(change.after);
        if (!rules || change.after.size() >= longestChangeText)
            return std::nullopt;
        all += *rules;
    }
    return isTold ? std::optional(all) : std::nullopt;
}

bool changes(const AuditEvent &event, QStringView field)
{
    return std::any_of(event.changes.begin(), event.changes.end(), [field](const FieldChange &change) {
        return change.field == field && change.before != change.after;
    });
}

bool changesWithin(const AuditEvent &event, QStringView prefix)
{
    return std::any_of(event.changes.begin(), event.changes.end(), [prefix](const FieldChange &change) {
        return change.field.startsWith(prefix) && change.before != change.after;
    });
}

} // namespace pc::platform
