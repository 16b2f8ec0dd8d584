// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/said.h"

#include "contract/crypto/redaction.h"
#include "contract/rules/text_rule.h"
#include "platform/domain/audit_diff.h"

#include <QStringList>

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

const FieldChange *saidOf(const AuditEvent &event, QStringView field)
{
    const auto found = std::find_if(event.changes.begin(), event.changes.end(),
                                    [field](const FieldChange &change) { return change.field == field; });
    return found == event.changes.end() ? nullptr : &*found;
}

std::optional<QDateTime> timeSaid(const AuditEvent &event, QStringView field)
{
    const FieldChange *said = saidOf(event, field);
    const QDateTime at = said ? QDateTime::fromString(said->after, Qt::ISODate) : QDateTime();
    return at.isValid() ? std::optional(at) : std::nullopt;
}

QSet<QString> setOf(const QString &list)
{
    const QStringList items = list.split(u", "_s, Qt::SkipEmptyParts);
    return {items.begin(), items.end()};
}

QString asLogged(const QString &stored)
{
    return redactText(pc::rules::beginningOf(stored, longestChangeText));
}

bool isLater(const QDateTime &stored, const QDateTime &said)
{
    return stored > said.addSecs(1);
}

} // namespace pc::platform
