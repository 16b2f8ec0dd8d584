// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/report/report_lines.h"

#include "platform/gateway/access_line.h"

namespace pc::platform {

ReportLines ReportLines::of(const QList<QByteArray> &lines)
{
    ReportLines report;
    for (const QByteArray &each : lines) {
        if (const auto line = readAccessLine(each))
            report.ndjson += jsonOf(*line) + '\n';
        else
            ++report.malformed;
    }
    return report;
}

} // namespace pc::platform
