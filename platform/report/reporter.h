// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/report/log_follower.h"
#include "platform/report/report_sender.h"

namespace pc::platform {

/// Reports a log that is written to, one report after the other. A report that was not answered is made
/// again, whatever happened to either side meanwhile: the service knows what it has.
class Reporter
{
public:
    static constexpr std::chrono::milliseconds lookEvery{500};
    static constexpr std::chrono::seconds firstPause{1}; ///< twice as long after each failure
    static constexpr std::chrono::seconds longestPause{60};

    /// `sender` outlives it. The state is kept in `stateFile`.
    Reporter(LogFollower follower, ReportSender &sender, QString stateFile);

    /// Does what is to be done now; gives how long nothing will be.
    [[nodiscard]] std::chrono::milliseconds step(Moment now);

    [[nodiscard]] const ReportCounts &counts() const { return m_counts; }
    [[nodiscard]] qint64 behind() const { return m_follower.behind(); }
    /// What people should know, since the last time: sentences without their full stop.
    [[nodiscard]] QStringList takeRemarks();

private:
    void settle(const LogFollower::Batch &batch, const ReportCounts &counts);
    void pause(Moment now, const ReportAnswer &answer);
    void keepState();

    LogFollower m_follower;
    ReportSender &m_sender;
    QString m_stateFile;
    ReportState m_kept;
    ReportCounts m_counts;
    qsizetype m_most;
    std::chrono::nanoseconds m_notBefore{0};
    std::chrono::seconds m_pause{0};
    QString m_fault; ///< that was told; empty: all is well; so the next two
    QString m_stateFault;
    bool m_isStrange = false; ///< no line of the last lot was one
    QStringList m_remarks;
};

} // namespace pc::platform
