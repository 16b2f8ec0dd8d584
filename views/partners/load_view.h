// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/object_model.h"
#include "models/paged_model.h"

#include <QString>

namespace pc::views {

class StateStack;
class TimeTicker;

/// Shows the load state of a model on its page. `what` is a whole sentence for the error page ("The partners could not be loaded.").
void showLoadState(StateStack *stack, const models::PagedModel &model, const QString &what);
void showLoadState(StateStack *stack, const models::ObjectModel &model, const QString &what);

/// "Updated 12 s ago"; empty before the first load.
[[nodiscard]] QString freshnessText(const QDateTime &loadedAt, const TimeTicker &ticker);

} // namespace pc::views
