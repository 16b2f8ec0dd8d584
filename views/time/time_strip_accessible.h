// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pc::views {

/// Makes every TimeStrip a chart for assistive technology: its value is the bar or mark at the cursor, and it
/// can be moved and chosen. Harmless when repeated.
void installStripAccessibility();

} // namespace pc::views
