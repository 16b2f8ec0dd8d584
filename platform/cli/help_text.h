// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

namespace pc::platform {

/// Columns that no line of a help has more than.
inline constexpr qsizetype helpWidth = 80;

/// What `PROGRAM PATH --help` prints, with a line end. installer/manual.py makes the manual page of it.
[[nodiscard]] QString helpText(const Command &command, const QString &program, const QStringList &path);

/// The last part of the program's own help: how it ends.
[[nodiscard]] QString exitCodesText();

} // namespace pc::platform
