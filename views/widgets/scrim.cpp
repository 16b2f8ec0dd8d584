// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/scrim.h"

#include "views/style/painting.h"
#include "views/style/space.h"

#include <QEvent>

namespace pc::views {

Scrim::Scrim(QWidget *window) : QWidget(window)
{
    setObjectName(QStringLiteral("scrim"));
    setGeometry(window->rect());
    window->installEventFilter(this);
}

void Scrim::setCard(const QRect &card)
{
    m_card = card;
    update();
}

void Scrim::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = Tokens::of(this);
    painter.fillRect(rect(), t.scrim);
    if (!m_card.isEmpty()) {
        paintShadow(&painter, m_card, space::radiusDialog, 18, t.dark);
    }
}

bool Scrim::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace pc::views
