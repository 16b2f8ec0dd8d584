// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/object_model.h"
#include "models/base/paged_model.h"
#include "models/base/timeline_model.h"
#include "views/widgets/state_stack.h"

namespace pc::views {

class PcTableView;
class TimelineScroller;
class TimeTicker;

/// Puts a model's load state on a StateStack: the one mapping that all pages share. `what` is the sentence
/// for a failed load
/// ("The partners could not be loaded.").
void showLoadState(StateStack &stack, const models::PagedModel &model, const QString &what);
void showLoadState(StateStack &stack, const models::ObjectModel &model, const QString &what);

/// Gives `table` the rows of `model`; the answer to another question is read from its top.
void showRows(PcTableView &table, models::PagedModel &model);
/// The same of a list in time, which is scrolled without end in both directions.
TimelineScroller *showRows(PcTableView &table, models::TimelineModel &model);

/// "Updated 12 s ago", empty before the first answer.
[[nodiscard]] QString freshnessText(const QDateTime &loadedAt, const TimeTicker &ticker);
/// "41,882 events" style counts are the page's; this is the number: exact, "10,000+" or what is loaded so
/// far; empty while there is no answer to the question that stands.
[[nodiscard]] QString countText(const models::PagedModel &model);
/// That count (at least) for the plural of the word beside countText().
[[nodiscard]] int countForPlural(const models::PagedModel &model);

} // namespace pc::views
