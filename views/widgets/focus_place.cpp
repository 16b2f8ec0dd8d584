// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/focus_place.h"

#include "views/widgets/reading_order.h"

#include <QVariant>

namespace pc::views {

namespace {

constexpr const char *refuses = "refusesLentFocus";

bool looksDangerous(const QWidget *widget)
{
    return widget->property("kind").toString().startsWith(QLatin1String("danger"));
}

/// It takes Tab when it is on show and on, now or later.
bool couldBeStop(const QWidget *widget)
{
    return (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr;
}

/// A part that only kept the focus until its content came has handed it on meanwhile: nothing shows where the
/// keys go while the part itself has it.
QWidget *handedOn(QWidget *widget)
{
    QWidget *inside = widget->focusPolicy() == Qt::NoFocus ? widget->focusWidget() : nullptr;
    return inside != nullptr && isTabStop(inside) ? inside : widget;
}

} // namespace

void refuseLentFocus(QWidget *widget)
{
    widget->setProperty(refuses, true);
}

bool isRefuge(const QWidget *widget)
{
    if (looksDangerous(widget)) {
        return false;
    }
    for (const QWidget *each = widget; each != nullptr;
         each = each->isWindow() ? nullptr : each->parentWidget()) {
        if (each->property(refuses).toBool()) {
            return false;
        }
    }
    return true;
}

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
        if (place.m_aside == nullptr && each->property(refuses).toBool()) {
            place.m_aside = each;
            place.m_wasAside = true;
        }
        if (each->isWindow()) {
            break;
        }
    }
    const QList<QWidget *> all = inReadingOrder(window);
    for (QWidget *each : all) {
        if (each == focus) {
            place.m_at = place.m_stops.size();
        } else if (couldBeStop(each)) {
            place.m_stops.append(each);
        }
    }
    return place;
}

QWidget *FocusPlace::nearest() const
{
    if (m_widget != nullptr && m_widget->isVisible() && m_widget->isEnabled()) {
        return handedOn(m_widget);
    }
    for (const QPointer<QWidget> &part : m_around) {
        if (m_wasAside && (m_aside == nullptr || !m_aside->isVisible())) {
            return nullptr;
        }
        if (part == nullptr || !part->isVisible()) {
            continue;
        }
        const auto usable = [this, &part](const QPointer<QWidget> &stop) {
            return stop != nullptr && isTabStop(stop) && part->isAncestorOf(stop) &&
                   (m_wasAside || isRefuge(stop));
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
        const QList<QWidget *> stops = tabStops(part);
        for (QWidget *stop : stops) {
            if (m_wasAside || isRefuge(stop)) {
                return stop;
            }
        }
        if (m_wasAside && part == m_aside) {
            return nullptr;
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
