// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/grant_undo.h"

#include "contract/rules/limits.h"
#include "models/access/grant_changes.h"

namespace pc::models {

bool mayUndoAtOnce(const Grant &before, const GrantEdit &after, const QList<Plan> &plans, Stage stage,
                   const QDateTime &now)
{
    if (before.planId != after.planId || before.scopes != after.scopes || before.resources != after.resources)
        return false;
    const Limits plan = rules::limitsOf(plans, after.planId).at(stage);
    return plan != rules::noLimitsKnown &&
           rules::isWithin(limitsToCome(editOf(before), plans, stage, now), plan) &&
           rules::isWithin(limitsToCome(after, plans, stage, now), plan);
}

} // namespace pc::models
