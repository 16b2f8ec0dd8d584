// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/surface.h"

#include "views/style/tokens.h"

#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

namespace pc::views {

QScrollArea *scrollOver(QWidget *content)
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(
        Qt::NoFocus); // no stop of its own: keys that scroll come from what has the focus inside
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return scroll;
}

void scrollToTop(const QWidget *within)
{
    const QList<QScrollArea *> areas = within->findChildren<QScrollArea *>();
    for (const QScrollArea *area : areas)
        area->verticalScrollBar()->setValue(0);
}

void paintSurface(QWidget *page)
{
    QPainter painter(page);
    painter.fillRect(page->rect(), Tokens::of(page).surface);
}

} // namespace pc::views
