// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"

#include <QtGlobal>

/// How the values of options become those of a struct. What they are written to outlives what is returned.
namespace pc::platform::values {

/// Any text but an empty one.
[[nodiscard]] Take text(QString &into);
/// One more at the end of a list.
[[nodiscard]] Take oneMore(QStringList &into);
/// A whole number in plain digits, within the bounds.
[[nodiscard]] Take number(int &into, int least, int most);
[[nodiscard]] Take number(qint64 &into, qint64 least, qint64 most);
/// Of a switch.
[[nodiscard]] Take isGiven(bool &into);

} // namespace pc::platform::values
