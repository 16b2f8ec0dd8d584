// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"
#include "platform/cli/word_order.h"

namespace pc::platform {

/// What a command line asks for.
struct Asked
{
    const Command *command = nullptr; ///< one of the tree that was read
    QStringList path;                 ///< {"gateway", "add"}; empty: the program itself
    bool help = false;                ///< else the command's values are taken, and it can run
};

/// Reads the words after the program's name. Strict: unknown options, stray words, repeated options, missing
/// and unusable values are faults.
[[nodiscard]] tl::expected<Asked, UsageFault> readCommandLine(const Command &root, const QStringList &words);

} // namespace pc::platform
