// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace pc {

/// What the limits of a partner were at a decision, after a call that was counted, as they were when not.
struct LimitState
{
    int burst = 0;
    qint64 remaining = 0; ///< calls that rate and burst would have let pass at once
    qint64 quota = 0;     ///< calls a day; 0 = none
    qint64 quotaUsed = 0;
    QDateTime freeAt; ///< of a refused call: from then on it would have passed, if nobody else called
    bool operator==(const LimitState &) const = default;
};

/// How a call ended behind the decision, as its gateway reported it.
struct CallEnd
{
    int status = 0;                       ///< that the partner got
    std::optional<qint64> bytesSent;      ///< to the partner, as the gateway counts them
    std::optional<qint64> totalMicros;    ///< from the first byte of the call to the last of the answer
    std::optional<qint64> upstreamMicros; ///< that the API took
    QDateTime at;                         ///< UTC
    QString gateway;
    bool operator==(const CallEnd &) const = default;
};

/// One attributed partner call, or one request of a token. What a release before did not record is empty.
struct CallRecord
{
    QString id; ///< dec_…: the decision
    QString requestId;
    QDateTime at;
    QString partnerId;
    QString credentialId;
    int generation = 0;
    Realm realm = Realm::Unknown;
    QString method;
    QString path;
    QString routeId;
    QString scope;
    Outcome outcome = Outcome::Unknown;
    DecisionReason reason = DecisionReason::Unknown;
    int status = 0; ///< at the decision
    QString source;
    QString userAgent;
    QString gateway;
    qint64 micros = 0;           ///< time the decision took
    bool isTokenRequest = false; ///< of the token endpoint
    qint64 snapshot = 0;  ///< number of the policy it stood on, since the service started; 0: not recorded
    qint64 auditSize = 0; ///< events of the audit log that this policy stood on; 0: not recorded
    QString tokenDigest;  ///< base64url of 12 bytes of SHA-256 of the token's id; empty: no token
    QStringList tokenScopes;
    std::optional<qint64> requestLength; ///< bytes, where the call said it
    QString contentType;
    std::optional<LimitState> limits; ///< when it got as far as the limits
    std::optional<CallEnd> end;       ///< once a gateway reported it; no part of what the audit log covers
    bool operator==(const CallRecord &) const = default;
};

/// The calls that have one of the values, or none of them.
struct CallCondition
{
    CallField field = CallField::Unknown;
    QStringList values; ///< as the record's JSON has them
    bool isExcluded = false;
    bool operator==(const CallCondition &) const = default;
};

/// All conditions hold.
struct CallFilter
{
    QList<CallCondition> conditions; ///< at most one of a field that includes, and one that excludes
    std::optional<QDateTime> from;   ///< inclusive, UTC
    std::optional<QDateTime> to;     ///< exclusive, UTC
    bool operator==(const CallFilter &) const = default;

    /// Replaces the condition of that field, or takes it away when there are no values.
    void set(CallField field, const QStringList &values, bool isExcluded = false);
    [[nodiscard]] QStringList values(CallField field, bool isExcluded = false) const;
    /// The same without conditions on how calls ended (outcome, reason, status).
    [[nodiscard]] CallFilter withoutEnds() const;
};

struct CallQuery
{
    CallFilter filter;
    RowOrder order = RowOrder::NewestFirst;
    std::optional<QDateTime> at; ///< begin here: rows on the other side of it are before the first page
    int limit = 100;
    QString cursor;
    bool operator==(const CallQuery &) const = default;
};

struct CallFacetValue
{
    QString value;
    qint64 calls = 0;
    bool operator==(const CallFacetValue &) const = default;
};

/// How the calls of a filter fall upon the values of one field, most calls first. The field's own condition
/// has no part in it.
struct CallFacet
{
    CallField field = CallField::Unknown;
    QList<CallFacetValue> values;
    qint64 others = 0;     ///< calls with values that are not listed
    QDateTime countedFrom; ///< as TimeHistogram::countedFrom
    bool operator==(const CallFacet &) const = default;
};

/// What a gateway wrote of a request that never came to a decision: its evidence of a call that is not known.
struct GatewayLine
{
    QDateTime at; ///< UTC
    QString gateway;
    QString requestId;
    int status = 0;
    QString method;
    QString path; ///< without its query
    QString source;
    std::optional<qint64> bytesSent;
    std::optional<qint64> totalMicros;
    bool operator==(const GatewayLine &) const = default;
};

struct GatewayLineQuery
{
    QString requestId;
    QString source;
    QString gateway;
    std::optional<QDateTime> from;
    std::optional<QDateTime> to;
    int limit = 100;
    QString cursor;
    bool operator==(const GatewayLineQuery &) const = default;
};

} // namespace pc
