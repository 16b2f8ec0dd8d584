// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/api_error.h"

#include <optional>
#include <span>

namespace pc::models {

/// Where an act of a person stands: the one vocabulary of all flows. Those marked † are of acts that bring a
/// secret.
enum class FlowState {
    Editing,    ///< the person fills in the dialog
    Working,    ///< sent; the dialog waits
    HeldBack,   ///< † the secret was opened here and nobody looks: it is not in force until it is asked for
    Confirming, ///< † the secret is here; the service is told before anything is shown
    Holding,    ///< † in force, and shown until the person has it
    OutcomeUnknown, ///< sent, no answer after several repeats: retry() asks again with the same key, so
                    ///< nothing is done twice
    Failed,         ///< refused for a known reason; the dialog may be corrected and submitted again
    Gone,           ///< † done by this intent before, and its secret is not here: nothing brings it back
    Done
};

/// Sent, and the next answer decides.
[[nodiscard]] constexpr bool isBusy(FlowState state)
{
    return state == FlowState::Working || state == FlowState::Confirming;
}

/// What is typed may change, and be submitted.
[[nodiscard]] constexpr bool mayEdit(FlowState state)
{
    return state == FlowState::Editing || state == FlowState::Failed;
}

/// The rules of all flows as one table: which state may follow which. An answer that comes too late, or a
/// button pressed twice, finds no transition and changes nothing.
class FlowMachine final
{
public:
    struct Transition
    {
        FlowState from;
        FlowState to;
        bool operator==(const Transition &) const = default;
    };

    [[nodiscard]] static std::span<const Transition> transitions();
    [[nodiscard]] static bool allows(FlowState from, FlowState to);

    [[nodiscard]] FlowState state() const { return m_state; }
    /// Why, in the states that a try ended in without what was asked for; of no other state.
    [[nodiscard]] const std::optional<client::ApiError> &error() const { return m_error; }
    /// False, and everything stays, when that may not follow.
    [[nodiscard]] bool moveTo(FlowState next, std::optional<client::ApiError> error = {});

private:
    FlowState m_state = FlowState::Editing;
    std::optional<client::ApiError> m_error;
};

} // namespace pc::models
