// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/height_keeper.h"

#include <QCoreApplication>
#include <QEvent>
#include <QWidget>

namespace pc::views {

void keepRoomWhileHidden(QWidget *widget)
{
    QSizePolicy policy = widget->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    widget->setSizePolicy(policy);
}

void layOutNow(QWidget *window)
{
    const QList<QWidget *> parts = window->findChildren<QWidget *>();
    for (auto part = parts.crbegin(); part != parts.crend(); ++part)
        QCoreApplication::sendPostedEvents(*part, QEvent::LayoutRequest);
    QCoreApplication::sendPostedEvents(window, QEvent::LayoutRequest);
}

HeightKeeper::HeightKeeper(QWidget *widget, Holds holds) : QObject(widget), m_widget(widget), m_holds(holds)
{
    widget->installEventFilter(this);
}

bool HeightKeeper::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest ||
        event->type() == QEvent::Show)
        fit();
    return QObject::eventFilter(watched, event);
}

void HeightKeeper::fit()
{
    const int height = m_widget->hasHeightForWidth() ? m_widget->heightForWidth(m_widget->width())
                                                     : m_widget->sizeHint().height();
    if (height > 0 && height != m_widget->maximumHeight())
        m_widget->setMaximumHeight(height);
    if (height > 0 && m_holds == Holds::Exactly && height != m_widget->minimumHeight())
        m_widget->setMinimumHeight(height);
}

} // namespace pc::views
