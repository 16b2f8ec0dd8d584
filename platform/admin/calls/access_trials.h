// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/calls/trial_list.h"

/// What may be done for a call that its partner's grant, networks, stage or limits refused. Pure.
namespace pc::platform {

void scopeTrials(TrialList &trials);
void resourceTrials(TrialList &trials);
void networkTrials(TrialList &trials);
void stageTrials(TrialList &trials);
void limitsTrials(TrialList &trials);

} // namespace pc::platform
