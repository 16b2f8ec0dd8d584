// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/moment_input.h"

#include "models/time/wall_clock.h"
#include "views/style/icons.h"
#include "views/style/space.h"
#include "views/style/type_scale.h"
#include "views/time/time_words.h"
#include "views/widgets/calendar_popup.h"

#include <QAction>
#include <QKeyEvent>
#include <QToolButton>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

MomentInput::MomentInput(const QString &name, Frame frame, QWidget *parent)
    : LineInput(name, parent), m_frame(std::move(frame))
{
    setLayoutDirection(Qt::LeftToRight); // a date and its time keep their order in every language
    QAction *arrow = addAction(icon(Icon::Calendar), QLineEdit::TrailingPosition);
    arrow->setToolTip(tr("Open the calendar (Alt+Down)"));
    for (QToolButton *button : findChildren<QToolButton *>()) {
        button->setObjectName(name + u"Calendar"_s);
        button->setAccessibleName(tr("Open the calendar"));
    }
    connect(arrow, &QAction::triggered, this, &MomentInput::openCalendar);
    applyFont();
}

void MomentInput::applyFont()
{
    const QFont mono = TypeScale::of(this).font(TypeRole::Mono);
    if (font() != mono)
        setFont(mono);
}

void MomentInput::changeEvent(QEvent *event)
{
    LineInput::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        applyFont();
}

models::TimeReading MomentInput::reading() const
{
    return models::readTime(text(), m_frame());
}

QString MomentInput::fault() const
{
    return timeFaultText(reading().fault);
}

QString MomentInput::unreadText() const
{
    return isBlank() || reading().isRead() ? QString() : text();
}

QSize MomentInput::sizeHint() const
{
    const QSize hint = LineInput::sizeHint();
    const QFontMetrics metrics(font());
    // QLineEdit counts 17 letters, and the room beside them that its edges and the button need.
    const int beside = hint.width() - 17 * metrics.horizontalAdvance(u'x');
    return {metrics.horizontalAdvance(u"0000-00-00 00:00"_s) + std::max(beside, 40) + space::xs,
            hint.height()};
}

void MomentInput::keyPressEvent(QKeyEvent *event)
{
    const bool altDown = event->key() == Qt::Key_Down && event->modifiers().testFlag(Qt::AltModifier);
    if (altDown || event->key() == Qt::Key_F4) {
        openCalendar();
        return;
    }
    LineInput::keyPressEvent(event);
}

void MomentInput::openCalendar()
{
    if (isReadOnly() || !isEnabled())
        return;
    setFocus(Qt::OtherFocusReason);
    const models::TimeFrame frame = m_frame();
    const models::TimeReading read = reading();
    const QDateTime at = read.isRead() && read.span.from.isValid() ? read.span.from : frame.now;
    auto *popup = new CalendarPopup(models::wallTime(at, frame.zone).date(), {}, {}, this);
    connect(popup, &CalendarPopup::picked, this, &MomentInput::pick);
    popup->openUnder(this);
}

/// The day takes the place of the one that stood there; a time of day beside it stays.
void MomentInput::pick(const QDate &day)
{
    const models::TimeFrame frame = m_frame();
    const models::TimeReading read = reading();
    QString written = day.toString(Qt::ISODate);
    if (read.kind == models::TimeReading::Kind::Instant) {
        const QTime time = models::wallTime(read.span.from, frame.zone).time();
        if (time != QTime(0, 0))
            written += u' ' + time.toString(time.second() != 0 ? u"HH:mm:ss"_s : u"HH:mm"_s);
    }
    setText(written);
    Q_EMIT textEdited(text()); // a person chose it
}

} // namespace pc::views
