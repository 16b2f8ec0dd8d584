// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/counters.h"

#include <algorithm>
#include <cmath>

namespace pc::platform {
namespace {

using std::chrono::nanoseconds;
using namespace std::chrono_literals;

/// Adds one limit's word to the verdict: the longest wait counts, and the figures are those of the limit with
/// least left.
void combineRate(LimitVerdict &verdict, const Limits &limits, const Gcra::Answer &answer, bool first)
{
    if (!answer.allowed) {
        if (verdict.outcome == LimitVerdict::Outcome::Allowed)
            verdict.outcome = LimitVerdict::Outcome::RateLimited;
        verdict.retryAfter = std::max(verdict.retryAfter, answer.retryAfter);
    }
    const std::int64_t remaining = answer.allowed ? answer.remaining : 0;
    if (first || remaining < verdict.remaining) {
        verdict.remaining = remaining;
        verdict.burst = std::max(limits.burst, 1);
        verdict.fullAfter = answer.fullAfter;
    }
}

void combineQuota(LimitVerdict &verdict, const Limits &limits, qint64 used, const DayInZone &day, Instant now)
{
    if (limits.dailyQuota <= 0)
        return;
    const qint64 left = std::max<qint64>(limits.dailyQuota - used, 0);
    if (left == 0) {
        verdict.outcome = LimitVerdict::Outcome::QuotaExceeded;
        verdict.retryAfter = std::max(verdict.retryAfter, nanoseconds(day.endsAt - now));
    }
    const qint64 leftAfter = std::max<qint64>(left - 1, 0);
    if (verdict.quotaRemaining < 0 || leftAfter < verdict.quotaRemaining) {
        verdict.quotaRemaining = leftAfter;
        verdict.quota = limits.dailyQuota;
    }
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
    return day < today ? 0 : used;
}

LimitVerdict Counters::judge(const LimitSubject &subject, const DayInZone &day, const Entry *partner,
                             const Entry *credential, Moment now, Next &next)
{
    LimitVerdict verdict;
    const Gcra partnerRate(subject.partner.rate, subject.partner.burst);
    const Gcra::Answer byPartner =
        partnerRate.judge(partner != nullptr ? partner->rate : Gcra::State{}, now.steady);
    combineRate(verdict, subject.partner, byPartner, true);
    combineQuota(verdict, subject.partner, partner != nullptr ? partner->quota.usedOn(day.date) : 0, day,
                 now.wall);
    next.partner = byPartner.next;
    if (subject.credential) {
        const Gcra credentialRate(subject.credential->rate, subject.credential->burst);
        const Gcra::Answer byCredential =
            credentialRate.judge(credential != nullptr ? credential->rate : Gcra::State{}, now.steady);
        combineRate(verdict, *subject.credential, byCredential, false);
        combineQuota(verdict, *subject.credential,
                     credential != nullptr ? credential->quota.usedOn(day.date) : 0, day, now.wall);
        next.credential = byCredential.next;
    }
    return verdict;
}

bool Counters::storeIsBehind(const LimitSubject &subject) const
{
    const bool counted =
        subject.partner.dailyQuota > 0 || (subject.credential && subject.credential->dailyQuota > 0);
    return m_persistent && counted && m_unpersisted.load(std::memory_order_relaxed) >= maxUnpersisted;
}

void Counters::count(Shard &shard, const QString &partnerId, const EntryKey &key, Entry &entry, QDate today)
{
    if (entry.quota.day < today)
        entry.quota = {today, 0, entry.quota.dirty};
    ++entry.quota.used;
    if (!entry.quota.dirty) {
        entry.quota.dirty = true;
        shard.dirty.emplace_back(partnerId, key);
    }
}

LimitVerdict Counters::take(const LimitSubject &subject, Moment now)
{
    const DayInZone day = dayInZone(now.wall, subject.timeZone);
    Shard &shard = shardFor(subject.partnerId);
    const std::lock_guard lock(shard.mutex);
    if (now.steady - shard.sweptAt > 10s)
        sweep(shard, now);

    auto &entries = shard.partners[subject.partnerId];
    const EntryKey partnerKey{subject.realm, QByteArray()};
    const EntryKey credentialKey{subject.realm, subject.credentialId16};
    Entry &partner = entries[partnerKey];
    Entry *credential = subject.credential ? &entries[credentialKey] : nullptr;

    Next next;
    LimitVerdict verdict = judge(subject, day, &partner, credential, now, next);
    if (verdict.outcome == LimitVerdict::Outcome::Allowed && storeIsBehind(subject)) {
        verdict.outcome = LimitVerdict::Outcome::QuotaExceeded;
        verdict.retryAfter = 1s;
    }
    if (verdict.outcome != LimitVerdict::Outcome::Allowed)
        return verdict;

    partner.rate = next.partner;
    count(shard, subject.partnerId, partnerKey, partner, day.date);
    if (credential != nullptr) {
        credential->rate = next.credential;
        count(shard, subject.partnerId, credentialKey, *credential, day.date);
    }
    ++shard.dirtyCalls;
    m_unpersisted.fetch_add(1, std::memory_order_relaxed);
    return verdict;
}

LimitVerdict Counters::peek(const LimitSubject &subject, Moment now) const
{
    const DayInZone day = dayInZone(now.wall, subject.timeZone);
    const Shard &shard = shardFor(subject.partnerId);
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.partners.find(subject.partnerId);
    const auto entryOf = [&](const QByteArray &id16) -> const Entry * {
        if (found == shard.partners.end())
            return nullptr;
        const auto entry = found->second.find({subject.realm, id16});
        return entry == found->second.end() ? nullptr : &entry->second;
    };
    Next next;
    return judge(subject, day, entryOf(QByteArray()), entryOf(subject.credentialId16), now, next);
}

qint64 Counters::quotaUsed(const QString &partnerId, Realm realm, const QTimeZone &zone, Instant now) const
{
    const DayInZone day = dayInZone(now, zone);
    const Shard &shard = shardFor(partnerId);
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.partners.find(partnerId);
    if (found == shard.partners.end())
        return 0;
    const auto entry = found->second.find({realm, QByteArray()});
    return entry == found->second.end() ? 0 : entry->second.quota.usedOn(day.date);
}

Counters::Dirty Counters::takeDirty()
{
    Dirty dirty;
    for (Shard &shard : m_shards) {
        const std::lock_guard lock(shard.mutex);
        for (const auto &[partnerId, key] : shard.dirty) {
            Entry &entry = shard.partners[partnerId][key];
            entry.quota.dirty = false;
            dirty.counts.push_back({partnerId, key.first, key.second, entry.quota.day, entry.quota.used});
        }
        shard.dirty.clear();
        dirty.calls += std::exchange(shard.dirtyCalls, 0);
    }
    return dirty;
}

void Counters::persisted(const Dirty &dirty, bool committed)
{
    if (committed) {
        m_unpersisted.fetch_sub(dirty.calls, std::memory_order_relaxed);
        return;
    }
    for (const QuotaCount &each : dirty.counts) {
        Shard &shard = shardFor(each.partnerId);
        const std::lock_guard lock(shard.mutex);
        const EntryKey key{each.realm, each.credentialId16};
        Entry &entry = shard.partners[each.partnerId][key];
        if (!entry.quota.dirty) {
            entry.quota.dirty = true;
            shard.dirty.emplace_back(each.partnerId, key);
        }
    }
    const std::lock_guard lock(m_shards.front().mutex);
    m_shards.front().dirtyCalls +=
        dirty.calls; // which shard holds the number does not matter: they are summed
}

void Counters::restore(const std::vector<QuotaCount> &counts)
{
    for (const QuotaCount &each : counts) {
        Shard &shard = shardFor(each.partnerId);
        const std::lock_guard lock(shard.mutex);
        shard.partners[each.partnerId][{each.realm, each.credentialId16}].quota = {each.day, each.used,
                                                                                   false};
    }
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
            return resting && !entry.quota.dirty && (entry.quota.used == 0 || entry.quota.day < over);
        });
        partner = partner->second.empty() ? shard.partners.erase(partner) : std::next(partner);
    }
}

} // namespace pc::platform
