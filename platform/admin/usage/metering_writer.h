// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/admin/usage/report_keeper.h"
#include "platform/core/decision/metering.h"
#include "platform/core/limits/counter_exchange.h"

#include <atomic>
#include <thread>

namespace pc::platform {

/// Takes decided calls from the queue into the store: raw records, roll-ups, sources, quota counters, in one
/// transaction per batch; then the figures beside the partners and the change feed. A batch that the store
/// could not take is tried again until it can. What gateways report is taken along, behind the records that
/// it is about. Between batches it learns what other nodes count.
class MeteringWriter
{
public:
    /// `reports` may be missing.
    MeteringWriter(AdminContext &context, CallQueue &queue, CounterExchange &others,
                   ReportQueue *reports = nullptr)
        : m_context(context), m_queue(queue), m_others(others)
    {
        if (reports != nullptr)
            m_reports.emplace(context, *reports);
    }
    ~MeteringWriter() { stop(); }
    MeteringWriter(const MeteringWriter &) = delete;
    MeteringWriter &operator=(const MeteringWriter &) = delete;

    void start();
    /// Closes the queue, stores what is in it (one attempt), and ends.
    void stop();

private:
    void run();
    /// Whether reports wait for nothing but the next transaction.
    [[nodiscard]] bool isHurried(quint64 stored) const { return m_reports && m_reports->hasReady(stored); }
    [[nodiscard]] bool store(const CallQueue::Batch &batch);
    void exchange(const std::vector<QuotaCount> &own);

    AdminContext &m_context;
    CallQueue &m_queue;
    CounterExchange &m_others;
    std::optional<ReportKeeper> m_reports;
    std::atomic<bool> m_stopping{false};
    std::thread m_thread;
};

/// Brings the figures shown beside a partner up to date, from roll-ups and live counters.
void refreshPartnerStats(AdminContext &context, Tx &tx, const QString &partnerId);

} // namespace pc::platform
