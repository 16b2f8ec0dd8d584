// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace pc::models {

/// What a text about time is read in, and written in.
struct TimeFrame
{
    QDateTime now; ///< UTC
    QTimeZone zone = QTimeZone::utc();
    QLocale locale;
};

} // namespace pc::models
