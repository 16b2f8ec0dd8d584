// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

namespace pc::platform {

/// What is wrong with a command line.
struct UsageFault
{
    QString why;      ///< a sentence without its full stop
    QStringList path; ///< of the command that was meant: {"gateway", "add"}; as far as it is known
};

/// The words in the one order in which every reader of command lines takes them alike: the command, then
/// options, each with its value as a word of its own. Options of "gateway add" may stand before "add". A
/// value that looks like an option was forgotten, unless it is given as --name=value.
[[nodiscard]] tl::expected<QStringList, UsageFault> inOrder(const Command &root, const QStringList &words);

} // namespace pc::platform
