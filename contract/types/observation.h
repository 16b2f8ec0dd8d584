// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace pc {

/// Calls that are decided and recorded as ever, and pass although they would be refused: while an API, a
/// gateway, a part of an API or a partner moves over to being decided about. Ends by itself.
struct Observation
{
    QString id; ///< obs_…
    ObservationKind kind = ObservationKind::Unknown;
    QString target;     ///< an API's id, also of its routes; a gateway's name; a partner's id
    QString pathPrefix; ///< of routes: "/v1/orders", itself and everything below
    QDateTime until;
    QString reason;
    QString ticket;
    QDateTime begunAt;
    QString begunBy;
    std::optional<QDateTime> endedAt; ///< before its time, or because it came
    QString endedBy;
    bool operator==(const Observation &) const = default;
};

/// What an observation is begun with.
struct ObservationDraft
{
    ObservationKind kind = ObservationKind::Unknown;
    QString target;
    QString pathPrefix;
    QDateTime until;
    QString reason;
    QString ticket;
    bool operator==(const ObservationDraft &) const = default;
};

/// A later, or an earlier, end of one that is in force.
struct ObservationExtension
{
    QDateTime until;
    QString reason;
    QString ticket;
    bool operator==(const ObservationExtension &) const = default;
};

/// One of a list, with what was counted under it.
struct ObservationSummary
{
    Observation observation;
    QString name;                     ///< of the API, the gateway or the partner; empty: it is gone
    std::optional<qint64> calls;      ///< that came under it; only of one that is in force
    std::optional<qint64> refused;    ///< of these, that would have been refused; likewise
    std::optional<qint64> refusedDay; ///< of these, in the last 24 hours, to the hour; likewise
    bool operator==(const ObservationSummary &) const = default;
};

/// Calls of one partner, or of callers that proved to be none, that would have been refused for one reason.
struct ObservedLine
{
    DecisionReason reason = DecisionReason::Unknown;
    QString partnerId; ///< empty: nobody's that is known
    QString partnerName;
    QString what;  ///< "GET /v1/orders/{order_id}"; of an unknown route the path, numbers and ids as "{…}"
    QString scope; ///< that the route needs
    qint64 calls = 0;
    QDateTime firstAt; ///< to the hour
    QDateTime lastAt;  ///< likewise
    ObservedToday today = ObservedToday::Unknown;
    bool operator==(const ObservedLine &) const = default;
};

/// Callers without a known credential, told apart by what they show; never by the key itself.
struct ObservedStranger
{
    QString fingerprint; ///< of what was shown instead of a credential of ours; empty: nothing was
    QString source;
    QString userAgent;
    QStringList what; ///< the first 10, as above
    qint64 calls = 0;
    QDateTime lastAt; ///< to the hour
    bool operator==(const ObservedStranger &) const = default;
};

struct ObservedHour
{
    QDateTime at; ///< its beginning
    qint64 calls = 0;
    qint64 refused = 0; ///< of these
    bool operator==(const ObservedHour &) const = default;
};

/// What would be refused if it ended now.
struct ObservationReport
{
    Observation observation;
    QString name;                      ///< of the API, the gateway or the partner; empty: it is gone
    QDateTime from;                    ///< what is counted: from this hour on
    QDateTime to;                      ///< and before this time
    qint64 calls = 0;                  ///< that came under it
    qint64 refused = 0;                ///< of these, that would have been refused
    QList<ObservedHour> course;        ///< in the order of time, without the hours that had no call
    QList<ObservedLine> lines;         ///< the first 2,000, most calls first
    QList<ObservedStranger> strangers; ///< the first 200, most calls first
    int moreLines = 0;
    int moreStrangers = 0;
    bool operator==(const ObservationReport &) const = default;
};

} // namespace pc
