// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/gateway/access_line.h"
#include "platform/gateway/report_queue.h"

#include <vector>

namespace pc::platform {

/// Takes what gateways report into the store, in the transactions of the MeteringWriter: an end goes to the
/// record of its decision, where the same gateway asked for that, and is added up; a line of a request that
/// never came to a decision is kept by itself. Of each call the first report counts. Not thread-safe.
class ReportKeeper
{
public:
    ReportKeeper(AdminContext &context, ReportQueue &reports) : m_context(context), m_reports(reports) {}

    /// Takes the reports whose calls are stored, or will be with the first `stored` records.
    void take(quint64 stored);
    [[nodiscard]] bool isEmpty() const { return m_taken.empty(); }
    [[nodiscard]] bool hasReady(quint64 stored) const { return m_reports.hasReady(stored); }
    /// Part of a job, which may run twice. Gives the partners whose calls ended.
    [[nodiscard]] QSet<QString> apply(Tx &tx);
    /// What apply() did is stored, or not: the gateways are told.
    void answer(bool isStored);
    /// Nothing more is taken.
    void close() { m_reports.close(); }

private:
    struct Taken
    {
        ReportQueue::Report report;
        std::vector<std::optional<AccessLine>> lines; ///< nullopt: malformed
        ReportCounts counts;
    };

    void applyEnd(Tx &tx, const AccessLine &line, Taken &taken, QSet<QString> &partners);
    void applyOwn(Tx &tx, const AccessLine &line, Taken &taken);

    AdminContext &m_context;
    ReportQueue &m_reports;
    std::vector<Taken> m_taken;
};

} // namespace pc::platform
