// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QHBoxLayout;
class QWidget;

namespace pc::views {

/// The widget in the middle, as wide as it may be. An alignment would do the same to the eye, but a layout
/// asks what is aligned for its height at the whole width: lines that wrap are cut off then.
[[nodiscard]] QHBoxLayout *centredRow(QWidget *widget);

} // namespace pc::views
