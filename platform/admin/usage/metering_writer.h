// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/core/decision/metering.h"

#include <atomic>
#include <thread>

namespace pc::platform {

/// Takes decided calls from the queue into the store: raw records, roll-ups, sources, quota counters, in one
/// transaction per batch; then the figures beside the partners and the change feed. A batch that the store
/// could not take is tried again until it can.
class MeteringWriter
{
public:
    MeteringWriter(AdminContext &context, CallQueue &queue) : m_context(context), m_queue(queue) {}
    ~MeteringWriter() { stop(); }
    MeteringWriter(const MeteringWriter &) = delete;
    MeteringWriter &operator=(const MeteringWriter &) = delete;

    void start();
    /// Closes the queue, stores what is in it (one attempt), and ends.
    void stop();

private:
    void run();
    [[nodiscard]] bool store(const CallQueue::Batch &batch);

    AdminContext &m_context;
    CallQueue &m_queue;
    std::atomic<bool> m_stopping{false};
    std::thread m_thread;
};

/// Brings the figures shown beside a partner up to date, from roll-ups and live counters.
void refreshPartnerStats(AdminContext &context, Tx &tx, const QString &partnerId);

} // namespace pc::platform
