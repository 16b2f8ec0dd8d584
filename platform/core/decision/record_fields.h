// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"
#include "platform/clock/clock.h"
#include "platform/core/limits/counters.h"

#include <QByteArray>
#include <QString>

/// What call records and records of token requests have alike. Pure, but for the ids.
namespace pc::platform {

/// Of a text from a client, what is looked at: bytes. What is kept of it is less (RecordSink).
inline constexpr qsizetype longestRecordedText = 4096;
/// In a record of a refused request of a token, for the scopes that were asked for and that no API has: any
/// text a client wrote there. No name of a scope.
inline const QString unknownScope = QStringLiteral("[unknown]");

/// dec_…, in the order of time, so that the store adds records at the end of their index instead of all over
/// it.
[[nodiscard]] QString newDecisionId(Instant now);
/// Bytes from a client: bounded, and readable as text.
[[nodiscard]] QString shortText(const QByteArray &bytes, qsizetype most);
/// By which a token is known in records: base64url of the first 12 bytes of SHA-256 of its `jti`. Nobody gets
/// from there to the token.
[[nodiscard]] QString tokenDigest(QByteArrayView jti);
/// `now`: of the decision.
[[nodiscard]] LimitState limitStateOf(const LimitVerdict &verdict, Instant now);

} // namespace pc::platform
