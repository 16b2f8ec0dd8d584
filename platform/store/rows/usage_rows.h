// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/credential.h"
#include "contract/types/partner.h"
#include "contract/types/usage.h"
#include "platform/domain/latency_histogram.h"
#include "platform/domain/quota_count.h"
#include "platform/store/sql/tx.h"

#include <QSet>
#include <QTimeZone>

#include <vector>

/// Roll-ups, who used which generation, quota counters, and the figures shown beside each partner.
namespace pc::platform::usage_rows {

/// One cell of a roll-up. `bucket` and `at` in seconds.
struct Cell
{
    QString partnerId;
    qint64 bucket = 0;
    qint64 at = 0;
    QString credentialId;
    int generation = 0;
    QString routeId;
    QString scope;
    Outcome outcome = Outcome::Unknown;
    qint64 calls = 0;
    LatencyHistogram latency;
};

inline constexpr qint64 minuteBucket = 60;
inline constexpr qint64 hourBucket = 3600;
inline constexpr qint64 dayBucket = 86400;

/// Stores raw records, adds them to the minute, hour and day roll-ups and to the source table, and moves
/// "last used". Of `counted` no record is kept. Gives the partners concerned.
QSet<QString> meter(Tx &tx, const std::vector<CallRecord> &calls,
                    const std::vector<CallRecord> &counted = {});
void add(Tx &tx, const Cell &cell);
/// A cell that is known to be new.
void insert(Tx &tx, const Cell &cell);
struct SourceCell
{
    QString partnerId;
    SourceUse use;
    qint64 hour = 0; ///< seconds
};
void addSource(Tx &tx, const QString &credentialId, const SourceCell &cell);

[[nodiscard]] UsageSeries series(Tx &tx, const UsageQuery &query);
/// Facts before a revocation; `liveTokens` is left 0.
[[nodiscard]] CredentialUse credentialUse(Tx &tx, const QString &credentialId, const QDateTime &now);
/// Served calls of 30 days: of `scopes` in their order, then by name of every other that was called with.
[[nodiscard]] QList<ScopeUse> scopeUse(Tx &tx, const QString &partnerId, const QStringList &scopes,
                                       const QDateTime &now);
/// Calls of a partner in a realm that a decision allowed, ever; for the stage gate.
[[nodiscard]] qint64 servedCalls(Tx &tx, const QString &partnerId, Realm realm);

/// What this node used; absolute.
void putQuota(Tx &tx, const QuotaCount &count);
/// Calls that were decided and could not be recorded.
void putGap(Tx &tx, const QDateTime &at, qint64 dropped);
[[nodiscard]] std::vector<QuotaCount> quotasSince(Tx &tx, const QDate &day);
/// Used and throttled of the partner's days [from, to] in a realm, in its time zone: each realm has a quota
/// of its own.
[[nodiscard]] QList<QuotaDay> quotaDays(Tx &tx, const QString &partnerId, Realm realm, const QTimeZone &zone,
                                        const QDate &from, const QDate &to);
/// Allowed calls of the last hour in a realm, for the forecast.
[[nodiscard]] qint64 servedLastHour(Tx &tx, const QString &partnerId, Realm realm, const QDateTime &now);

/// Computes the figures of one partner from the roll-ups and stores them beside it.
void refreshStats(Tx &tx, const QString &partnerId, qint64 quotaUsed, qint64 quotaTotal,
                  const QDateTime &now);

} // namespace pc::platform::usage_rows
