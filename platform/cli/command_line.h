// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

#include <QStringList>

namespace pc::platform {

/// The program as a tree of commands, with values of its own each time.
[[nodiscard]] Command programCommands();

/// Reads the words after the program's name and does what they say. Without any, or with --help, prints what
/// there is.
[[nodiscard]] ExitCode runCommandLine(const QStringList &words);

int runProgram(int argc, char **argv);

} // namespace pc::platform
