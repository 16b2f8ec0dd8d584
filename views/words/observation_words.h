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
/// For a mark beside what is observed: "Observed until 14 Dec 2026, 08:00 UTC"; of a part of an API it says
/// so. The end is the same moment wherever it stands.
[[nodiscard]] QString observedMarkText(const ObservationSummary &observed);
/// Of those in force, what lets calls of this partner pass: its own observation alone where there is one, as
/// it is of all its calls; else those of APIs, of parts of them and of gateways.
[[nodiscard]] QList<ObservationSummary> observedOver(const QList<ObservationSummary> &observed,
                                                     const QString &partnerId);
/// Which calls pass meanwhile although they would be refused, of observedOver(): said wherever something
/// would refuse them. Empty where nothing is observed.
[[nodiscard]] QString stillPassText(const QList<ObservationSummary> &over);
/// What is open meanwhile, for whoever begins it or looks at it.
[[nodiscard]] QString observedMeans(ObservationKind kind);

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
