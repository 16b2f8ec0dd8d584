// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QWidget;

namespace pc::views {

/// A frameless vertical scroll area that shows the ground of the page behind it. A background role on the
/// page would do the same for the ground, but every label below would then take the text colour of that role
/// instead of its own tone.
[[nodiscard]] QScrollArea *scrollOver(QWidget *content);
/// Moves every such area within to its beginning: what it shows is another thing than before.
void scrollToTop(const QWidget *within);
/// Fills a page with the surface colour; for paintEvent().
void paintSurface(QWidget *page);

} // namespace pc::views
