// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/explanation.h"

#include <QTimeZone>

namespace pc::views {

/// The name of a fact of an explanation ("Stage"); as it is for one that this build does not know.
[[nodiscard]] QString factName(const QString &name);
/// Its value in words, times in `zone`.
[[nodiscard]] QString factValue(const ExplainedFact &fact, const QTimeZone &zone);
/// All facts of a check beside each other: "Order sync …Ks7v, active".
[[nodiscard]] QString factsLine(const ExplainedCheck &check, const QTimeZone &zone);

} // namespace pc::views
