// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/observation.h"
#include "models/observing/observed_groups.h"
#include "views/charts/chart_data.h"
#include "views/shell/location.h"

namespace pc::views {

/// Beside a report of a time in which nothing called. `over`: the observation is.
[[nodiscard]] QString whenNoneCameText(bool over);
/// "9,712 of 120,344 calls would have been refused (8.1%)."
[[nodiscard]] QString reportHeadline(const ObservationReport &report);
/// What the headline leaves out: what would pass today, and what the lines do not show; empty when nothing.
[[nodiscard]] QString reportNote(const ObservationReport &report);
/// The same beside what would still be refused.
[[nodiscard]] QString besidesNote(const ObservationReport &report);
/// What an act calls it: "Orders, below /v1/orders", safe in a sentence.
[[nodiscard]] QString observedName(const Observation &observation, const QString &name);

/// What mends a line, for a button ("Open the access of Acme"); empty when nothing here does.
[[nodiscard]] QString mendText(const ObservedLine &line);
/// What to do there, as a sentence.
[[nodiscard]] QString mendHint(const ObservedLine &line);
/// Where; `apiId`: of what is observed, when it is an API. Invalid where mendText() is empty.
[[nodiscard]] Location mendPlace(const ObservedLine &line, const QString &apiId);

/// Calls under an observation by hour, by day when these are too many.
[[nodiscard]] ChartData courseChart(const ObservationReport &report);

} // namespace pc::views
