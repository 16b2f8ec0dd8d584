// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/audit_actions/audit_action.h"
#include "contract/types/audit.h"

#include <QJsonObject>

namespace pc::platform {

/// Of one text of a change, in UTF-16 units: a longer one is cut there.
inline constexpr qsizetype longestChangeText = 2000;

/// What differs between two states of one object, one entry per top-level member (nested ones with a dot), as
/// texts for people. Members named in `ignored` are left out. Only for objects without secrets.
[[nodiscard]] QList<FieldChange> auditDiff(const QJsonObject &before, const QJsonObject &after,
                                           const QStringList &ignored = {});

/// Of what an event tells later than it came into force.
[[nodiscard]] FieldChange inForceSince(const QDateTime &at);

/// An event about one object, with its facts filled in; whose it is comes later.
[[nodiscard]] AuditEvent eventAbout(AuditAction action, const QString &targetId, const QString &targetName,
                                    const QString &partnerId);
/// The same as of the service, which no request led to: when it was, and what made it act ("clock").
[[nodiscard]] AuditEvent byThePlatform(AuditEvent event, const QDateTime &at, const QString &source);

} // namespace pc::platform
