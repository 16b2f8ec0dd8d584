// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/flow_machine.h"

#include <algorithm>
#include <array>

namespace pc::models {

namespace {

using S = FlowState;

constexpr std::array<FlowMachine::Transition, 21> allowed{{
    {S::Editing, S::Working},
    {S::Editing, S::OutcomeUnknown}, // sent by a console that ended before the answer
    {S::Working, S::Editing},        // stopped by the person, and nothing came of it
    {S::Working, S::HeldBack},
    {S::Working, S::Confirming},
    {S::Working, S::OutcomeUnknown},
    {S::Working, S::Failed},
    {S::Working, S::Gone},
    {S::Working, S::Done},
    {S::HeldBack, S::Confirming},
    {S::HeldBack, S::Failed}, // closed meanwhile
    {S::Confirming, S::Holding},
    {S::Confirming, S::OutcomeUnknown},
    {S::Confirming, S::Failed},
    {S::Confirming, S::Gone},
    {S::Holding, S::Done},
    {S::OutcomeUnknown, S::Working},
    {S::OutcomeUnknown, S::Confirming},
    {S::OutcomeUnknown, S::Done}, // the feed said so
    {S::Failed, S::Working},
    {S::Done, S::Editing}, // taken back, as one more act
}};

} // namespace

std::span<const FlowMachine::Transition> FlowMachine::transitions()
{
    return allowed;
}

bool FlowMachine::allows(FlowState from, FlowState to)
{
    return std::find(allowed.begin(), allowed.end(), Transition{from, to}) != allowed.end();
}

bool FlowMachine::moveTo(FlowState next, std::optional<client::ApiError> error)
{
    if (!allows(m_state, next))
        return false;
    m_state = next;
    m_error = std::move(error);
    return true;
}

} // namespace pc::models
