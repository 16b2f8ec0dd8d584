// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/limits.h"
#include "contract/rules/time_zones.h"
#include "contract/rules/version_life.h"
#include "platform/domain/daily_quota.h"
#include "platform/seed/sample_calls.h"
#include "platform/store/rows/call_rows.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/metering_rows.h"
#include "platform/store/rows/quota_rows.h"
#include "platform/store/rows/report_rows.h"

#include <QHash>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace pc::platform::seed {

using namespace Qt::StringLiterals;
using metering_rows::dayBucket;
using metering_rows::hourBucket;

namespace {

constexpr int days = 90;
constexpr int rawHours = 3;
constexpr int rawHoursOfNarrowed = 40; ///< since before yesterday noon, whatever the time is

/// Share of a day's calls that fall into an hour of the partner's clock; weekends are quieter for offices.
double shape(Traffic traffic, int hour, int weekday)
{
    static constexpr std::array<double, 24> office{0.2, 0.1, 0.1, 0.1, 0.2, 0.4, 0.9, 1.8,
                                                   2.6, 3.0, 3.1, 2.8, 2.2, 2.6, 3.0, 2.9,
                                                   2.4, 1.7, 1.0, 0.7, 0.5, 0.4, 0.3, 0.2};
    static constexpr std::array<double, 24> nightly{4.5, 6.0, 6.5, 4.0, 1.0, 0.4, 0.3, 0.4,
                                                    0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5,
                                                    0.5, 0.5, 0.5, 0.4, 0.4, 0.5, 1.0, 2.0};
    static constexpr std::array<double, 24> allDay{0.7, 0.6, 0.6, 0.6, 0.7, 0.8, 1.0, 1.2,
                                                   1.3, 1.3, 1.3, 1.3, 1.3, 1.3, 1.3, 1.3,
                                                   1.3, 1.2, 1.2, 1.1, 1.0, 0.9, 0.8, 0.7};
    const bool weekend = weekday >= 6;
    const auto at = static_cast<std::size_t>(hour);
    switch (traffic) {
    case Traffic::None:
        return 0;
    case Traffic::Nightly:
        return nightly[at] / 34.0;
    case Traffic::AllDay:
        return allDay[at] / 24.8 * (weekend ? 0.8 : 1.0);
    // What must be seen at any anchor, night or weekend.
    case Traffic::Errors:
    case Traffic::NearQuota:
    case Traffic::Throttled:
        return allDay[at] / 24.8;
    default:
        return office[at] / 33.3 * (weekend ? 0.25 : 1.0);
    }
}

QList<Caller> callersOf(const SamplePartner &entry, const QDateTime &anchor, int index)
{
    QList<Caller> callers;
    const Realm realm = pc::rules::realmOf(entry.partner.stage);
    for (const CredentialRow &credential : entry.credentials) {
        if (credential.value.realm != realm)
            continue;
        for (const GenerationRow &generation : credential.generations) {
            if (!generation.value.acknowledgedAt || generation.value.endedAt)
                continue;
            const double share = callers.isEmpty() ? 1.0 : 0.35;
            callers.append({credential.value.id, generation.value.number, share,
                            u"198.18.0.%1"_s.arg(10 + index * 4 + callers.size()),
                            *generation.value.acknowledgedAt, realm});
        }
        if (credential.value.state == CredentialState::Suspended || credential.value.expiresAt <= anchor) {
            while (!callers.isEmpty() && callers.constLast().credentialId == credential.value.id)
                callers.removeLast();
        }
    }
    return callers;
}

QList<Route> routesOf(const SamplePartner &entry, const Sample &sample)
{
    QList<Route> routes;
    const QStringList scopes =
        entry.credentials.isEmpty() ? QStringList() : entry.credentials.constFirst().value.scopes;
    for (const Route &route : sample.catalogue.routes) {
        if (scopes.contains(route.scope) && routes.size() < 3 && !route.deprecatedAt)
            routes.append(route);
    }
    // What was taken away is still called.
    for (const Route &route : sample.catalogue.routes) {
        const bool isLost = scopes.contains(route.scope) && !entry.grant.scopes.contains(route.scope);
        if (isLost && !routes.contains(route)) {
            routes.append(route);
            break;
        }
    }
    if (entry.callsPerDay > 3000) { // somebody still uses what is going away
        for (const Route &route : sample.catalogue.routes) {
            // Of a version the lists will do: each route is thousands of rows.
            const bool goes = pc::rules::versionOf(sample.versions, route) != nullptr
                                  ? !route.pathTemplate.contains(u'{')
                                  : route.deprecatedAt.has_value();
            if (goes && scopes.contains(route.scope))
                routes.append(route);
        }
    }
    return routes;
}

/// Counts of one hour by outcome.
struct Split
{
    qint64 served = 0;
    qint64 clientErrors = 0;
    qint64 serverErrors = 0;
    qint64 refused = 0;
    qint64 throttled = 0;
};

Split split(Traffic traffic, qint64 calls, bool recent, SampleRandom &random)
{
    Split result;
    const auto part = [&](double share) {
        return static_cast<qint64>(std::floor(static_cast<double>(calls) * share + random.unit() * 0.6));
    };
    if (traffic == Traffic::Errors && recent) {
        result.serverErrors = part(0.22);
        result.clientErrors = part(0.05);
    } else {
        result.clientErrors = calls > 40 ? part(0.012) : 0;
        result.serverErrors = calls > 100 ? part(0.001) : 0;
    }
    if (traffic == Traffic::Throttled)
        result.throttled = part(recent ? 0.08 : 0.02);
    if (calls > 60 && random.below(9) == 0)
        result.refused = 1 + random.below(3);
    result.served = std::max<qint64>(0, calls - result.clientErrors - result.serverErrors);
    return result;
}

class UsageWriter
{
public:
    UsageWriter(Tx &tx, Sample &sample, qint64 events)
        : m_tx(tx), m_sample(sample), m_random(quint64(sample.anchor.toSecsSinceEpoch())),
          m_maker(sample, events, m_random)
    {
    }

    void write(SamplePartner &entry, int index)
    {
        m_index = index;
        m_callers = callersOf(entry, m_sample.anchor, index);
        m_routes = routesOf(entry, m_sample);
        m_dayCells.clear();
        m_quota.clear();
        m_calls.clear();
        m_zone = pc::rules::timeZoneOf(entry.partner.timeZone);
        if (!m_callers.isEmpty() && !m_routes.isEmpty() && entry.callsPerDay > 0)
            writeHours(entry);
        writeDays(entry);
        metering_rows::meter(m_tx, m_calls);
        for (const CallRecord &call : m_calls) {
            const CallEnd end = m_maker.endOf(call);
            if (call_rows::putEnd(m_tx, call.id, end))
                report_rows::countEnd(m_tx, call, end);
        }
        if (index == narrowedPartner && !m_callers.isEmpty())
            (void)report_rows::addLine(m_tx, m_maker.lostRequest(m_callers.constFirst().source));
        writeQuota(entry);
    }

private:
    using DayKey = std::tuple<qint64, QString, int, QString, QString, Outcome>;

    void writeHours(const SamplePartner &entry)
    {
        const qint64 anchor = m_sample.anchor.toSecsSinceEpoch();
        const qint64 thisHour = anchor / hourBucket * hourBucket;
        for (qint64 hour = thisHour - qint64{days} * 24 * hourBucket; hour <= thisHour; hour += hourBucket) {
            const QDateTime at = QDateTime::fromSecsSinceEpoch(hour, Qt::UTC);
            const QDateTime local = at.toTimeZone(m_zone);
            const double age = static_cast<double>(thisHour - hour) / (days * 24.0 * hourBucket);
            const double growth = 1.0 - 0.25 * age;
            const double noise = 0.85 + 0.3 * m_random.unit();
            double wanted = static_cast<double>(entry.callsPerDay) *
                            shape(entry.traffic, local.time().hour(), local.date().dayOfWeek()) * growth *
                            noise;
            const int kept = m_index == narrowedPartner ? rawHoursOfNarrowed : rawHours;
            const bool raw = hour > thisHour - kept * hourBucket;
            if (hour == thisHour)
                wanted *= static_cast<double>(anchor - thisHour) / hourBucket;
            for (const Caller &caller : std::as_const(m_callers)) {
                if (caller.since > at)
                    continue;
                writeHour(entry, caller, hour, static_cast<qint64>(wanted * caller.share), raw, local.date());
            }
        }
    }

    void writeHour(const SamplePartner &entry, const Caller &caller, qint64 hour, qint64 calls, bool raw,
                   const QDate &day)
    {
        if (calls <= 0)
            return;
        const bool recent = hour > m_sample.anchor.toSecsSinceEpoch() - 5 * hourBucket;
        double weight = 0.6;
        qint64 left = calls;
        for (qsizetype i = 0; i < m_routes.size() && left > 0; ++i) {
            const bool last = i + 1 == m_routes.size();
            const qint64 here = last ? left : static_cast<qint64>(static_cast<double>(left) * weight);
            left -= here;
            weight = 0.5;
            const Split counts = split(entry.traffic, here, recent, m_random);
            const std::pair<Outcome, qint64> parts[]{{Outcome::Served, counts.served},
                                                     {Outcome::ClientError, counts.clientErrors},
                                                     {Outcome::ServerError, counts.serverErrors},
                                                     {Outcome::Refused, counts.refused},
                                                     {Outcome::Throttled, counts.throttled}};
            for (const auto &[outcome, count] : parts) {
                if (count == 0)
                    continue;
                if (raw) {
                    m_quota[day] +=
                        addCalls(entry, caller, m_routes.at(i), hour, outcome, count, m_quota.value(day));
                    continue;
                }
                addCell(entry, caller, m_routes.at(i), hour, outcome, count);
                if (outcome != Outcome::Refused && outcome != Outcome::Throttled)
                    m_quota[day] += count;
            }
        }
        if (!raw && hour % (6 * hourBucket) == 0) {
            metering_rows::SourceCell source;
            source.partnerId = entry.partner.id;
            source.hour = hour;
            source.use = {caller.generation,
                          caller.source,
                          u"order-sync/2.4"_s,
                          QDateTime::fromSecsSinceEpoch(hour + 5, Qt::UTC),
                          QDateTime::fromSecsSinceEpoch(hour + 3550, Qt::UTC),
                          calls * 6};
            metering_rows::addSource(m_tx, caller.credentialId, source);
        }
    }

    /// Gives how many count against the quota, of which `used` is used up.
    qint64 addCalls(const SamplePartner &entry, const Caller &caller, const Route &route, qint64 hour,
                    Outcome outcome, qint64 count, qint64 used)
    {
        qint64 counted = 0;
        for (qint64 i = 0; i < count; ++i) {
            m_calls.push_back(m_maker.make(entry, m_index, caller, route, hour, outcome, used + counted));
            const Outcome made = m_calls.back().outcome;
            counted += made != Outcome::Refused && made != Outcome::Throttled ? 1 : 0;
        }
        return counted;
    }

    void addCell(const SamplePartner &entry, const Caller &caller, const Route &route, qint64 hour,
                 Outcome outcome, qint64 count)
    {
        metering_rows::Cell cell{
            entry.partner.id, hourBucket, hour, caller.credentialId, caller.generation, route.id, route.scope,
            outcome,          count,      {}};
        cell.latency.add(120 + m_random.below(60), count - count / 10);
        cell.latency.add(300 + m_random.below(500), count / 10);
        metering_rows::insert(m_tx, cell);
        metering_rows::Cell &day = m_dayCells[{hour / dayBucket * dayBucket, caller.credentialId,
                                               caller.generation, route.id, route.scope, outcome}];
        day.calls += count;
        day.latency.merge(cell.latency);
    }

    void writeDays(const SamplePartner &entry)
    {
        for (auto &[key, cell] : m_dayCells) {
            std::tie(cell.at, cell.credentialId, cell.generation, cell.routeId, cell.scope, cell.outcome) =
                key;
            cell.partnerId = entry.partner.id;
            cell.bucket = dayBucket;
            metering_rows::insert(m_tx, cell);
        }
    }

    void writeQuota(SamplePartner &entry)
    {
        const Realm realm = pc::rules::realmOf(entry.partner.stage);
        const QDate today = m_sample.anchor.toTimeZone(m_zone).date();
        const Plan *plan = nullptr;
        for (const Plan &candidate : std::as_const(m_sample.catalogue.plans)) {
            if (candidate.id == entry.partner.planId)
                plan = &candidate;
        }
        qint64 used = m_quota.value(today);
        if (entry.traffic == Traffic::NearQuota) {
            LimitOverride over;
            over.limits = pc::rules::limitsOf(*plan).at(entry.partner.stage);
            over.limits.dailyQuota =
                std::max<qint64>(500, static_cast<qint64>(std::ceil(static_cast<double>(used) / 0.94)));
            used = std::max<qint64>(used, over.limits.dailyQuota * 93 / 100);
            over.reason = u"Held back until the new contract is signed"_s;
            entry.grant.limitOverride = over;
            m_quota[today] = used;
            catalogue_rows::put(m_tx, entry.grant);
        }
        for (auto it = m_quota.constBegin(); it != m_quota.constEnd(); ++it)
            quota_rows::put(m_tx, {entry.partner.id, realm, it.key(), it.value()});
        const qint64 total =
            pc::rules::limitsAt(entry.grant, *plan, entry.partner.stage, m_sample.anchor).dailyQuota;
        metering_rows::refreshStats(m_tx, entry.partner.id, used, total, m_sample.anchor);
    }

    Tx &m_tx;
    Sample &m_sample;
    SampleRandom m_random;
    SampleCalls m_maker;
    int m_index = 0; // of the partner
    QTimeZone m_zone;
    QList<Caller> m_callers;
    QList<Route> m_routes;
    std::map<DayKey, metering_rows::Cell> m_dayCells;
    QHash<QDate, qint64> m_quota;
    std::vector<CallRecord> m_calls;
};

} // namespace

void storeUsage(Tx &tx, Sample &sample, qint64 events, const Progress &progress)
{
    UsageWriter writer(tx, sample, events);
    for (qsizetype i = 0; i < sample.partners.size(); ++i) {
        progress(i, sample.partners.size());
        writer.write(sample.partners[i], static_cast<int>(i));
    }
    progress(sample.partners.size(), sample.partners.size());
}

} // namespace pc::platform::seed
