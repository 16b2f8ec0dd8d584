// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/location.h"

#include <QString>

namespace pc::views::places {

/// Under which the page of single calls is registered.
inline const QString calls = QStringLiteral("calls");

/// `query`: a filter in its text form (models/calls/call_query_text.h); `callId`: the call whose pane is
/// open, and whose row is on show.
[[nodiscard]] inline Location callsPage(const QString &query = {}, const QString &callId = {})
{
    Location place{{}, calls, {}, {}};
    if (!query.isEmpty())
        place.query.insert(QStringLiteral("q"), query);
    if (!callId.isEmpty())
        place.query.insert(QStringLiteral("call"), callId);
    return place;
}

/// Under which the audit trail is registered.
inline const QString audit = QStringLiteral("audit");

/// `query`: as its query line has it; `eventId`: the event whose pane is open, and whose row is on show.
[[nodiscard]] inline Location auditPage(const QString &query = {}, const QString &eventId = {})
{
    Location place{{}, audit, {}, {}};
    if (!query.isEmpty())
        place.query.insert(QStringLiteral("q"), query);
    if (!eventId.isEmpty())
        place.query.insert(QStringLiteral("event"), eventId);
    return place;
}

} // namespace pc::views::places
