// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/wrapping_row.h"

#include "views/style/space.h"

#include <QEvent>
#include <QStyle>

#include <algorithm>

namespace pc::views {

WrappingRow::WrappingRow(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WrappingRow::addWidget(QWidget *widget)
{
    widget->setParent(this);
    m_widgets.append(widget);
    updateGeometry();
}

QList<std::pair<QWidget *, QRect>> WrappingRow::places(int width) const
{
    QList<std::pair<QWidget *, QRect>> all;
    QPoint at;
    int lineHeight = 0;
    for (QWidget *widget : m_widgets) {
        if (widget->isHidden())
            continue;
        const QSize hint = widget->sizeHint().expandedTo(widget->minimumSizeHint());
        if (at.x() > 0 && at.x() + hint.width() > width) {
            at = {0, at.y() + lineHeight + space::s};
            lineHeight = 0;
        }
        all.append({widget, QRect(at, hint)});
        at.rx() += hint.width() + space::s;
        lineHeight = std::max(lineHeight, hint.height());
    }
    return all;
}

QSize WrappingRow::sizeHint() const
{
    QSize size;
    for (const auto &[widget, place] : places(QWIDGETSIZE_MAX))
        size = size.expandedTo(QSize(place.right() + 1, place.height()));
    return size;
}

QSize WrappingRow::minimumSizeHint() const
{
    int widest = 0;
    for (const auto &[widget, place] : places(QWIDGETSIZE_MAX))
        widest = std::max(widest, widget->minimumSizeHint().width());
    return {widest, heightForWidth(std::max(width(), widest))};
}

int WrappingRow::heightForWidth(int width) const
{
    int bottom = 0;
    for (const auto &[widget, place] : places(width))
        bottom = std::max(bottom, place.bottom() + 1);
    return bottom;
}

void WrappingRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool WrappingRow::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::LayoutDirectionChange)
        arrange(); // a text has changed, or a widget was shown or hidden
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return done;
}

void WrappingRow::arrange()
{
    for (const auto &[widget, place] : places(width()))
        widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    if (heightForWidth(width()) != height())
        updateGeometry();
}

} // namespace pc::views
