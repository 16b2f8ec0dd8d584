// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

namespace pc::views {

/// The 4 px grid and the fixed sizes of the design, in logical pixels at 100 % text.
namespace space {
inline constexpr int xs = 4, s = 8, m = 12, l = 16, xl = 20, xxl = 24;
inline constexpr int rowDense = 28, rowNormal = 36, rowRelaxed = 44, rowCredential = 40;
inline constexpr int header = 34, topBar = 48, statusBar = 30, navItem = 32, control = 32;
inline constexpr int chip = 28, badge = 20, iconButton = 28;
inline constexpr int sidebar = 208, sidebarCollapsed = 52, peek = 380, peekMinimum = 340;
inline constexpr int radiusSmall = 4, radius = 6, radiusCard = 8, radiusDialog = 10;
inline constexpr int pageMargin = 20;
inline constexpr QSize windowMinimum(800, 560); ///< 1440x900 at 150 %, less a panel and a title bar
inline constexpr QSize windowFirst(1440, 900);
inline constexpr QSize welcomeFirst(1180, 760);
inline constexpr int sidebarNeeds = 960; ///< in a narrower window the sidebar gives its room to the page
} // namespace space

/// Row heights of tables.
enum class Density { Dense, Normal, Relaxed, Credential };

} // namespace pc::views
