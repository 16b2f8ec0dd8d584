// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace pc::platform {

/// Exit codes of every subcommand: 0 done, 1 refused or failed (one plain line on standard error says why), 2
/// wrong usage.
enum ExitCode { ExitDone = 0, ExitFailed = 1, ExitUsage = 2 };

/// A subcommand lives in its own folder as one function; the table in command_line.cpp only names it.
/// `arguments` are those after the subcommand's name.
using CommandFunction = int (*)(const QStringList &arguments);

struct CommandEntry
{
    const char *name;
    const char *summary;
    CommandFunction run;
};

/// Parses the first word and hands on. Without one, or with --help, prints what there is.
int runCommandLine(int argc, char **argv);

} // namespace pc::platform
