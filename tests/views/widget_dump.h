// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace pc::test {

/// Every visible control below `root`, one line each, in the order of the tree and indented by depth: class,
/// object name, what it says (text, accessible name and description, tooltip), in which state it is, and how
/// it is dressed (icon, role, tone, kind). At the end what Tab walks through, the default button, and the
/// control that has the focus. No sizes and places: those depend on fonts, and other tests measure them.
[[nodiscard]] QStringList widgetDump(const QWidget &root);

/// "LineInput#partnerFilter": the class, without our namespace, and the object's name where it has one.
[[nodiscard]] QString widgetName(const QWidget &widget);

} // namespace pc::test
