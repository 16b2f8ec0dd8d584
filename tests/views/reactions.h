// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/scenes.h"

#include <QStringList>

namespace pc::test {

/// What a scene does when it is used: every button is pressed, every line is typed into, every choice, tab
/// and table gets a key, one after the other. For each: what the platform is asked, where the console goes,
/// what the clipboard and a toast say, which menu opens, and which lines of widgetDump() go and come.
[[nodiscard]] QStringList reactionsOf(const NamedScene &scene);

} // namespace pc::test
