// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace pc::platform {

/// What a partner is told with a call of a version that is deprecated or ends, beside the dates.
struct VersionNotice
{
    QByteArray link;  ///< value of Link (RFC 8288); empty: there is none
    QString page;     ///< the one address to look at; may be empty
    QString sentence; ///< where the call is refused because it ended; may be empty
};

} // namespace pc::platform
