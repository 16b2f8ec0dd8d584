// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

/// Times of the Admin API as text, also used in query parameters and canonical bytes.
namespace pc {

/// "2026-03-01T12:30:15.250Z": RFC 3339, UTC, always three digits of milliseconds. Empty for an invalid time.
[[nodiscard]] QString timeToText(const QDateTime &time);

/// Strict RFC 3339 in UTC: 'T' and 'Z' in capitals, no other offset, seconds required, a fraction of up to
/// nine digits of which milliseconds are kept (cut, not rounded). No leap second.
[[nodiscard]] std::optional<QDateTime> timeFromText(const QString &text);

} // namespace pc
