// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace pc::views {

/// Tells assistive technology a text at once, without moving the focus: an announcement from Qt 6.8 on, an
/// alert of `source` (whose accessible name is read) before.
void announce(QWidget *source, const QString &text);

} // namespace pc::views
