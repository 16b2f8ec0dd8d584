// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/explanation.h"

#include <QTimeZone>

namespace pc::views {

/// What would let such a call pass, as a thing to do: "Grant orders:write". Times in `zone`.
[[nodiscard]] QString remedyTitle(const Remedy &remedy, const QTimeZone &zone);
/// One line on where, or what it means.
[[nodiscard]] QString remedyDetail(const Remedy &remedy);

} // namespace pc::views
