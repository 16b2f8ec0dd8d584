// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/explanation.h"
#include "views/style/icons.h"
#include "views/style/tokens.h"

#include <QString>
#include <QTimeZone>

/// What is said of one call and of why it ended so; every sentence is made of codes, none comes from the
/// service.
namespace pc::views {

/// "Refused: orders:write was not granted", "Served", "Throttled: the rate limit was reached".
[[nodiscard]] QString verdictTitle(const CallRecord &call);
[[nodiscard]] Icon outcomeIcon(Outcome outcome);
/// Colour marks exceptions: what was served is neutral.
[[nodiscard]] Severity outcomeSeverity(Outcome outcome);
[[nodiscard]] Tone outcomeTone(Outcome outcome);

/// What becomes of the call today: "Today: still refused".
[[nodiscard]] QString todayTitle(const CallExplanation &explanation);
/// "1,204 calls like this since 27 Nov 12:01, from 2 sources"; empty when there are none.
[[nodiscard]] QString alikeSentence(const CallExplanation &explanation, const QTimeZone &zone);
/// How it ended behind the decision, or that no gateway reported it.
[[nodiscard]] QString endSentence(const CallRecord &call);

/// "27 Nov 14:03:17.482 UTC": of one call, in a zone that is always named.
[[nodiscard]] QString callMoment(const QDateTime &at, const QTimeZone &zone);
/// The same to the minute.
[[nodiscard]] QString callMinute(const QDateTime &at, const QTimeZone &zone);

} // namespace pc::views
