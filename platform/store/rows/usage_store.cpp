// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/usage_store.h"

#include "platform/store/rows/call_figures.h"
#include "platform/store/rows/call_rows.h"
#include "platform/store/rows/metering_rows.h"
#include "platform/store/rows/node_rows.h"
#include "platform/store/rows/quota_rows.h"
#include "platform/store/rows/usage_rows.h"

namespace pc::platform {

QSet<QString> SqlUsageStore::add(Tx &tx, const UsageBatch &batch)
{
    const QSet<QString> partners = metering_rows::meter(tx, batch.records, batch.counted);
    for (const QuotaCount &count : batch.quotas)
        quota_rows::put(tx, count);
    if (batch.dropped > 0)
        metering_rows::putGap(tx, batch.at, batch.dropped);
    observation_rows::add(tx, batch.observed);
    return partners;
}

std::vector<QuotaCount> SqlUsageStore::quotasSince(Tx &tx, const QDate &day)
{
    return quota_rows::since(tx, day);
}

void SqlUsageStore::refreshStats(Tx &tx, const QString &partnerId, qint64 quotaUsed, qint64 quotaTotal,
                                 const QDateTime &now)
{
    metering_rows::refreshStats(tx, partnerId, quotaUsed, quotaTotal, now);
}

bool SqlUsageStore::putEnd(Tx &tx, const QString &callId, const CallEnd &end)
{
    return call_rows::putEnd(tx, callId, end);
}

void SqlUsageStore::countEnd(Tx &tx, const CallRecord &call, const CallEnd &end)
{
    report_rows::countEnd(tx, call, end);
}

report_rows::LineKept SqlUsageStore::addGatewayLine(Tx &tx, const GatewayLine &line)
{
    return report_rows::addLine(tx, line);
}

std::optional<Page<GatewayLine>> SqlUsageStore::listGatewayLines(Tx &tx, const GatewayLineQuery &query)
{
    return report_rows::list(tx, query);
}

void SqlUsageStore::removeGatewayLinesBefore(Tx &tx, const QDateTime &time)
{
    report_rows::removeBefore(tx, time);
}

std::optional<CallRecord> SqlUsageStore::findCall(Tx &tx, const QString &id)
{
    return call_rows::find(tx, id);
}

std::optional<Page<CallRecord>> SqlUsageStore::listCalls(Tx &tx, const CallQuery &query)
{
    return call_rows::list(tx, query);
}

call_rows::CallCount SqlUsageStore::countCalls(Tx &tx, const CallFilter &filter)
{
    return call_rows::countOf(tx, filter);
}

std::optional<QStringList> SqlUsageStore::routesOfCalls(Tx &tx, const CallFilter &filter, int most)
{
    return call_rows::routesOf(tx, filter, most);
}

TimeHistogram SqlUsageStore::callHistogram(Tx &tx, const CallFilter &filter, int buckets,
                                           const QDateTime &now)
{
    return call_rows::histogram(tx, filter, buckets, now);
}

CallFacet SqlUsageStore::callFacet(Tx &tx, const CallFilter &filter, CallField field, int most)
{
    return call_rows::facet(tx, filter, field, most);
}

void SqlUsageStore::removeCallsBefore(Tx &tx, const QDateTime &time)
{
    call_rows::removeBefore(tx, time);
}

qint64 SqlUsageStore::unsealed(Tx &tx)
{
    return node_rows::unsealed(tx);
}

QList<UnsealedCalls> SqlUsageStore::unsealedCalls(Tx &tx, int least, int most)
{
    QList<UnsealedCalls> list;
    const QList<NodeRow> nodes = node_rows::all(tx);
    for (const NodeRow &node : nodes) {
        if (node.calls == node.sealed || node.calls - node.sealed < least)
            continue;
        std::vector<call_rows::Stored> found = call_rows::after(tx, node.number, node.sealed, most);
        if (found.empty()) { // older than what is kept
            list.append({node.id, node.sealed + 1, node.calls, {}});
            continue;
        }
        UnsealedCalls calls{node.id, found.front().nodeSeq, found.back().nodeSeq, {}};
        for (call_rows::Stored &each : found)
            calls.calls.push_back(std::move(each.call));
        list.append(std::move(calls));
    }
    return list;
}

void SqlUsageStore::markSealed(Tx &tx, const UnsealedCalls &calls)
{
    node_rows::putSealed(tx, calls.node, calls.last);
}

UsageSeries SqlUsageStore::series(Tx &tx, const UsageQuery &query)
{
    return usage_rows::series(tx, query);
}

CredentialUse SqlUsageStore::credentialUse(Tx &tx, const QString &credentialId, const QDateTime &now)
{
    return usage_rows::credentialUse(tx, credentialId, now);
}

QList<SourceSeen> SqlUsageStore::partnerSources(Tx &tx, const QString &partnerId, const QDateTime &now)
{
    return usage_rows::partnerSources(tx, partnerId, now);
}

QHash<QString, qint64> SqlUsageStore::callsOfCredentials(Tx &tx, const QString &partnerId,
                                                         const QDateTime &from)
{
    return usage_rows::callsOfCredentials(tx, partnerId, from);
}

QList<ScopeUse> SqlUsageStore::scopeUse(Tx &tx, const QString &partnerId, const QStringList &scopes,
                                        const QDateTime &now)
{
    return usage_rows::scopeUse(tx, partnerId, scopes, now);
}

std::vector<RouteUse> SqlUsageStore::routeUse(Tx &tx, const QStringList &routeIds, const QDateTime &now)
{
    return pc::platform::routeUse(tx, routeIds, now);
}

std::vector<RouteCalls> SqlUsageStore::routeCalls(Tx &tx, const QStringList &routeIds, const QDateTime &now)
{
    return pc::platform::routeCalls(tx, routeIds, now);
}

QDateTime SqlUsageStore::lastCallHour(Tx &tx, const QString &partnerId, const QStringList &routeIds,
                                      const QDateTime &day)
{
    return pc::platform::lastCallHour(tx, partnerId, routeIds, day);
}

std::vector<ScopeCalls> SqlUsageStore::scopeCalls(Tx &tx, const QString &scope, const QStringList &partnerIds,
                                                  const QDateTime &now)
{
    return pc::platform::scopeCalls(tx, scope, partnerIds, now);
}

ScopeTotal SqlUsageStore::scopeTotal(Tx &tx, const QString &scope, const QDateTime &now)
{
    return pc::platform::scopeTotal(tx, scope, now);
}

std::vector<qint64> SqlUsageStore::passedByHour(Tx &tx, const QString &partnerId, Realm realm,
                                                const QDateTime &now)
{
    return pc::platform::passedByHour(tx, partnerId, realm, now);
}

qint64 SqlUsageStore::servedCalls(Tx &tx, const QString &partnerId, Realm realm)
{
    return usage_rows::servedCalls(tx, partnerId, realm);
}

qint64 SqlUsageStore::servedLastHour(Tx &tx, const QString &partnerId, Realm realm, const QDateTime &now)
{
    return usage_rows::servedLastHour(tx, partnerId, realm, now);
}

QList<QuotaDay> SqlUsageStore::quotaDays(Tx &tx, const QString &partnerId, Realm realm, const QTimeZone &zone,
                                         const QDate &from, const QDate &to)
{
    return quota_rows::days(tx, partnerId, realm, zone, from, to);
}

} // namespace pc::platform
