// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/usage/metering_writer.h"

#include "contract/rules/limits.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

std::vector<observation_rows::Counted> rowsOf(const std::vector<ObservedCount> &observed)
{
    std::vector<observation_rows::Counted> rows;
    rows.reserve(observed.size());
    for (const ObservedCount &each : observed) {
        const ObservedCall &call = each.call;
        rows.push_back({call.observationId, call.hour, call.reason, call.partnerId, call.what, call.scope,
                        call.fingerprint, call.source, call.userAgent, each.calls});
    }
    return rows;
}

} // namespace

void refreshPartnerStats(AdminContext &context, Tx &tx, const QString &partnerId)
{
    qint64 used = 0;
    qint64 total = 0;
    if (const auto rule = context.policy.current()->partner(partnerId)) {
        const Realm realm = pc::rules::realmOf(rule->stage);
        const Instant now = context.clock.now().wall;
        used = context.counters.quotaUsed(partnerId, realm, rule->timeZone, now);
        total = rule->limitsAt(realm, now).dailyQuota;
    }
    context.usage.refreshStats(tx, partnerId, used, total, context.now());
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
    quint64 stored = 0;
    for (;;) {
        const CallQueue::Batch batch = m_queue.take(
            meteringBatchRecords, isHurried(stored) ? std::chrono::milliseconds(0) : meteringBatchTime);
        stored = batch.last;
        if (m_reports)
            m_reports->take(stored);
        while (!store(batch)) {
            if (m_stopping)
                break;
            std::this_thread::sleep_for(
                std::chrono::milliseconds(500)); // the disk is full or locked: not sooner
        }
        if (batch.closed) {
            if (m_reports)
                m_reports->close();
            return;
        }
    }
}

bool MeteringWriter::store(const CallQueue::Batch &batch)
{
    const Counters::Dirty dirty = m_context.counters.takeDirty();
    const bool hasReports = m_reports && !m_reports->isEmpty();
    if (batch.records.empty() && batch.counted.empty() && batch.observed.empty() && batch.dropped == 0 &&
        dirty.counts.empty() && !hasReports) {
        exchange({});
        return true;
    }
    const auto stored = m_context.store.writeNow<QSet<QString>>([&](Tx &tx) {
        QSet<QString> partners = m_context.usage.add(tx, {batch.records, batch.counted, dirty.counts,
                                                          static_cast<qint64>(batch.dropped), m_context.now(),
                                                          rowsOf(batch.observed)});
        for (const QString &partner : std::as_const(partners))
            refreshPartnerStats(m_context, tx, partner);
        if (hasReports)
            partners.unite(m_reports->apply(tx)); // their figures are those of the decisions
        return partners;
    });
    m_context.counters.persisted(dirty, stored.has_value());
    if (hasReports) // the gateways keep theirs when they could not be stored; records must not wait for them
        m_reports->answer(stored.has_value());
    if (!stored && stored.error().kind == StoreError::Kind::Forbidden)
        return false; // until the history is accepted: kept, as many as the queue holds
    if (!stored) {
        m_context.log.warning("metering_not_stored", {{"why", stored.error().text}});
        return false;
    }
    if (!stored->isEmpty())
        m_context.consoles.usageAdvanced(*stored);
    exchange(dirty.counts);
    return true;
}

void MeteringWriter::exchange(const std::vector<QuotaCount> &own)
{
    m_context.counters.merge(m_others.exchange(own));
}

} // namespace pc::platform
