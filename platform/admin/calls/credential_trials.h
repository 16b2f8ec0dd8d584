// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/calls/trial_list.h"

/// What may be done for a call that was refused for the state of its credential, its generation or its token.
/// Pure.
namespace pc::platform {

void suspendedTrials(TrialList &trials);
void pendingTrials(TrialList &trials);
void endedTrials(TrialList &trials);
void newTokenTrials(TrialList &trials);

} // namespace pc::platform
