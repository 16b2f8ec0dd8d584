// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QLocale>
#include <QString>

namespace pc::views {

/// A mark on the time axis at a round instant.
struct TimeTick
{
    QDateTime at; ///< UTC
    QString label;
    bool dayChange = false; ///< midnight on an axis finer than a day; drawn bold
};

/// Round instants (UTC) from `from` up to and including `to`, at most `most` of them. Qt Charts' own time
/// axis divides the range evenly and ends up at times such as 13:22.
[[nodiscard]] QList<TimeTick> timeTicks(const QDateTime &from, const QDateTime &to, int most,
                                        const QLocale &locale);

/// Upper end and step of a value axis that starts at 0: steps are 1, 2 or 5 times a power of ten, whole
/// numbers.
struct ValueScale
{
    double top = 1;
    double step = 1;
};
[[nodiscard]] ValueScale valueScale(double maximum, int mostSteps = 4);

} // namespace pc::views
