// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/calendar_grid.h"

#include "views/style/painting.h"
#include "views/style/space.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

constexpr int weekdays = 7;
constexpr int weeks = 6;
constexpr int dayWidth = 36;
constexpr int dayHeight = 30;

} // namespace

CalendarGrid::CalendarGrid(const QDate &from, const QDate &to, QWidget *parent)
    : QWidget(parent), m_from(from), m_to(to), m_day(QDate::currentDate())
{
    setObjectName(u"calendarGrid"_s);
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(weekdays * dayWidth, (weeks + 1) * dayHeight);
    setDay(m_day);
}

void CalendarGrid::setDay(const QDate &day)
{
    if (!day.isValid() || day.year() < 1 || day.year() > 9999)
        return;
    m_day = day;
    // The day is what a reader says when the grid has the focus or the day changes.
    setAccessibleName(QLocale().toString(day, QLocale::LongFormat));
    update();
    Q_EMIT dayChanged(day);
}

QDate CalendarGrid::firstShown() const
{
    const QDate first(m_day.year(), m_day.month(), 1);
    const int lead = (first.dayOfWeek() - QLocale().firstDayOfWeek() + weekdays) % weekdays;
    return first.addDays(-lead);
}

QRect CalendarGrid::cell(int row, int column) const
{
    const int shown = layoutDirection() == Qt::RightToLeft ? weekdays - 1 - column : column;
    return {shown * dayWidth, row * dayHeight, dayWidth, dayHeight};
}

QRect CalendarGrid::cellOf(const QDate &day) const
{
    const auto offset = static_cast<int>(firstShown().daysTo(day));
    return offset < 0 || offset >= weekdays * weeks ? QRect()
                                                    : cell(offset / weekdays + 1, offset % weekdays);
}

QDate CalendarGrid::dayAt(const QPoint &at) const
{
    for (int i = 0; i < weekdays * weeks; ++i)
        if (cell(i / weekdays + 1, i % weekdays).contains(at))
            return firstShown().addDays(i);
    return {};
}

void CalendarGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = Tokens::of(this);
    const QLocale locale;
    for (int i = 0; i < weekdays; ++i) {
        const int weekday = (locale.firstDayOfWeek() - 1 + i) % weekdays + 1;
        painter.setPen(tokens.text3);
        painter.drawText(cell(0, i), Qt::AlignCenter,
                         locale.standaloneDayName(weekday, QLocale::NarrowFormat));
    }
    const QDate first = firstShown();
    const QDate today = QDate::currentDate();
    for (int i = 0; i < weekdays * weeks; ++i) {
        const QDate day = first.addDays(i);
        const QRect box = cell(i / weekdays + 1, i % weekdays).adjusted(2, 1, -2, -1);
        const bool current = day == m_day;
        if (current)
            paintBox(&painter, box, space::radius, tokens.accentFill);
        else if (day == today)
            paintBox(&painter, box, space::radius, {}, tokens.borderStrong);
        if (current && hasFocus())
            paintFocusRing(&painter, QRectF(box).adjusted(-1, -1, 1, 1), space::radius, tokens.accent);
        const bool quiet = day.month() != m_day.month() || (m_from.isValid() && day < m_from) ||
                           (m_to.isValid() && day > m_to);
        painter.setPen(current ? tokens.onFill : quiet ? tokens.text3 : tokens.text);
        painter.drawText(box, Qt::AlignCenter, locale.toString(day.day()));
    }
}

void CalendarGrid::keyPressEvent(QKeyEvent *event)
{
    const int ahead = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    const bool years = event->modifiers().testFlag(Qt::ShiftModifier);
    const int first = QLocale().firstDayOfWeek();
    const int inWeek = (m_day.dayOfWeek() - first + weekdays) % weekdays;
    switch (event->key()) {
    case Qt::Key_Left:
        return setDay(m_day.addDays(-ahead));
    case Qt::Key_Right:
        return setDay(m_day.addDays(ahead));
    case Qt::Key_Up:
        return setDay(m_day.addDays(-weekdays));
    case Qt::Key_Down:
        return setDay(m_day.addDays(weekdays));
    case Qt::Key_PageUp:
        return setDay(years ? m_day.addYears(-1) : m_day.addMonths(-1));
    case Qt::Key_PageDown:
        return setDay(years ? m_day.addYears(1) : m_day.addMonths(1));
    case Qt::Key_Home:
        return setDay(m_day.addDays(-inWeek));
    case Qt::Key_End:
        return setDay(m_day.addDays(weekdays - 1 - inWeek));
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        Q_EMIT picked(m_day);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void CalendarGrid::mousePressEvent(QMouseEvent *event)
{
    if (const QDate day = dayAt(event->position().toPoint()); day.isValid())
        Q_EMIT picked(day);
}

void CalendarGrid::wheelEvent(QWheelEvent *event)
{
    setDay(m_day.addMonths(event->angleDelta().y() > 0 ? -1 : 1));
    event->accept();
}

} // namespace pc::views
