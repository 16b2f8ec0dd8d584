// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pc::platform {

/// A text that somebody else wrote, for a terminal: in one line, at most `most` characters, and a question
/// mark for everything that is not seen or could steer the terminal.
[[nodiscard]] QString plainText(const QString &text, qsizetype most);

} // namespace pc::platform
