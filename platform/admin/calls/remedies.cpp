// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/remedies.h"

#include "platform/admin/calls/remedy_trials.h"

#include <algorithm>

namespace pc::platform {

namespace {

using Answer = AskedAgain::Answer;

constexpr int mostSteps = 4;

bool passes(const Answer &answer)
{
    return answer.reason == DecisionReason::Allowed;
}

/// One after the other, each the smallest that gets the call further.
Remedies behindEachOther(const AskedAgain &asked, const Answer &today)
{
    Remedies found;
    Policy policy = asked.today().policy;
    AskedChange change;
    Answer answer = today;
    for (int step = 0; step < mostSteps && !passes(answer); ++step) {
        std::optional<Answer> next;
        for (Trial &trial : trialsFor(asked, answer, policy, change)) {
            const Answer further = trial.isSure ? Answer() : asked.ask(trial.policy, trial.change);
            if (further.reason == DecisionReason::Unknown || further.reason == answer.reason)
                continue;
            found.list += trial.remedies;
            policy = trial.policy;
            change = trial.change;
            next = further;
            break;
        }
        if (!next)
            return {};
        answer = *next;
    }
    found.allNeeded = found.list.size() > 1;
    return passes(answer) ? found : Remedies();
}

} // namespace

Remedies remediesOf(const AskedAgain &asked, const Answer &today)
{
    if (passes(today))
        return {};
    Answer about = today;
    if (about.reason == DecisionReason::Unknown)
        about.reason = asked.call().reason;
    if (about.reason == DecisionReason::Unknown || about.reason == DecisionReason::Allowed)
        return {};
    Remedies found;
    Remedies several;
    for (const Trial &trial : trialsFor(asked, about, asked.today().policy, {})) {
        if (!trial.isSure && !passes(asked.ask(trial.policy, trial.change)))
            continue;
        const auto isOfKind = [&trial](const Remedy &each) {
            return each.kind == trial.remedies.first().kind;
        };
        if (std::any_of(found.list.begin(), found.list.end(), isOfKind))
            continue; // a smaller one does
        if (trial.remedies.size() == 1)
            found.list += trial.remedies;
        else if (several.list.isEmpty())
            several = {trial.remedies, true};
    }
    if (!found.list.isEmpty())
        return found;
    return several.list.isEmpty() && today.reason != DecisionReason::Unknown ? behindEachOther(asked, today)
                                                                             : several;
}

} // namespace pc::platform
