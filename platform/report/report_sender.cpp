// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/report/report_sender.h"

namespace pc::platform {

ReportAnswer::Verdict ReportAnswer::verdict() const
{
    switch (status) {
    case 200:
        return Verdict::Stored;
    case 413:
        return Verdict::Smaller;
    case 408:
    case 429:
        return Verdict::Later;
    default:
        return status >= 400 && status < 500 ? Verdict::Refused : Verdict::Later;
    }
}

} // namespace pc::platform
