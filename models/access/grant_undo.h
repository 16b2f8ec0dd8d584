// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"

#include <QDateTime>

namespace pc::models {

/// True when a saved edit may be taken back with one key: only limits changed, and neither the former nor the
/// new ones exceed the plan at that stage. Scopes, resources and limits above the plan are looked at again
/// before they change.
[[nodiscard]] bool mayUndoAtOnce(const Grant &before, const GrantEdit &after, const QList<Plan> &plans,
                                 Stage stage, const QDateTime &now);

} // namespace pc::models
