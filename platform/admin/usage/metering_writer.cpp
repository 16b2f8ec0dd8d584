// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/usage/metering_writer.h"

#include "platform/store/rows/usage_rows.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

void refreshPartnerStats(AdminContext &context, Tx &tx, const QString &partnerId)
{
    qint64 used = 0;
    qint64 total = 0;
    if (const auto rule = context.policy.current()->partner(partnerId)) {
        const Realm realm = rule->stage == Stage::Sandbox ? Realm::Sandbox : Realm::Production;
        const Instant now = context.clock.now().wall;
        used = context.counters.quotaUsed(partnerId, realm, rule->timeZone, now);
        total = rule->limitsAt(realm, now).dailyQuota;
    }
    usage_rows::refreshStats(tx, partnerId, used, total, context.now());
}

void MeteringWriter::start()
{
    m_thread = std::thread([this] { run(); });
}

void MeteringWriter::stop()
{
    m_stopping = true;
    m_queue.close();
    if (m_thread.joinable())
        m_thread.join();
}

void MeteringWriter::run()
{
    for (;;) {
        const CallQueue::Batch batch = m_queue.take();
        while (!store(batch)) {
            if (m_stopping)
                break;
            std::this_thread::sleep_for(
                std::chrono::milliseconds(500)); // the disk is full or locked: not sooner
        }
        if (batch.closed)
            return;
    }
}

bool MeteringWriter::store(const CallQueue::Batch &batch)
{
    const Counters::Dirty dirty = m_context.counters.takeDirty();
    if (batch.records.empty() && batch.counted.empty() && batch.dropped == 0 && dirty.counts.empty())
        return true;
    const auto stored = m_context.store.writeNow<QSet<QString>>([&](Tx &tx) {
        const QSet<QString> partners = usage_rows::meter(tx, batch.records, batch.counted);
        for (const QuotaCount &count : dirty.counts)
            usage_rows::putQuota(tx, count);
        if (batch.dropped > 0)
            usage_rows::putGap(tx, m_context.now(), static_cast<qint64>(batch.dropped));
        for (const QString &partner : partners)
            refreshPartnerStats(m_context, tx, partner);
        return partners;
    });
    m_context.counters.persisted(dirty, stored.has_value());
    if (!stored && stored.error().kind == StoreError::Kind::Forbidden)
        return false; // until the history is accepted: kept, as many as the queue holds
    if (!stored) {
        m_context.log.warning("metering_not_stored", {{"why", stored.error().text}});
        return false;
    }
    if (!stored->isEmpty())
        m_context.feed.usageAdvanced(*stored);
    return true;
}

} // namespace pc::platform
