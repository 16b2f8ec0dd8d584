// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/decide.h"

namespace pc::platform {

/// Whether a decided call comes under an observation, and which: the first that is in force. Null: none.
/// Pure.
[[nodiscard]] const ObservationRule *observationOf(const Policy &policy, const DecisionRequest &request,
                                                   const Decision &decision, Instant now);

/// What a call of an unknown route is told by: its method and path, with what looks like a number or an id as
/// "{…}", so that the calls of one kind are counted together.
[[nodiscard]] QString shapeOfCall(const QString &method, const QString &path);

} // namespace pc::platform
