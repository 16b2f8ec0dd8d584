// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pc::views {

/// Makes every ChartView a chart (role, name, value under the crosshair) for assistive technology. Harmless
/// when repeated.
void installChartAccessibility();

} // namespace pc::views
