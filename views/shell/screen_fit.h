// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMargins>
#include <QRect>

class QWidget;

namespace pc::views {

/// What window systems usually put around a window; the true frame is known only when it is on show.
inline constexpr QMargins usualFrame(4, 38, 4, 4);

/// What the window system puts around \p window; nothing while that is not known (not on show).
[[nodiscard]] QMargins frameAround(const QWidget *window);

/// Where a window of \p wanted size (logical pixels, without its frame) goes on a screen: no larger than \p
/// available leaves beside \p frame, and wholly inside it. A null position is centred.
[[nodiscard]] QRect fittingGeometry(const QRect &wanted, const QRect &available, const QMargins &frame);

/// Sizes a window for its screen before it is shown, and looks again when the window system has put its frame
/// around it. A screen smaller than the window's minimum lowers the minimum: rather scroll than be out of
/// reach.
void fitToScreen(QWidget *window, const QSize &wanted);

} // namespace pc::views
