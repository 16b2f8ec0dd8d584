// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace pc::views {

/// Something that happened, on a time strip: a diamond with a few words.
struct StripMark
{
    QString id;
    QDateTime at;    ///< UTC
    QString text;    ///< "12:01 grant changed · ops-2"
    QString toolTip; ///< all that is to be said
    bool operator==(const StripMark &) const = default;
};

} // namespace pc::views
