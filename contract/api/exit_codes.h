// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

/// How `partner-platform` ends: one table, by which every command ends, --help and docs/operations.md tell
/// it, and the console knows why its own platform did not start.
namespace pc {

enum class ExitCode : int {
    Done = 0,
    Failed = 1,
    Usage = 2,
    Busy = 3,
    Warned = 4,
};

struct ExitCodeRow
{
    ExitCode code;
    const char *meaning; ///< English, without its full stop
};

[[nodiscard]] std::span<const ExitCodeRow> exitCodes();

} // namespace pc
