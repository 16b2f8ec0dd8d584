// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/focus_place.h"

#include "views/widgets/reading_order.h"

namespace pc::views {

FocusPlace FocusPlace::in(QWidget *window)
{
    FocusPlace place;
    QWidget *focus = window->focusWidget();
    if (focus == nullptr) {
        return place;
    }
    place.m_widget = focus;
    for (QWidget *each = focus->parentWidget(); each != nullptr; each = each->parentWidget()) {
        place.m_around.append(each);
        if (each->isWindow()) {
            break;
        }
    }
    const QList<QWidget *> all = inReadingOrder(window);
    for (QWidget *each : all) {
        if (each == focus) {
            place.m_at = place.m_stops.size();
        } else if (isTabStop(each)) {
            place.m_stops.append(each);
        }
    }
    return place;
}

QWidget *FocusPlace::nearest() const
{
    if (m_widget != nullptr && m_widget->isVisible() && m_widget->isEnabled()) {
        return m_widget;
    }
    for (const QPointer<QWidget> &part : m_around) {
        if (part == nullptr || !part->isVisible()) {
            continue;
        }
        const auto usable = [&part](const QPointer<QWidget> &stop) {
            return stop != nullptr && isTabStop(stop) && part->isAncestorOf(stop);
        };
        for (qsizetype i = m_at; i < m_stops.size(); ++i) {
            if (usable(m_stops.at(i))) {
                return m_stops.at(i);
            }
        }
        for (qsizetype i = m_at - 1; i >= 0; --i) {
            if (usable(m_stops.at(i))) {
                return m_stops.at(i);
            }
        }
        // What was built anew meanwhile.
        if (const QList<QWidget *> stops = tabStops(part); !stops.isEmpty()) {
            return stops.constFirst();
        }
    }
    return nullptr;
}

bool FocusPlace::restore() const
{
    QWidget *widget = nearest();
    if (widget == nullptr) {
        return false;
    }
    widget->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace pc::views
