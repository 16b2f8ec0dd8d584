// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pc::views {

/// Says to assistive technology what Qt's own interfaces say wrongly or not at all: an entry of the sidebar
/// is a page tab that is selected or not (never a check box), and a combo box is called by its label, with
/// its text as value (on Unix, Qt 6 gives the text as the name); a stack has
/// the one page that is on show. Once per process; again is harmless.
void installAccessibility();

} // namespace pc::views
