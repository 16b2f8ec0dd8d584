// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/history/log_fold.h"

#include <optional>

/// How far a verification has come, as it is stored between two pieces.
namespace pc::platform::log_fold {

[[nodiscard]] QByteArray toBytes(const State &state);
/// Nothing when another release wrote it, or it is no state.
[[nodiscard]] std::optional<State> fromBytes(const QByteArray &bytes);

} // namespace pc::platform::log_fold
