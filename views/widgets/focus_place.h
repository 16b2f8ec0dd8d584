// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

namespace pc::views {

/// Where somebody was in a window: the widget with the focus and what lay around it, so that a way back is
/// found when that widget is gone, hidden or off meanwhile.
class FocusPlace final
{
public:
    FocusPlace() = default;
    /// The place of the focus in \p window; empty when it has none.
    [[nodiscard]] static FocusPlace in(QWidget *window);

    [[nodiscard]] bool isEmpty() const { return m_around.isEmpty(); }
    /// The widget itself while it can be operated; else the stop that lay after or before it in the innermost
    /// part of the window that still has one; nullptr when nothing is left.
    [[nodiscard]] QWidget *nearest() const;
    /// Gives the focus to nearest(); false when there is none.
    bool restore() const;

private:
    QPointer<QWidget> m_widget;
    QList<QPointer<QWidget>> m_around; ///< parents, innermost first
    QList<QPointer<QWidget>> m_stops;  ///< of the window, in reading order
    qsizetype m_at = 0;                ///< how many of them lay before the widget
};

} // namespace pc::views
