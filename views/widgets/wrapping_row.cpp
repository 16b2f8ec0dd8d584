// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/wrapping_row.h"

#include "views/style/space.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace pc::views {

WrappingRow::WrappingRow(QWidget *parent)
    : QWidget(parent), m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(space::s);
    m_row->addStretch(1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void WrappingRow::addWidget(QWidget *widget)
{
    m_row->insertWidget(m_row->count() - 1, widget, 0, Qt::AlignLeading);
}

QSize WrappingRow::minimumSizeHint() const
{
    int widest = 0;
    for (int i = 0; i < m_row->count(); ++i) {
        const QWidget *widget = m_row->itemAt(i)->widget();
        if (widget && !widget->isHidden())
            widest = std::max(widest, widget->minimumSizeHint().width());
    }
    return {widest, m_row->minimumSize().height()};
}

void WrappingRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool WrappingRow::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        arrange(); // a text has changed, or a widget was shown or hidden
    return done;
}

void WrappingRow::arrange()
{
    int needed = -m_row->spacing();
    for (int i = 0; i < m_row->count(); ++i) {
        const QWidget *widget = m_row->itemAt(i)->widget();
        if (widget && !widget->isHidden())
            needed += widget->sizeHint().width() + m_row->spacing();
    }
    const auto direction = needed > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (direction == m_row->direction())
        return;
    m_row->setDirection(direction);
    updateGeometry();
}

} // namespace pc::views
