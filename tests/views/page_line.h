// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pc::views {
class Page;
}

namespace pc::test {

/// What the shell shows of a page, and asks it: title, path, status, its commands, what is not saved.
[[nodiscard]] QString pageLine(const views::Page &page);

} // namespace pc::test
