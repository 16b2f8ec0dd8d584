// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/gateway/report_queue.h"

#include <QByteArray>
#include <QList>

namespace pc::platform {

/// Lines of an access log as they are reported: what is not of a line that we know stays where it is.
struct ReportLines
{
    QByteArray ndjson;
    qint64 malformed = 0; ///< left out

    [[nodiscard]] static ReportLines of(const QList<QByteArray> &lines);

    /// Of one attempt. Lines are no longer when they are reported than in any log that is shipped; a report
    /// that the service takes for too large is halved.
    static constexpr qsizetype most = ReportQueue::mostLines;
    static constexpr qint64 mostBytes = ReportQueue::longest;
};

} // namespace pc::platform
