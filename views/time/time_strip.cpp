// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/time_strip.h"

#include "views/time/time_strip_accessible.h"

#include <QGuiApplication>
#include <QMouseEvent>
#include <QStyleHints>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pc::views {

using models::TimeSpan;

namespace {

constexpr double wheelStep = 0.8; ///< of the shown time, for each notch
constexpr double panStep = 0.1;   ///< likewise
constexpr double trackReach = 4;  ///< beside the bar of the rows, which may be small

TimeSpan inOrder(const QDateTime &one, const QDateTime &other)
{
    return one <= other ? TimeSpan{one, other} : TimeSpan{other, one};
}

} // namespace

TimeStrip::TimeStrip(Counted counted, QWidget *parent) : StripDisplay(counted, parent), m_places(this)
{
    installStripAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_clickWait.setSingleShot(true);
    connect(&m_clickWait, &QTimer::timeout, this, &TimeStrip::chooseCurrent);
    connect(&m_zoom, &StripZoom::wanted, this, &TimeStrip::zoomRequested);
    connect(&m_places, &LatestOnly::passed, this,
            [this](const QVariant &place) { Q_EMIT placeRequested(place.toDateTime()); });
}

void TimeStrip::setHistogram(const TimeHistogram &histogram)
{
    if (m_grip != StripGrip::None && m_moved)
        m_waiting = histogram; // the bars must not go away under the pointer
    else
        StripDisplay::setHistogram(histogram);
}

void TimeStrip::setSelection(const TimeSpan &span)
{
    m_selection = span;
    if (m_grip == StripGrip::None)
        m_choice.clear();
    m_clickWait.stop();
    update();
}

void TimeStrip::setShown(const QDateTime &from, const QDateTime &to)
{
    if (m_grip == StripGrip::Track)
        return;
    m_shown = from.isValid() && to.isValid() ? inOrder(from, to) : TimeSpan();
    update();
}

void TimeStrip::previewChoice()
{
    if (!isChoosing())
        return;
    setBar(m_choice.head());
    update();
    Q_EMIT spanPreviewed(*m_choice.span());
}

void TimeStrip::chooseCurrent()
{
    m_clickWait.stop();
    if (m_mark >= 0) {
        Q_EMIT markActivated(m_marks.marks().at(m_mark).id);
        return;
    }
    if (!isChoosing())
        return;
    const TimeSpan span = *m_choice.span();
    m_choice.clear();
    m_selection = span;
    update();
    Q_EMIT spanChosen(span);
}

void TimeStrip::giveUp()
{
    m_clickWait.stop();
    const bool choosing = isChoosing();
    m_choice.clear();
    m_grip = StripGrip::None;
    m_moved = false;
    takeWaiting();
    update();
    if (choosing)
        Q_EMIT spanPreviewed(m_selection);
}

void TimeStrip::moveBy(qsizetype bars)
{
    m_byKeyboard = true;
    m_choice.shift(m_selection, bars);
    previewChoice();
}

void TimeStrip::goToMark(int step)
{
    const QList<qsizetype> marks = m_marks.inSight();
    if (marks.isEmpty())
        return;
    if (isChoosing())
        giveUp();
    qsizetype at = marks.indexOf(m_mark);
    if (at < 0) // the first one, from the side on which one comes
        at = step > 0 ? 0 : marks.size() - 1;
    else
        at = std::clamp<qsizetype>(at + step, 0, marks.size() - 1);
    m_byKeyboard = true;
    m_mark = marks.at(at);
    update();
    tell();
}

void TimeStrip::zoom(double factor, double x)
{
    const QRectF bars = m_geometry.bars();
    if (!isChoosing())
        m_zoom.zoom(factor, (x - bars.left()) / bars.width());
}

void TimeStrip::dragTrack(double x)
{
    const QDateTime time = m_geometry.timeAt(x - m_trackHold);
    if (m_shown.isBounded()) {
        const qint64 half = *m_shown.milliseconds() / 2;
        m_shown = {time.addMSecs(-half), time.addMSecs(half)};
        update();
    }
    m_places.put(time);
}

void TimeStrip::dragChoice(double x)
{
    const QDateTime time = m_geometry.timeAt(x);
    if (m_grip == StripGrip::Bars)
        m_choice.extendTo(m_choice.barAt(time));
    else
        m_choice.moveEnd(m_selection,
                         m_grip == StripGrip::From ? StripChoice::End::From : StripChoice::End::To, time);
    previewChoice();
}

StripGrip TimeStrip::gripAt(const QPointF &point) const
{
    return m_choice.hasBars() ? stripGripAt(point, m_geometry, m_marks, shownSelection()) : StripGrip::None;
}

void TimeStrip::hover(const QPointF &point)
{
    setCursor(cursorShapeOf(gripAt(point)));
    const QRectF area = m_geometry.bars().united(m_geometry.marks());
    const bool over = area.contains(point) && point.y() < area.bottom();
    if (isChoosing() || (!over && m_byKeyboard))
        return;
    m_byKeyboard = false;
    setBar(over ? m_choice.barAt(m_geometry.timeAt(point.x())) : -1);
}

void TimeStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_clickWait.stop();
    m_byKeyboard = false;
    m_mark = -1;
    m_pressed = event->position();
    m_moved = false;
    m_grip = gripAt(m_pressed);
    if (m_grip == StripGrip::Bars)
        m_choice.clear();
    if (m_grip != StripGrip::Track)
        return;
    const QRectF shown = m_geometry.spanRect(m_shown).adjusted(-trackReach, 0, trackReach, 0);
    const bool held = m_shown.isBounded() && m_pressed.x() > shown.left() && m_pressed.x() < shown.right();
    m_trackHold = held ? m_pressed.x() - shown.center().x() : 0;
    m_moved = true; // the bars stay below it
    if (!held)
        dragTrack(m_pressed.x());
}

void TimeStrip::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (!event->buttons().testFlag(Qt::LeftButton))
        return hover(at);
    if (m_grip == StripGrip::None || m_grip == StripGrip::Mark)
        return;
    if (m_grip == StripGrip::Track)
        return dragTrack(at.x());
    const double way = std::abs(at.x() - m_pressed.x());
    if (!m_moved && way < QGuiApplication::styleHints()->startDragDistance())
        return;
    if (!std::exchange(m_moved, true) && m_grip == StripGrip::Bars)
        m_choice.begin(m_choice.barAt(m_geometry.timeAt(m_pressed.x())));
    dragChoice(at.x());
}

void TimeStrip::mouseReleaseEvent(QMouseEvent *event)
{
    const StripGrip grip = std::exchange(m_grip, StripGrip::None);
    if (event->button() != Qt::LeftButton || grip == StripGrip::None)
        return QWidget::mouseReleaseEvent(event);
    const bool moved = std::exchange(m_moved, false);
    switch (grip) {
    case StripGrip::Mark:
        if (const qsizetype mark = m_marks.at(event->position()); mark >= 0 && mark == m_marks.at(m_pressed))
            Q_EMIT markActivated(m_marks.marks().at(mark).id);
        break;
    case StripGrip::Track:
        m_places.flush();
        m_trackHold = 0;
        break;
    case StripGrip::Bars:
        if (!moved) {
            m_choice.begin(m_choice.barAt(m_geometry.timeAt(m_pressed.x())));
            previewChoice();
            m_clickWait.start(QGuiApplication::styleHints()->mouseDoubleClickInterval());
            break;
        }
        [[fallthrough]];
    case StripGrip::From:
    case StripGrip::To:
        chooseCurrent();
        break;
    case StripGrip::None:
        break;
    }
    takeWaiting();
}

void TimeStrip::takeWaiting()
{
    if (m_waiting)
        StripDisplay::setHistogram(*std::exchange(m_waiting, std::nullopt));
}

void TimeStrip::mouseDoubleClickEvent(QMouseEvent *event)
{
    const StripGrip grip = gripAt(event->position());
    if (event->button() != Qt::LeftButton || grip == StripGrip::Track || grip == StripGrip::Mark)
        return mousePressEvent(event);
    giveUp();
    m_zoom.askForAll();
}

void TimeStrip::wheelEvent(QWheelEvent *event)
{
    const QPoint turn = event->angleDelta();
    const bool sideways =
        std::abs(turn.x()) > std::abs(turn.y()) || event->modifiers().testFlag(Qt::ShiftModifier);
    const double notches =
        (turn.y() != 0 && !(std::abs(turn.x()) > std::abs(turn.y())) ? turn.y() : turn.x()) / 120.0;
    if (sideways && !isChoosing())
        m_zoom.pan(-panStep * notches);
    else if (notches != 0)
        zoom(std::pow(wheelStep, notches), event->position().x());
    event->accept();
}

/// Keys that the strip has a use for, before a shortcut of the window takes them.
bool TimeStrip::takesKey(const QKeyEvent *event) const
{
    if (event->modifiers().testFlag(Qt::AltModifier) || event->modifiers().testFlag(Qt::MetaModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus:
    case Qt::Key_0:
        return !event->modifiers().testFlag(Qt::ControlModifier);
    case Qt::Key_Escape: // what is open is closed one by one
        return isChoosing() || m_grip != StripGrip::None || m_mark >= 0;
    default:
        return false;
    }
}

bool TimeStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && takesKey(static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return StripDisplay::event(event);
}

void TimeStrip::keyPressEvent(QKeyEvent *event)
{
    if (!takesKey(event))
        return QWidget::keyPressEvent(event);
    const qsizetype step = event->modifiers().testFlag(Qt::ControlModifier) ? 10 : 1;
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const auto go = [this, shift](qsizetype bars) {
        if (!shift)
            return moveBy(bars);
        m_byKeyboard = true;
        m_choice.resize(m_selection, bars);
        previewChoice();
    };
    const QRectF chosen = m_geometry.spanRect(shownSelection());
    switch (event->key()) {
    case Qt::Key_Left:
        return go(-step);
    case Qt::Key_Right:
        return go(step);
    case Qt::Key_Home:
        return go(-m_choice.barCount());
    case Qt::Key_End:
        return go(m_choice.barCount());
    case Qt::Key_Up:
        return goToMark(-1);
    case Qt::Key_Down:
        return goToMark(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return chooseCurrent();
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(wheelStep * wheelStep, chosen.center().x());
    case Qt::Key_Minus:
        return zoom(1 / (wheelStep * wheelStep), chosen.center().x());
    case Qt::Key_0:
        return m_zoom.askForAll();
    default: // Esc
        return isChoosing() || m_grip != StripGrip::None ? giveUp() : setBar(m_bar);
    }
}

void TimeStrip::leaveEvent(QEvent *event)
{
    if (!m_byKeyboard && !isChoosing())
        setBar(-1);
    QWidget::leaveEvent(event);
}

void TimeStrip::focusInEvent(QFocusEvent *event)
{
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) {
        m_byKeyboard = true;
        const QDateTime end = m_selection.to.isValid() ? m_selection.to.addMSecs(-1) : m_zoom.range().to;
        setBar(m_choice.barAt(end));
    }
    QWidget::focusInEvent(event);
    update();
}

void TimeStrip::focusOutEvent(QFocusEvent *event)
{
    const bool elsewhere =
        event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason;
    if (std::exchange(m_byKeyboard, m_byKeyboard && !elsewhere) && elsewhere) {
        giveUp();
        setBar(-1);
    }
    QWidget::focusOutEvent(event);
    update();
}

} // namespace pc::views
