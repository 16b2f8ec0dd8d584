// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/observation.h"
#include "views/shell/location.h"

namespace pc::views {

/// "Observed until 14 Dec 2026: 2 APIs, 1 partner. Calls that would be refused pass." Empty when nothing is.
/// `observed`: those in force, the soonest to end first. An end that is near is said as such, too.
[[nodiscard]] QString observedStripText(const QList<ObservationSummary> &observed, const QDateTime &now);
/// "14 Dec 2026, 08:00 UTC", and how far that is when it is near.
[[nodiscard]] QString observedUntilText(const Observation &observation, const QDateTime &now);
/// For a mark beside what is observed: "Observed until 14 Dec 2026"; of a part of an API it says so.
[[nodiscard]] QString observedMarkText(const ObservationSummary &observed);
/// What is open meanwhile, for whoever begins it or looks at it.
[[nodiscard]] QString observedMeans();

/// The command that begins to observe what is looked at.
[[nodiscard]] inline QString observeCommand()
{
    return QStringLiteral("observing.begin");
}

namespace places {

/// Under which the list of what is observed, and the report of one, are registered.
inline const QString observing = QStringLiteral("observing");
inline const QString observation = QStringLiteral("observation");

[[nodiscard]] inline Location observingPage()
{
    return {{}, observing, {}, {}};
}
/// `tab`: "reason", "partner", "route", "callers".
[[nodiscard]] inline Location observationPage(const QString &id, const QString &tab = {})
{
    Location place{{}, observation, {id}, {}};
    if (!tab.isEmpty())
        place.args.append(tab);
    return place;
}

} // namespace places
} // namespace pc::views
