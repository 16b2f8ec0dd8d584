// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/limits/counters.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace pc::platform {
namespace {

using std::chrono::nanoseconds;
using namespace std::chrono_literals;

/// Whether one more call passes, and how long to wait when it does not.
LimitVerdict judge(const Limits &limits, const Gcra::Answer &rate, qint64 used, const DayInZone &day,
                   Instant now)
{
    LimitVerdict verdict;
    if (!rate.allowed) {
        verdict.outcome = LimitVerdict::Outcome::RateLimited;
        verdict.retryAfter = rate.retryAfter;
    }
    if (limits.dailyQuota > 0 && used >= limits.dailyQuota) {
        verdict.outcome = LimitVerdict::Outcome::QuotaExceeded;
        verdict.retryAfter = std::max(verdict.retryAfter, nanoseconds(day.endsAt - now));
    }
    return verdict;
}

/// The figures, from the counters as they stand after the verdict.
void addFigures(LimitVerdict &verdict, const Limits &limits, const Gcra::Level &level, qint64 used,
                const DayInZone &day)
{
    verdict.burst = std::max(limits.burst, 1);
    verdict.remaining = level.remaining;
    verdict.fullAfter = level.fullAfter;
    if (limits.dailyQuota <= 0)
        return;
    verdict.quota = limits.dailyQuota;
    verdict.quotaRemaining = std::max<qint64>(limits.dailyQuota - used, 0);
    verdict.quotaResetsAt = day.endsAt;
}

} // namespace

Counters::Counters(bool persistent) : m_persistent(persistent) {}

Counters::Shard &Counters::shardFor(const QString &partnerId)
{
    return m_shards[qHash(partnerId) % shardCount];
}

const Counters::Shard &Counters::shardFor(const QString &partnerId) const
{
    return m_shards[qHash(partnerId) % shardCount];
}

qint64 Counters::Quota::usedOn(QDate today) const
{
    // A counter from a later day (the clock was set back, or the zone changed) goes on counting: no second
    // helping.
    if (day < today)
        return 0;
    return dayBefore == today ? usedBefore + used : used;
}

void Counters::Elsewhere::tell(QDate told, qint64 count)
{
    if (day < told) {
        dayBefore = std::exchange(day, told);
        usedBefore = std::exchange(used, 0);
    }
    if (told == day)
        used = std::max(used, count);
    else if (told == dayBefore)
        usedBefore = std::max(usedBefore, count);
}

qint64 Counters::Elsewhere::usedOn(QDate today) const
{
    if (today == day)
        return used;
    return today == dayBefore ? usedBefore : 0;
}

bool Counters::storeIsBehind(const LimitSubject &subject, const Entry &entry) const
{
    return m_persistent && subject.limits.dailyQuota > 0 && entry.unpersisted >= maxUnpersisted;
}

void Counters::count(Shard &shard, const LimitSubject &subject, Entry &entry, QDate today)
{
    if (entry.quota.day < today)
        entry.quota = {today, 0, entry.quota.dirty, entry.quota.day, entry.quota.used};
    ++entry.quota.used;
    if (!entry.quota.dirty) {
        entry.quota.dirty = true;
        shard.dirty.emplace_back(subject.partnerId, subject.realm);
    }
    if (subject.limits.dailyQuota > 0 && ++entry.unpersisted == maxUnpersisted && m_persistent)
        m_behind.fetch_add(1, std::memory_order_relaxed);
}

LimitVerdict Counters::take(const LimitSubject &subject, Moment now)
{
    const DayInZone day = dayInZone(now.wall, subject.timeZone);
    Shard &shard = shardFor(subject.partnerId);
    const std::lock_guard lock(shard.mutex);
    if (now.steady - shard.sweptAt > 10s)
        sweep(shard, now);

    Entry &entry = shard.partners[subject.partnerId][subject.realm];
    const Gcra rate(subject.limits.rate, subject.limits.burst);
    const Gcra::Answer byRate = rate.judge(entry.rate, now.steady);
    LimitVerdict verdict = judge(subject.limits, byRate, entry.usedOn(day.date), day, now.wall);
    if (verdict.outcome == LimitVerdict::Outcome::Allowed && storeIsBehind(subject, entry)) {
        verdict.outcome = LimitVerdict::Outcome::QuotaExceeded;
        verdict.retryAfter = 1s;
    }
    const bool taken = verdict.outcome == LimitVerdict::Outcome::Allowed;
    if (taken) {
        entry.rate = byRate.next;
        count(shard, subject, entry, day.date);
    }
    addFigures(verdict, subject.limits, rate.level(entry.rate, now.steady), entry.usedOn(day.date), day);
    return verdict;
}

LimitVerdict Counters::peek(const LimitSubject &subject, Moment now) const
{
    const DayInZone day = dayInZone(now.wall, subject.timeZone);
    const Shard &shard = shardFor(subject.partnerId);
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.partners.find(subject.partnerId);
    Entry entry;
    if (found != shard.partners.end()) {
        if (const auto own = found->second.find(subject.realm); own != found->second.end())
            entry = own->second;
    }
    const Gcra rate(subject.limits.rate, subject.limits.burst);
    const qint64 used = entry.usedOn(day.date);
    LimitVerdict verdict = judge(subject.limits, rate.judge(entry.rate, now.steady), used, day, now.wall);
    addFigures(verdict, subject.limits, rate.level(entry.rate, now.steady), used, day);
    return verdict;
}

qint64 Counters::quotaUsed(const QString &partnerId, Realm realm, const QTimeZone &zone, Instant now) const
{
    const DayInZone day = dayInZone(now, zone);
    const Shard &shard = shardFor(partnerId);
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.partners.find(partnerId);
    if (found == shard.partners.end())
        return 0;
    const auto entry = found->second.find(realm);
    return entry == found->second.end() ? 0 : entry->second.usedOn(day.date);
}

Counters::Dirty Counters::takeDirty()
{
    Dirty dirty;
    for (Shard &shard : m_shards) {
        const std::lock_guard lock(shard.mutex);
        for (const auto &[partnerId, realm] : shard.dirty) {
            Entry &entry = shard.partners[partnerId][realm];
            entry.quota.dirty = false;
            dirty.counts.push_back({partnerId, realm, entry.quota.day, entry.quota.used});
            dirty.calls.push_back(entry.unpersisted);
        }
        shard.dirty.clear();
    }
    return dirty;
}

void Counters::persisted(const Dirty &dirty, bool committed)
{
    for (std::size_t i = 0; i < dirty.counts.size(); ++i) {
        const QuotaCount &each = dirty.counts[i];
        Shard &shard = shardFor(each.partnerId);
        const std::lock_guard lock(shard.mutex);
        Entry &entry = shard.partners[each.partnerId][each.realm];
        if (committed) {
            const bool wasBehind = entry.unpersisted >= maxUnpersisted;
            entry.unpersisted -= dirty.calls[i];
            if (wasBehind && entry.unpersisted < maxUnpersisted && m_persistent)
                m_behind.fetch_sub(1, std::memory_order_relaxed);
        } else if (!entry.quota.dirty) {
            entry.quota.dirty = true;
            shard.dirty.emplace_back(each.partnerId, each.realm);
        }
    }
}

void Counters::restore(const std::vector<QuotaCount> &counts)
{
    for (const QuotaCount &each : counts) {
        Shard &shard = shardFor(each.partnerId);
        const std::lock_guard lock(shard.mutex);
        Entry &entry = shard.partners[each.partnerId][each.realm];
        entry.quota.day = each.day;
        entry.quota.used = each.used;
        entry.elsewhere.tell(each.day, each.elsewhere);
    }
}

void Counters::merge(const std::vector<CountElsewhere> &counts)
{
    for (const CountElsewhere &each : counts) {
        Shard &shard = shardFor(each.partnerId);
        const std::lock_guard lock(shard.mutex);
        shard.partners[each.partnerId][each.realm].elsewhere.tell(each.day, each.used);
    }
}

qint64 Counters::unpersisted() const
{
    qint64 total = 0;
    for (const Shard &shard : m_shards) {
        const std::lock_guard lock(shard.mutex);
        for (const auto &partner : shard.partners) {
            for (const auto &realm : partner.second)
                total += realm.second.unpersisted;
        }
    }
    return total;
}

std::size_t Counters::entryCount() const
{
    std::size_t total = 0;
    for (const Shard &shard : m_shards) {
        const std::lock_guard lock(shard.mutex);
        for (const auto &partner : shard.partners)
            total += partner.second.size();
    }
    return total;
}

void Counters::sweep(Shard &shard, Moment now)
{
    shard.sweptAt = now.steady;
    // No zone is more than 14 hours from UTC: two days back is over everywhere.
    const QDate over = toDateTime(now.wall).date().addDays(-1);
    for (auto partner = shard.partners.begin(); partner != shard.partners.end();) {
        std::erase_if(partner->second, [&](const auto &item) {
            const Entry &entry = item.second;
            const bool resting = entry.rate.tat <= now.steady;
            const bool written = !entry.quota.dirty && entry.unpersisted == 0;
            const bool told = entry.elsewhere.used > 0 && entry.elsewhere.day >= over;
            return resting && written && !told && (entry.quota.used == 0 || entry.quota.day < over);
        });
        partner = partner->second.empty() ? shard.partners.erase(partner) : std::next(partner);
    }
}

} // namespace pc::platform
