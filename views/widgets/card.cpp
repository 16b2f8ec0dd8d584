// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/card.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/widgets/label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace pc::views {

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent), m_outer(new QVBoxLayout(this)), m_body(new QVBoxLayout)
{
    m_outer->setContentsMargins(0, 0, 0, 0);
    m_outer->setSpacing(0);
    m_body->setContentsMargins(space::l, space::m, space::l, space::m);
    m_body->setSpacing(space::s);
    m_outer->addLayout(m_body, 1);
    if (!title.isEmpty()) {
        setTitle(title);
    }
}

QHBoxLayout *Card::header()
{
    if (m_header == nullptr) {
        m_header = new QHBoxLayout;
        m_header->setContentsMargins(space::l, space::m, space::m, 0);
        m_header->setSpacing(space::s);
        m_title = new SectionTitle;
        m_title->setVisible(false);
        m_header->addWidget(m_title);
        m_header->addStretch(1);
        m_outer->insertLayout(0, m_header);
    }
    return m_header;
}

void Card::setTitle(const QString &title)
{
    (void)header();
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Card::setSeverity(Severity severity)
{
    m_severity = severity;
    update();
}

void Card::setBodyMargins(int horizontal, int vertical)
{
    m_body->setContentsMargins(horizontal, vertical, horizontal, vertical);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = Tokens::of(this);
    const bool plain = m_severity == Severity::Neutral;
    paintBox(&painter, rect(), space::radiusCard, plain ? t.surface : t.severity(m_severity).bg,
             plain ? t.border : t.severityBorder(m_severity), t.highContrast ? 2 : 1);
}

Separator::Separator(Qt::Orientation orientation, QWidget *parent) : QWidget(parent)
{
    const bool horizontal = orientation == Qt::Horizontal;
    setSizePolicy(horizontal ? QSizePolicy::Expanding : QSizePolicy::Fixed,
                  horizontal ? QSizePolicy::Fixed : QSizePolicy::Expanding);
}

QSize Separator::sizeHint() const
{
    return {1, 1};
}

void Separator::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Tokens::of(this).border);
}

} // namespace pc::views
