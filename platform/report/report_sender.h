// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/gateway/report_counts.h"

#include <QString>

#include <chrono>

namespace pc::platform {

/// What came of one attempt to report.
struct ReportAnswer
{
    int status = 0;      ///< of HTTP; 0: no answer
    ReportCounts counts; ///< of a 200
    std::chrono::seconds retryAfter{0};
    QString fault; ///< a few English words, without a full stop; empty with a 200

    /// What to do about it.
    enum class Verdict {
        Stored,
        Smaller, ///< too much at once
        Later,   ///< the service is away, busy or failed: nothing is wrong with the report
        Refused, ///< the same again would be refused again
    };
    [[nodiscard]] Verdict verdict() const;
};

/// One way to `/gateway/v1/ended`.
class ReportSender
{
public:
    ReportSender() = default;
    virtual ~ReportSender() = default;
    ReportSender(const ReportSender &) = delete;
    ReportSender &operator=(const ReportSender &) = delete;

    /// Blocks for a bounded time.
    [[nodiscard]] virtual ReportAnswer send(const QByteArray &lines) = 0;
};

} // namespace pc::platform
