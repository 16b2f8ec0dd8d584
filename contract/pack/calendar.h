// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/pack/language.h"
#include "contract/types/pack.h"

#include <QDate>

namespace pc::pack {

/// A day on which something of what a partner uses changes.
struct PackDay
{
    enum class What {
        Deprecated,  ///< calls go on, and have a successor or an end
        Sunset,      ///< calls end
        Expires,     ///< a credential ends
        NetworkEnds, ///< calls are not let through from there any more
        Ended        ///< calls have ended: of what the partner may have called before
    };
    QDate date; ///< UTC
    What what = What::Deprecated;
    /// Of an API its name, of what has ended with its path; of a credential its name and id; the network,
    /// empty for anywhere.
    QString subject;
    QStringList calls; ///< "GET /orders"; of what has ended, credentials and networks none
    bool operator==(const PackDay &) const = default;
};

/// By date, then as they stand in the enumeration, then by subject; calls of one API that change on one day
/// are one. Pure.
[[nodiscard]] QList<PackDay> daysOf(const PartnerPack &pack);

/// "Calls end: Orders API (3 calls)"
[[nodiscard]] QString titleOf(const PackDay &day, const Words &words);

/// The same as an iCalendar file (RFC 5545) of whole days; empty when there is none, as a calendar may not
/// be.
[[nodiscard]] QByteArray calendarOf(const PartnerPack &pack, const Words &words);

} // namespace pc::pack
