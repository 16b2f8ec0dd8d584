// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pc::platform {

/// Rows that a streamed answer reads in one transaction.
constexpr int streamPiece = 500;

} // namespace pc::platform
