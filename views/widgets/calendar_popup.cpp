// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/calendar_popup.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/calendar_grid.h"
#include "views/widgets/label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QScreen>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

CalendarPopup::CalendarPopup(const QDate &shown, const QDate &from, const QDate &to, QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint), m_grid(new CalendarGrid(from, to)),
      m_month(new Label)
{
    setObjectName(u"calendarPopup"_s);
    setAccessibleName(tr("Calendar"));
    setAttribute(Qt::WA_DeleteOnClose);
    setLayoutDirection(QLocale().textDirection());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::m, space::m, space::m, space::m);
    column->setSpacing(space::s);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::xs);
    QToolButton *back = makeIconButton(u"calendarBack"_s, Icon::ChevronLeft, tr("Previous month"), this);
    QToolButton *on = makeIconButton(u"calendarOn"_s, Icon::ChevronRight, tr("Next month"), this);
    m_month->setObjectName(u"calendarMonth"_s);
    m_month->setWeight(QFont::DemiBold);
    m_month->setAlignment(Qt::AlignCenter);
    row->addWidget(back);
    row->addWidget(m_month, 1);
    row->addWidget(on);
    column->addLayout(row);
    column->addWidget(m_grid);
    connect(back, &QToolButton::clicked, this, [this] { m_grid->setDay(m_grid->day().addMonths(-1)); });
    connect(on, &QToolButton::clicked, this, [this] { m_grid->setDay(m_grid->day().addMonths(1)); });
    connect(m_grid, &CalendarGrid::dayChanged, this, &CalendarPopup::showMonth);
    connect(m_grid, &CalendarGrid::picked, this, [this](const QDate &day) {
        Q_EMIT picked(day);
        close();
    });
    m_grid->setDay(shown.isValid() ? shown : QDate::currentDate());
    showMonth();
}

void CalendarPopup::showMonth()
{
    const QDate day = m_grid->day();
    m_month->setText(tr("%1 %2", "month, year")
                         .arg(QLocale().standaloneMonthName(day.month()), QString::number(day.year())));
}

void CalendarPopup::openUnder(const QWidget *anchor)
{
    adjustSize();
    const QRect area = anchor->screen()->availableGeometry();
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height() + space::xs));
    if (at.y() + height() > area.bottom())
        at.setY(anchor->mapToGlobal(QPoint(0, 0)).y() - height() - space::xs);
    at.setX(std::clamp(at.x(), area.left(), std::max(area.left(), area.right() - width())));
    at.setY(std::max(at.y(), area.top()));
    move(at);
    show();
    m_grid->setFocus(Qt::PopupFocusReason);
}

void CalendarPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = Tokens::of(this);
    painter.fillRect(rect(), tokens.surface);
    painter.setPen(tokens.border);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace pc::views
