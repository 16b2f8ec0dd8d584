// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QStackedWidget;
class QWidget;

namespace pc::views {

/// Everything inside \p area (itself first) in the order in which people read it: by the items of its
/// layouts, what stands in no layout (panes of a splitter, what lies over a page) after that, from the top
/// and from the leading edge. Layouts are mirrored by the direction of the text, so the order is right in
/// both. Hidden widgets keep their place.
[[nodiscard]] QList<QWidget *> inReadingOrder(QWidget *area);

/// Tab stops at it: it takes the focus by Tab, is on show and on, and no other widget has the focus in its
/// stead.
[[nodiscard]] bool isTabStop(const QWidget *widget);

/// The tab stops of \p area in reading order.
[[nodiscard]] QList<QWidget *> tabStops(QWidget *area);

/// The stop after (or before) \p from, which need not be a stop itself; from the last one to the first.
/// nullptr when \p area has none.
[[nodiscard]] QWidget *stopBeside(QWidget *area, const QWidget *from, bool forward);

/// Gives the focus to the first stop of \p area; false when it has none.
bool focusFirstStop(QWidget *area);

/// A \p page that is not on show starts at the beginning the next time, not at the button that left it.
void forgetFocus(QWidget *page);

/// Shows another page of \p stack. The focus of the page that goes is given to the one that comes: where it
/// last was there, else its first stop. (Qt would take whatever was made first.)
void turnPage(QStackedWidget *stack, QWidget *page);

/// Scrolls every scroll area around \p widget until it is in sight.
void scrollIntoView(QWidget *widget);

} // namespace pc::views
