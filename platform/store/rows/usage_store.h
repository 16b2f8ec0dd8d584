// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/calls.h"
#include "contract/types/credential.h"
#include "contract/types/networks.h"
#include "contract/types/page.h"
#include "contract/types/partner.h"
#include "contract/types/time_histogram.h"
#include "contract/types/usage.h"
#include "platform/domain/quota_count.h"
#include "platform/store/rows/call_counts.h"
#include "platform/store/rows/observation_rows.h"
#include "platform/store/rows/report_rows.h"
#include "platform/store/rows/route_use.h"
#include "platform/store/rows/scope_calls.h"
#include "platform/store/sql/tx.h"

#include <QSet>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace pc::platform {

/// What the writer of call records hands over at once.
struct UsageBatch
{
    const std::vector<CallRecord> &records;            ///< in the order in which they are counted
    const std::vector<CallRecord> &counted;            ///< for the figures; no record of them is kept
    const std::vector<QuotaCount> &quotas;             ///< of this node, absolute
    qint64 dropped = 0;                                ///< calls that could not be recorded
    QDateTime at;                                      ///< now
    std::vector<observation_rows::Counted> observed{}; ///< under observations
};

/// Records of one node that a leaf of the audit log is to cover, in the order in which it counted them.
struct UnsealedCalls
{
    QString node;
    qint64 first = 0; ///< node_seq
    qint64 last = 0;
    std::vector<CallRecord> calls; ///< empty: none of them is kept any more
};

/// Call records, roll-ups and quotas: what grows with every call, apart from what operators change (Store),
/// so that it can move to an engine of its own (docs/adr/0154).
///
/// Each function is asked inside a job of the Store and gets its transaction. One that keeps usage in the
/// same database takes part in it; one that keeps it elsewhere leaves `tx` alone but for refreshStats(), and
/// must bear that the job is rolled back or runs again: a batch is handed over until it was told to be
/// stored, so one whose answer was lost has to be known by the node and its count. Either holds: every row
/// names the node that wrote it and is written by no other; figures are sums over all nodes; a quota is
/// absolute, so writing it twice is harmless. Throws SqlFailure.
class UsageStore
{
public:
    UsageStore() = default;
    virtual ~UsageStore() = default;
    UsageStore(const UsageStore &) = delete;
    UsageStore &operator=(const UsageStore &) = delete;

    /// Raw records, minute, hour and day roll-ups, sources and "last used", quotas, gaps. Gives the partners
    /// whose figures moved.
    virtual QSet<QString> add(Tx &tx, const UsageBatch &batch) = 0;
    /// Quotas since a day, as counters are restored from them.
    [[nodiscard]] virtual std::vector<QuotaCount> quotasSince(Tx &tx, const QDate &day) = 0;
    /// Brings the figures shown beside a partner up to date.
    virtual void refreshStats(Tx &tx, const QString &partnerId, qint64 quotaUsed, qint64 quotaTotal,
                              const QDateTime &now) = 0;

    /// How a call ended, in the place of what was reported of it before. False: no record of it is there, or
    /// not yet.
    [[nodiscard]] virtual bool putEnd(Tx &tx, const QString &callId, const CallEnd &end) = 0;
    /// Adds the end of a call to the figures (report_rows.h); once for each.
    virtual void countEnd(Tx &tx, const CallRecord &call, const CallEnd &end) = 0;
    /// What a gateway wrote of a request that never came to a decision.
    [[nodiscard]] virtual report_rows::LineKept addGatewayLine(Tx &tx, const GatewayLine &line) = 0;
    /// Newest first. Nullopt when the cursor is not one of this list.
    [[nodiscard]] virtual std::optional<Page<GatewayLine>>
    listGatewayLines(Tx &tx, const GatewayLineQuery &query) = 0;
    virtual void removeGatewayLinesBefore(Tx &tx, const QDateTime &time) = 0;
    [[nodiscard]] virtual std::optional<CallRecord> findCall(Tx &tx, const QString &id) = 0;
    /// Newest first. Nullopt when the cursor is not one of this list.
    [[nodiscard]] virtual std::optional<Page<CallRecord>> listCalls(Tx &tx, const CallQuery &query) = 0;
    /// Records of a filter that has conditions (call_counts.h).
    [[nodiscard]] virtual call_rows::CallCount countCalls(Tx &tx, const CallFilter &filter) = 0;
    [[nodiscard]] virtual std::optional<QStringList> routesOfCalls(Tx &tx, const CallFilter &filter,
                                                                   int most) = 0;
    /// How they lie in time, and fall upon the values of a field (call_figures.h).
    [[nodiscard]] virtual TimeHistogram callHistogram(Tx &tx, const CallFilter &filter, int buckets,
                                                      const QDateTime &now) = 0;
    [[nodiscard]] virtual CallFacet callFacet(Tx &tx, const CallFilter &filter, CallField field,
                                              int most) = 0;
    /// Raw records older than `time` go; roll-ups stay.
    virtual void removeCallsBefore(Tx &tx, const QDateTime &time) = 0;
    /// Records of all nodes that no leaf covers yet.
    [[nodiscard]] virtual qint64 unsealed(Tx &tx) = 0;
    /// Of each node that has at least `least` of them, at most `most`.
    [[nodiscard]] virtual QList<UnsealedCalls> unsealedCalls(Tx &tx, int least, int most) = 0;
    /// They count as covered from here on.
    virtual void markSealed(Tx &tx, const UnsealedCalls &calls) = 0;

    [[nodiscard]] virtual UsageSeries series(Tx &tx, const UsageQuery &query) = 0;
    /// Facts before a revocation; `liveTokens` is left 0.
    [[nodiscard]] virtual CredentialUse credentialUse(Tx &tx, const QString &credentialId,
                                                      const QDateTime &now) = 0;
    /// From where its credentials were used in 30 days, most calls first, at most 500.
    [[nodiscard]] virtual QList<SourceSeen> partnerSources(Tx &tx, const QString &partnerId,
                                                           const QDateTime &now) = 0;
    /// Calls of each of a partner's credentials since then, by whole days, however they ended.
    [[nodiscard]] virtual QHash<QString, qint64> callsOfCredentials(Tx &tx, const QString &partnerId,
                                                                    const QDateTime &from) = 0;
    /// Served calls of 30 days: of `scopes` in their order, then by name of every other that was called with.
    [[nodiscard]] virtual QList<ScopeUse> scopeUse(Tx &tx, const QString &partnerId,
                                                   const QStringList &scopes, const QDateTime &now) = 0;
    /// Who called these routes in 30 days (route_use.h).
    [[nodiscard]] virtual std::vector<RouteUse> routeUse(Tx &tx, const QStringList &routeIds,
                                                         const QDateTime &now) = 0;
    /// What came to these routes in 30 days, and when a partner came last (route_use.h).
    [[nodiscard]] virtual std::vector<RouteCalls> routeCalls(Tx &tx, const QStringList &routeIds,
                                                             const QDateTime &now) = 0;
    [[nodiscard]] virtual QDateTime lastCallHour(Tx &tx, const QString &partnerId,
                                                 const QStringList &routeIds, const QDateTime &day) = 0;
    /// What was called with one scope (scope_calls.h).
    [[nodiscard]] virtual std::vector<ScopeCalls>
    scopeCalls(Tx &tx, const QString &scope, const QStringList &partnerIds, const QDateTime &now) = 0;
    [[nodiscard]] virtual ScopeTotal scopeTotal(Tx &tx, const QString &scope, const QDateTime &now) = 0;
    [[nodiscard]] virtual std::vector<qint64> passedByHour(Tx &tx, const QString &partnerId, Realm realm,
                                                           const QDateTime &now) = 0;
    /// Calls of a partner in a realm that a decision allowed, ever.
    [[nodiscard]] virtual qint64 servedCalls(Tx &tx, const QString &partnerId, Realm realm) = 0;
    [[nodiscard]] virtual qint64 servedLastHour(Tx &tx, const QString &partnerId, Realm realm,
                                                const QDateTime &now) = 0;
    /// Used and throttled of the partner's days [from, to] in a realm, in its time zone.
    [[nodiscard]] virtual QList<QuotaDay> quotaDays(Tx &tx, const QString &partnerId, Realm realm,
                                                    const QTimeZone &zone, const QDate &from,
                                                    const QDate &to) = 0;
};

/// In the tables of the Store itself.
class SqlUsageStore final : public UsageStore
{
public:
    QSet<QString> add(Tx &tx, const UsageBatch &batch) override;
    [[nodiscard]] std::vector<QuotaCount> quotasSince(Tx &tx, const QDate &day) override;
    void refreshStats(Tx &tx, const QString &partnerId, qint64 quotaUsed, qint64 quotaTotal,
                      const QDateTime &now) override;
    [[nodiscard]] bool putEnd(Tx &tx, const QString &callId, const CallEnd &end) override;
    void countEnd(Tx &tx, const CallRecord &call, const CallEnd &end) override;
    [[nodiscard]] report_rows::LineKept addGatewayLine(Tx &tx, const GatewayLine &line) override;
    [[nodiscard]] std::optional<Page<GatewayLine>> listGatewayLines(Tx &tx,
                                                                    const GatewayLineQuery &query) override;
    void removeGatewayLinesBefore(Tx &tx, const QDateTime &time) override;
    [[nodiscard]] std::optional<CallRecord> findCall(Tx &tx, const QString &id) override;
    [[nodiscard]] std::optional<Page<CallRecord>> listCalls(Tx &tx, const CallQuery &query) override;
    [[nodiscard]] call_rows::CallCount countCalls(Tx &tx, const CallFilter &filter) override;
    [[nodiscard]] std::optional<QStringList> routesOfCalls(Tx &tx, const CallFilter &filter,
                                                           int most) override;
    [[nodiscard]] TimeHistogram callHistogram(Tx &tx, const CallFilter &filter, int buckets,
                                              const QDateTime &now) override;
    [[nodiscard]] CallFacet callFacet(Tx &tx, const CallFilter &filter, CallField field, int most) override;
    void removeCallsBefore(Tx &tx, const QDateTime &time) override;
    [[nodiscard]] qint64 unsealed(Tx &tx) override;
    [[nodiscard]] QList<UnsealedCalls> unsealedCalls(Tx &tx, int least, int most) override;
    void markSealed(Tx &tx, const UnsealedCalls &calls) override;
    [[nodiscard]] UsageSeries series(Tx &tx, const UsageQuery &query) override;
    [[nodiscard]] CredentialUse credentialUse(Tx &tx, const QString &credentialId,
                                              const QDateTime &now) override;
    [[nodiscard]] QList<SourceSeen> partnerSources(Tx &tx, const QString &partnerId,
                                                   const QDateTime &now) override;
    [[nodiscard]] QHash<QString, qint64> callsOfCredentials(Tx &tx, const QString &partnerId,
                                                            const QDateTime &from) override;
    [[nodiscard]] QList<ScopeUse> scopeUse(Tx &tx, const QString &partnerId, const QStringList &scopes,
                                           const QDateTime &now) override;
    [[nodiscard]] std::vector<RouteUse> routeUse(Tx &tx, const QStringList &routeIds,
                                                 const QDateTime &now) override;
    [[nodiscard]] std::vector<RouteCalls> routeCalls(Tx &tx, const QStringList &routeIds,
                                                     const QDateTime &now) override;
    [[nodiscard]] QDateTime lastCallHour(Tx &tx, const QString &partnerId, const QStringList &routeIds,
                                         const QDateTime &day) override;
    [[nodiscard]] std::vector<ScopeCalls>
    scopeCalls(Tx &tx, const QString &scope, const QStringList &partnerIds, const QDateTime &now) override;
    [[nodiscard]] ScopeTotal scopeTotal(Tx &tx, const QString &scope, const QDateTime &now) override;
    [[nodiscard]] std::vector<qint64> passedByHour(Tx &tx, const QString &partnerId, Realm realm,
                                                   const QDateTime &now) override;
    [[nodiscard]] qint64 servedCalls(Tx &tx, const QString &partnerId, Realm realm) override;
    [[nodiscard]] qint64 servedLastHour(Tx &tx, const QString &partnerId, Realm realm,
                                        const QDateTime &now) override;
    [[nodiscard]] QList<QuotaDay> quotaDays(Tx &tx, const QString &partnerId, Realm realm,
                                            const QTimeZone &zone, const QDate &from,
                                            const QDate &to) override;
};

} // namespace pc::platform
