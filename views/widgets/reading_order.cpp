// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/reading_order.h"

#include "views/style/space.h"
#include "views/widgets/form_field.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QGridLayout>
#include <QLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QWidget>

#include <algorithm>

namespace pc::views {

namespace {

void collect(QWidget *widget, QList<QWidget *> &all);

/// The items as they stand: a grid keeps them as they came.
QList<QLayoutItem *> itemsOf(QLayout *layout)
{
    QList<std::pair<std::pair<int, int>, QLayoutItem *>> placed;
    const auto *grid = qobject_cast<QGridLayout *>(layout);
    for (int i = 0; i < layout->count(); ++i) {
        int row = i;
        int column = 0;
        int rows = 0;
        int columns = 0;
        if (grid != nullptr) {
            grid->getItemPosition(i, &row, &column, &rows, &columns);
        }
        placed.append({{row, column}, layout->itemAt(i)});
    }
    std::stable_sort(placed.begin(), placed.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<QLayoutItem *> items;
    for (const auto &entry : std::as_const(placed)) {
        items.append(entry.second);
    }
    return items;
}

void collect(QLayout *layout, QList<QWidget *> &all)
{
    const QList<QLayoutItem *> items = itemsOf(layout);
    for (QLayoutItem *item : items) {
        if (QWidget *widget = item->widget()) {
            collect(widget, all);
        } else if (QLayout *inner = item->layout()) {
            collect(inner, all);
        }
    }
}

void collect(QWidget *widget, QList<QWidget *> &all)
{
    if (widget->isWindow() && !all.isEmpty()) {
        return; // a dialog or a menu is a place of its own
    }
    all.append(widget);
    if (QLayout *layout = widget->layout()) {
        collect(layout, all);
    }
    QList<QWidget *> rest;
    for (QObject *object : widget->children()) {
        auto *child = qobject_cast<QWidget *>(object);
        if (child != nullptr && !all.contains(child)) {
            rest.append(child);
        }
    }
    const bool mirrored = widget->isRightToLeft();
    std::stable_sort(rest.begin(), rest.end(), [mirrored](const QWidget *a, const QWidget *b) {
        if (a->y() != b->y()) {
            return a->y() < b->y();
        }
        return mirrored ? a->geometry().right() > b->geometry().right() : a->x() < b->x();
    });
    for (QWidget *child : std::as_const(rest)) {
        collect(child, all);
    }
}

} // namespace

QList<QWidget *> inReadingOrder(QWidget *area)
{
    QList<QWidget *> all;
    collect(area, all);
    return all;
}

bool isTabStop(const QWidget *widget)
{
    if (widget->focusProxy() != nullptr || !widget->isVisible() || !widget->isEnabled()) {
        return false;
    }
    // Choices among several are one stop: the chosen one; the arrows lead to the others.
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget);
        button != nullptr && button->autoExclusive() && button->isCheckable()) {
        if (button->isChecked()) {
            return button->focusPolicy() != Qt::NoFocus;
        }
        const QList<QAbstractButton *> group = button->group() != nullptr
                                                   ? button->group()->buttons()
                                                   : button->parentWidget()->findChildren<QAbstractButton *>(
                                                         QString(), Qt::FindDirectChildrenOnly);
        const bool another = std::any_of(group.cbegin(), group.cend(), [](const QAbstractButton *each) {
            return each->autoExclusive() && each->isChecked() && each->isVisible() && each->isEnabled();
        });
        if (another) {
            return false;
        }
    }
    return (widget->focusPolicy() & Qt::TabFocus) != 0;
}

QList<QWidget *> tabStops(QWidget *area)
{
    QList<QWidget *> stops = inReadingOrder(area);
    stops.removeIf([](const QWidget *widget) { return !isTabStop(widget); });
    return stops;
}

QWidget *stopBeside(QWidget *area, const QWidget *from, bool forward)
{
    const QList<QWidget *> all = inReadingOrder(area);
    const qsizetype count = all.size();
    qsizetype at = all.indexOf(const_cast<QWidget *>(from));
    if (at < 0) {
        at = forward ? count - 1 : 0;
    }
    for (qsizetype i = 1; i <= count; ++i) {
        QWidget *each = all.at((at + (forward ? i : count - i)) % count);
        if (isTabStop(each)) {
            return each;
        }
    }
    return nullptr;
}

bool focusFirstStop(QWidget *area)
{
    const QList<QWidget *> stops = tabStops(area);
    if (stops.isEmpty()) {
        return false;
    }
    stops.constFirst()->setFocus(Qt::OtherFocusReason);
    return true;
}

void forgetFocus(QWidget *page)
{
    if (QWidget *last = page->focusWidget(); last != nullptr && !page->isVisible()) {
        last->clearFocus();
    }
}

void turnPage(QStackedWidget *stack, QWidget *page)
{
    const QWidget *old = stack->currentWidget();
    const bool inside = old != nullptr && old != page && old->isAncestorOf(stack->window()->focusWidget());
    if (inside) {
        stack->setFocus(Qt::OtherFocusReason);
    }
    stack->setCurrentWidget(page);
    if (!inside || stack->window()->focusWidget() != stack) {
        return;
    }
    QWidget *last = page->focusWidget();
    if (last != nullptr && isTabStop(last)) {
        last->setFocus(Qt::OtherFocusReason);
    } else {
        focusFirstStop(page);
    }
}

namespace {

/// The field around an input, with label and message, unless it is higher than \p most (a list of boxes).
const QWidget *withItsMessage(const QWidget *widget, int most)
{
    for (const QWidget *each = widget; each != nullptr && !each->isWindow(); each = each->parentWidget())
        if (qobject_cast<const FormField *>(each) != nullptr)
            return each->height() <= most ? each : widget;
    return widget;
}

} // namespace

void scrollIntoView(QWidget *widget)
{
    for (QWidget *each = widget->parentWidget(); each != nullptr && !each->isWindow();
         each = each->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(each)) {
            // All of it: of a field, ensureWidgetVisible() looks at the text cursor only.
            const QSize half = scroll->viewport()->size() / 2;
            const QWidget *whole = withItsMessage(widget, half.height());
            const QRect place(whole->mapTo(scroll->widget(), QPoint()), whole->size());
            scroll->ensureVisible(place.center().x(), place.center().y(),
                                  std::min(place.width() / 2 + space::m, half.width()),
                                  std::min(place.height() / 2 + space::l, half.height()));
        }
    }
}

} // namespace pc::views
