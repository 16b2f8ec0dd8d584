// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

namespace pc::views {

/// The focus never goes to \p widget (or into it) by itself, only by the person's own hand: what destroys
/// ("Discard"), what lies over a page (a toast). Buttons that look dangerous need not be told.
void refuseLentFocus(QWidget *widget);
/// Nobody is harmed when the focus comes to \p widget unasked and the next key is Enter.
[[nodiscard]] bool isRefuge(const QWidget *widget);

/// Where somebody was in a window: the widget with the focus and what lay around it, so that a way back is
/// found when that widget is gone, hidden or off meanwhile.
class FocusPlace final
{
public:
    FocusPlace() = default;
    /// The place of the focus in \p window; empty when it has none.
    [[nodiscard]] static FocusPlace in(QWidget *window);

    [[nodiscard]] bool isEmpty() const { return m_around.isEmpty(); }
    [[nodiscard]] QWidget *widget() const { return m_widget; }
    /// The widget itself while it can be operated (what it handed the focus on to, when it only kept it);
    /// else the refuge that lay after or before it in the innermost part of the window that still has one;
    /// nullptr when nothing is left. From a part that refuses lent focus it never leads into the page around
    /// it: who was there comes from elsewhere.
    [[nodiscard]] QWidget *nearest() const;
    /// Gives the focus to nearest(); false when there is none.
    bool restore() const;

private:
    QPointer<QWidget> m_widget;
    QList<QPointer<QWidget>> m_around; ///< parents, innermost first
    QList<QPointer<QWidget>> m_stops;  ///< of the window, in reading order; hidden and off ones too
    qsizetype m_at = 0;                ///< how many of them lay before the widget
    QPointer<QWidget> m_aside;         ///< the part around it that refuses lent focus
    bool m_wasAside = false;           ///< it lay in one, which may be gone
};

} // namespace pc::views
