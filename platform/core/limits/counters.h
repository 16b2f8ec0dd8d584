// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/enums.h"
#include "platform/clock/clock.h"
#include "platform/core/limits/counter_exchange.h"
#include "platform/core/limits/gcra.h"
#include "platform/domain/daily_quota.h"
#include "platform/domain/quota_count.h"

#include <QDate>
#include <QString>
#include <QTimeZone>

#include <array>
#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

namespace pc::platform {

/// Whose counters a call moves, and by which limits.
struct LimitSubject
{
    QString partnerId;
    Realm realm = Realm::Unknown;
    Limits limits;
    QTimeZone timeZone = QTimeZone::utc();
};

/// What the limits say to one call, and the figures for its RateLimit fields: what is left after a call that
/// was counted, and what is left as it is when it was not.
struct LimitVerdict
{
    enum class Outcome { Allowed, RateLimited, QuotaExceeded };
    Outcome outcome = Outcome::Allowed;
    /// Zero when allowed. Waiting this long makes the call succeed if nobody else calls meanwhile.
    std::chrono::nanoseconds retryAfter{0};
    int burst = 0;
    qint64 remaining = 0;                  ///< calls that rate and burst would let pass at once
    std::chrono::nanoseconds fullAfter{0}; ///< until the whole burst is there again
    qint64 quota = 0;                      ///< calls a day; 0 = none
    qint64 quotaRemaining = -1;            ///< -1 = no daily quota
    Instant quotaResetsAt{};
};

/// All running limits of this node: rate, burst and daily quota of every partner, in each realm. What other
/// nodes count against a quota counts here as well, as far as it is known (merge()). One shard's
/// lock covers a partner, so a call's limits are judged and moved together or not at all. Thread-safe.
///
/// Bounded: rate entries that are back at rest are dropped, quota entries of past days too; what stays is at
/// most one entry per partner and realm that called today.
class Counters
{
public:
    /// With `persistent`, a call that counts against a daily quota is refused (Retry-After one second) while
    /// `maxUnpersisted` calls of this partner in this realm, which count against it too, have not been handed
    /// to the store: that is the most of a quota that a kill -9 can forget, whatever the store does.
    static constexpr qint64 maxUnpersisted = 20000;
    explicit Counters(bool persistent = false);

    /// Judges and, when every limit allows it, takes one call.
    LimitVerdict take(const LimitSubject &subject, Moment now);
    /// Judges without taking: the figures are those of now.
    [[nodiscard]] LimitVerdict peek(const LimitSubject &subject, Moment now) const;

    /// Calls counted against the partner's quota on the day of `now` in `zone`.
    [[nodiscard]] qint64 quotaUsed(const QString &partnerId, Realm realm, const QTimeZone &zone,
                                   Instant now) const;

    /// Quota counters that moved since the last call, with their absolute values (writing one twice is
    /// harmless). The store writes them with each metering batch, then calls `persisted`.
    struct Dirty
    {
        std::vector<QuotaCount> counts;
        std::vector<qint64> calls; ///< for each of them: calls against the quota that it stands for
    };
    [[nodiscard]] Dirty takeDirty();
    /// The commit succeeded (or not: then everything is dirty again).
    void persisted(const Dirty &dirty, bool committed);

    /// Sets counters from the store, before the first call.
    void restore(const std::vector<QuotaCount> &counts);
    /// What other nodes used, as far as this node learned of it: absolute, and never less than it was told
    /// before, so hearing the same twice or late is harmless.
    void merge(const std::vector<CountElsewhere> &counts);

    /// Calls against a quota that the store does not have yet, of all partners.
    [[nodiscard]] qint64 unpersisted() const;
    /// Whether calls of some partner are refused for that.
    [[nodiscard]] bool isBehind() const { return m_behind.load(std::memory_order_relaxed) > 0; }
    [[nodiscard]] std::size_t entryCount() const;

private:
    struct Quota
    {
        QDate day;
        qint64 used = 0;
        bool dirty = false;
        QDate dayBefore; ///< the day that was left for `day`: the clock may be set back to it
        qint64 usedBefore = 0;

        [[nodiscard]] qint64 usedOn(QDate today) const;
    };
    /// What other nodes used, on the newest day of which something was told and on the one told before: their
    /// clocks may be ahead.
    struct Elsewhere
    {
        QDate day;
        qint64 used = 0;
        QDate dayBefore;
        qint64 usedBefore = 0;

        void tell(QDate told, qint64 count);
        [[nodiscard]] qint64 usedOn(QDate today) const;
    };
    struct Entry
    {
        Gcra::State rate;
        Quota quota;
        Elsewhere elsewhere;
        qint64 unpersisted = 0; ///< calls against the quota

        [[nodiscard]] qint64 usedOn(QDate today) const
        {
            return quota.usedOn(today) + elsewhere.usedOn(today);
        }
    };
    struct alignas(64) Shard
    {
        mutable std::mutex mutex;
        std::unordered_map<QString, std::map<Realm, Entry>> partners;
        std::vector<std::pair<QString, Realm>> dirty;
        std::chrono::nanoseconds sweptAt{0};
    };
    static constexpr std::size_t shardCount = 64;

    [[nodiscard]] Shard &shardFor(const QString &partnerId);
    [[nodiscard]] const Shard &shardFor(const QString &partnerId) const;
    [[nodiscard]] bool storeIsBehind(const LimitSubject &subject, const Entry &entry) const;
    void count(Shard &shard, const LimitSubject &subject, Entry &entry, QDate today);
    static void sweep(Shard &shard, Moment now);

    const bool m_persistent;
    std::array<Shard, shardCount> m_shards;
    std::atomic<int> m_behind{0}; // entries with maxUnpersisted calls or more
};

} // namespace pc::platform
