// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pc::platform {

/// A line on standard output, in UTF-8. Whether it could be written is asked once, at the end.
void say(const QString &line);
/// A line on standard error.
void complain(const QString &line);
/// False when something of what was said is lost: a full disk, a reader that left.
[[nodiscard]] bool wasSaid();

} // namespace pc::platform
