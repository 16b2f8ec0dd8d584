// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"

#include <QDateTime>
#include <QSet>

#include <optional>

/// What an event says by name. Those of a sample and of older releases say less.
namespace pc::platform {

/// Of a field: before and after; nullptr when nothing.
[[nodiscard]] const FieldChange *saidOf(const AuditEvent &event, QStringView field);
/// The time that a field has afterwards; nothing when it says none.
[[nodiscard]] std::optional<QDateTime> timeSaid(const AuditEvent &event, QStringView field);
/// "a, b", as several fields are told.
[[nodiscard]] QSet<QString> setOf(const QString &list);
/// A stored text as an event tells it.
[[nodiscard]] QString asLogged(const QString &stored);
/// Whether a stored time lies behind the one that was said. Some events say whole seconds.
[[nodiscard]] bool isLater(const QDateTime &stored, const QDateTime &said);

} // namespace pc::platform
