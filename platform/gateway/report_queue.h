// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/metering.h"
#include "platform/gateway/report_counts.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace pc::platform {

/// What gateways report, on its way to the store: beside the decisions, which never wait for it. Bounded in
/// reports, each of which is bounded in bytes and lines by the endpoint; whoever finds no place is turned
/// away before a byte of it is read. Any number of gateways, one consumer, who takes the records of decisions
/// from `calls` as well.
class ReportQueue
{
public:
    static constexpr qint64 longest = 1024 * 1024; ///< bytes of a report
    static constexpr qint64 mostLines = 2000;      ///< of a report
    static constexpr int mostWaiting = 16;         ///< reports
    static constexpr int mostOfOne = 4;            ///< of one gateway
    /// A report of so many lines is one of many, and the next comes when it is answered.
    static constexpr qint64 manyLines = 500;

    struct Report
    {
        QString gateway;
        QByteArray lines; ///< NDJSON
        /// Once: when what could be taken is stored, or with nothing when it cannot be.
        std::function<void(const std::optional<ReportCounts> &)> answer;
    };

    /// `calls` outlives it.
    explicit ReportQueue(CallQueue &calls);

    /// Room for one report of that gateway, for as long as it is held; null when there is none.
    [[nodiscard]] std::shared_ptr<const void> place(const QString &gateway);
    /// Reports of decisions that were made before are taken behind the records of these.
    void push(Report report);
    /// What may be stored behind the first `stored` records of calls, oldest first, and not more lines than
    /// one report may have.
    [[nodiscard]] std::vector<Report> take(quint64 stored);
    /// Whether something would be taken at once.
    [[nodiscard]] bool hasReady(quint64 stored) const;
    /// Answers what waits, and whatever comes, with nothing.
    void close();

    /// Lines of an NDJSON body; the last one needs no line end.
    [[nodiscard]] static qint64 linesOf(const QByteArray &body);

private:
    struct Waiting
    {
        Report report;
        quint64 behind = 0; ///< as many records of calls
    };
    struct Places;

    CallQueue &m_calls;
    std::shared_ptr<Places> m_places; // shared with those who hold one
    mutable std::mutex m_mutex;
    std::deque<Waiting> m_waiting; // guarded by m_mutex, as what follows
    bool m_closed = false;
};

} // namespace pc::platform
