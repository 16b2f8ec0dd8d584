// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/audit_match.h"

#include "contract/rules/fold.h"

#include <algorithm>

namespace pc::rules {

using namespace Qt::StringLiterals;

namespace {

bool isOf(const QString &action, const QString &asked)
{
    return asked.endsWith(u".*"_s) ? action.startsWith(QStringView(asked).chopped(1)) : action == asked;
}

bool hasWords(const AuditEvent &event, const QString &text)
{
    const QStringList asked = queryWords(text).mid(0, mostSearchWords);
    if (asked.isEmpty())
        return text.trimmed().isEmpty();
    const QStringList words = indexWords(searchText(event));
    return std::all_of(asked.begin(), asked.end(), [&words](const QString &begin) {
        return std::any_of(words.begin(), words.end(),
                           [&begin](const QString &word) { return word.startsWith(begin); });
    });
}

} // namespace

QString searchText(const AuditEvent &event)
{
    QString text = event.action + u' ' + event.actor + u' ' + event.targetName + u' ' + event.targetId +
                   u' ' + event.reason + u' ' + event.ticket + u' ' + event.source;
    for (const FieldChange &change : event.changes)
        text += u' ' + change.field + u' ' + change.before + u' ' + change.after;
    return text;
}

bool answers(const AuditFilter &filter, const AuditEvent &event)
{
    const auto is = [](const QString &asked, const QString &value) {
        return asked.isEmpty() || asked == value;
    };
    const auto isNot = [](const QString &asked, const QString &value) {
        return asked.isEmpty() || asked != value;
    };
    return (!filter.from || event.at >= *filter.from) && (!filter.to || event.at < *filter.to) &&
           is(filter.partnerId, event.partnerId) && isNot(filter.notPartnerId, event.partnerId) &&
           is(filter.actor, event.actor) && isNot(filter.notActor, event.actor) &&
           (filter.action.isEmpty() || isOf(event.action, filter.action)) &&
           (filter.notAction.isEmpty() || !isOf(event.action, filter.notAction)) &&
           is(filter.targetId, event.targetId) && isNot(filter.notTargetId, event.targetId) &&
           is(filter.requestId, event.requestId) && hasWords(event, filter.text);
}

} // namespace pc::rules
