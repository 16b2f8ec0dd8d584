// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/calls/sample_calls.h"

#include "contract/codec/codecs.h"
#include "contract/codec/page_codec.h"
#include "contract/rules/call_fields.h"
#include "contract/rules/explained_facts.h"

#include <algorithm>

namespace pc::test {

using namespace Qt::StringLiterals;
using client::QueryItems;

namespace {

constexpr int made = 60;
constexpr int shownBuckets = 12;

QString valueOf(const QueryItems &query, const QString &name)
{
    for (const auto &[key, value] : query)
        if (key == name)
            return value;
    return {};
}

QDateTime timeOf(const QueryItems &query, const QString &name)
{
    return QDateTime::fromString(valueOf(query, name), Qt::ISODateWithMs);
}

QString fieldOf(const CallRecord &call, CallField field)
{
    switch (field) {
    case CallField::Partner:
        return call.partnerId;
    case CallField::Credential:
        return call.credentialId;
    case CallField::Route:
        return call.routeId;
    case CallField::Outcome:
        return toText(call.outcome);
    case CallField::Reason:
        return toText(call.reason);
    case CallField::Status:
        return QString::number(call.status);
    case CallField::Source:
        return call.source;
    case CallField::Request:
        return call.requestId;
    case CallField::Method:
        return call.method;
    default:
        return {};
    }
}

bool isEnd(CallField field)
{
    return field == CallField::Outcome || field == CallField::Reason || field == CallField::Status;
}

} // namespace

SampleCalls::SampleCalls(const QDateTime &now, const QList<Partner> &partners) : m_now(now)
{
    m_partnerName = partners.value(2).name;
    keptSince = now.addDays(-30);
    for (int i = 0; i < made; ++i) {
        CallRecord call;
        call.id = u"dec_%1"_s.arg(made - i, 6, 10, QChar(u'0'));
        call.requestId = u"req_%1"_s.arg(made - i, 6, 10, QChar(u'0'));
        call.at = now.addSecs(-600 * (i + 1)).addMSecs(114 + i);
        const bool isSecond = i % 3 == 2;
        call.partnerId = partners.value(isSecond ? 3 : 2).id;
        call.credentialId = isSecond ? u"crd_2"_s : u"crd_1"_s;
        call.generation = 1;
        call.realm = Realm::Production;
        call.method = i % 5 == 0 ? u"POST"_s : u"GET"_s;
        call.path = i % 5 == 0 ? u"/api/v1/orders"_s : u"/api/v1/products"_s;
        call.routeId = i % 5 == 0 ? u"rte_orders_post"_s : u"rte_products"_s;
        call.scope = i % 5 == 0 ? u"orders:write"_s : u"products:read"_s;
        call.outcome = i % 5 == 0 ? Outcome::Refused : i % 11 == 3 ? Outcome::Throttled : Outcome::Served;
        call.reason = i % 5 == 0    ? DecisionReason::MissingScope
                      : i % 11 == 3 ? DecisionReason::RateLimited
                                    : DecisionReason::Allowed;
        call.status = i % 5 == 0 ? 403 : i % 11 == 3 ? 429 : 200;
        call.source = isSecond ? u"203.0.113.7"_s : u"198.51.100.10"_s;
        call.userAgent = u"order-sync/2.4"_s;
        call.gateway = u"edge-1"_s;
        call.micros = 180 + i;
        call.auditSize = 41;
        if (i % 5 == 1)
            call.end = CallEnd{200, 5120, 21'400, 18'900, call.at.addMSecs(21), u"edge-1"_s};
        calls.append(call);
    }
}

QList<CallRecord> SampleCalls::matching(const QueryItems &query, bool withEnds) const
{
    QList<CallRecord> found;
    const QDateTime from = timeOf(query, u"from"_s);
    const QDateTime to = timeOf(query, u"to"_s);
    for (const CallRecord &call : calls) {
        bool fits = (!from.isValid() || call.at >= from) && (!to.isValid() || call.at < to);
        for (const rules::CallFieldRow &row : rules::callFields()) {
            if (!withEnds && isEnd(row.field))
                continue;
            const QString name = QString::fromLatin1(row.parameter);
            const QString wanted = valueOf(query, name);
            const QString unwanted = valueOf(query, u"not_"_s + name);
            fits = fits && (wanted.isEmpty() || wanted.split(u',').contains(fieldOf(call, row.field))) &&
                   (unwanted.isEmpty() || !unwanted.split(u',').contains(fieldOf(call, row.field)));
        }
        if (fits)
            found.append(call);
    }
    return found;
}

QJsonObject SampleCalls::list(const QueryItems &query) const
{
    Page<CallRecord> page;
    page.items = matching(query);
    page.count = page.items.size();
    if (valueOf(query, u"order"_s) == u"oldest_first"_s)
        std::reverse(page.items.begin(), page.items.end());
    return toJson(page);
}

TimeHistogram histogramOf(const QList<QDateTime> &times, const QueryItems &query, const QDateTime &now)
{
    TimeHistogram histogram;
    const QDateTime from = timeOf(query, u"from"_s);
    const QDateTime to = timeOf(query, u"to"_s);
    histogram.to = to.isValid() ? to : now;
    histogram.from = from.isValid()    ? from
                     : times.isEmpty() ? histogram.to.addSecs(-3600)
                                       : *std::min_element(times.begin(), times.end());
    const qint64 span = std::max<qint64>(shownBuckets, histogram.from.msecsTo(histogram.to));
    histogram.bucketMs = (span + shownBuckets - 1) / shownBuckets;
    histogram.asOf = now;
    histogram.matching = QList<qint64>(shownBuckets, 0);
    for (const QDateTime &time : times) {
        const qint64 bucket = histogram.from.msecsTo(time) / histogram.bucketMs;
        if (time >= histogram.from && bucket >= 0 && bucket < shownBuckets)
            ++histogram.matching[bucket];
    }
    return histogram;
}

TimeHistogram SampleCalls::histogram(const QueryItems &query) const
{
    const auto timesOf = [](const QList<CallRecord> &of, bool onlyRefused) {
        QList<QDateTime> times;
        for (const CallRecord &call : of)
            if (!onlyRefused || call.outcome != Outcome::Served)
                times.append(call.at);
        return times;
    };
    QueryItems whole = query;
    if (!timeOf(query, u"from"_s).isValid() && !calls.isEmpty())
        whole.append({u"from"_s, calls.constLast().at.toString(Qt::ISODateWithMs)});
    const QList<CallRecord> all = matching(query, false);
    TimeHistogram histogram = histogramOf(timesOf(matching(query), false), whole, m_now);
    histogram.all = histogramOf(timesOf(all, false), whole, m_now).matching;
    histogram.refused = histogramOf(timesOf(all, true), whole, m_now).matching;
    if (histogram.all == histogram.matching)
        histogram.all.clear();
    if (timeOf(query, u"from"_s).isValid() && timeOf(query, u"from"_s) < keptSince)
        histogram.keptSince = keptSince;
    return histogram;
}

CallFacet SampleCalls::facet(const QueryItems &query) const
{
    CallFacet facet;
    facet.field = enumFromText<CallField>(valueOf(query, u"field"_s));
    QHash<QString, qint64> counts;
    for (const CallRecord &call : matching(query))
        ++counts[fieldOf(call, facet.field)];
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        facet.values.append({it.key(), it.value()});
    std::sort(facet.values.begin(), facet.values.end(), [](const auto &a, const auto &b) {
        return std::make_pair(-a.calls, a.value) < std::make_pair(-b.calls, b.value);
    });
    return facet;
}

CallExplanation SampleCalls::explanationOf(const CallRecord &call) const
{
    CallExplanation explanation;
    explanation.call = call;
    explanation.partnerName = m_partnerName;
    explanation.credentialName = u"erp-sync"_s;
    const bool isRefused = call.reason == DecisionReason::MissingScope;
    using Check = DecisionCheck;
    explanation.checks = {
        {Check::Gateway, CheckResult::Passed, {{facts::gateway, call.gateway}}},
        {Check::Credential,
         CheckResult::Passed,
         {{facts::credential, u"erp-sync"_s}, {facts::lastFour, u"Ks7v"_s}}},
        {Check::Route, CheckResult::Passed, {{facts::route, call.method + u' ' + call.path}}},
        {Check::Scope, isRefused ? CheckResult::Failed : CheckResult::Passed, {{facts::scope, call.scope}}},
        {Check::Limits, isRefused ? CheckResult::NotReached : CheckResult::NotRecorded, {}}};
    explanation.today = {isRefused ? Outcome::Refused : Outcome::Served, call.reason, m_now, {}};
    if (!isRefused)
        return explanation;
    AuditEvent cause;
    cause.id = u"evt_000040"_s;
    cause.index = 40;
    cause.at = call.at.addSecs(-7200);
    cause.actor = u"ops-2"_s;
    cause.action = u"grant.edit"_s;
    cause.targetKind = u"grant"_s;
    cause.targetId = call.partnerId;
    cause.partnerId = call.partnerId;
    cause.reason = u"The partner asked for read only"_s;
    cause.ticket = u"OPS-1182"_s;
    cause.changes = {{u"scopes"_s, u"products:read, orders:write"_s, u"products:read"_s}};
    explanation.rule = {true, {{facts::scopes, u"products:read"_s}}, cause};
    explanation.remedies = {{RemedyKind::GrantScope, u"grant.edit"_s, call.partnerId, call.scope}};
    explanation.alike.set(CallField::Partner, {call.partnerId});
    explanation.alike.set(CallField::Reason, {toText(call.reason)});
    explanation.alike.from = cause.at;
    explanation.alikeCalls = 12;
    explanation.alikeSources = 2;
    return explanation;
}

std::optional<QJsonObject> SampleCalls::answer(const QString &path, const QueryItems &query) const
{
    if (path == u"/calls"_s)
        return list(query);
    if (path == u"/call-histogram"_s)
        return toJson(histogram(query));
    if (path == u"/call-facet"_s)
        return toJson(facet(query));
    if (path == u"/gateway-lines"_s) {
        Page<GatewayLine> page;
        for (const GatewayLine &line : lines)
            if (line.requestId == valueOf(query, u"request_id"_s))
                page.items.append(line);
        return toJson(page);
    }
    if (path.startsWith(u"/calls/"_s) && path.endsWith(u"/explanation"_s)) {
        const QString id = path.section(u'/', 2, 2);
        for (const CallRecord &call : calls)
            if (call.id == id)
                return toJson(explanationOf(call));
    }
    return {};
}

} // namespace pc::test
