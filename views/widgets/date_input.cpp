// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/date_input.h"

#include "contract/rules/date_text.h"
#include "views/style/icons.h"
#include "views/widgets/calendar_popup.h"

#include <QAction>
#include <QKeyEvent>
#include <QToolButton>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

DateInput::DateInput(const QString &name, Mode mode, QWidget *parent) : LineInput(name, parent), m_mode(mode)
{
    setLayoutDirection(Qt::LeftToRight); // ISO dates read left to right in every language
    setPlaceholderText(mode == Mode::Day ? tr("YYYY-MM-DD") : tr("YYYY-MM-DD HH:MM"));
    m_arrow = addAction(icon(Icon::Calendar), QLineEdit::TrailingPosition);
    m_arrow->setToolTip(tr("Open the calendar (Alt+Down)"));
    for (QToolButton *button : findChildren<QToolButton *>()) {
        button->setObjectName(name + u"Calendar"_s);
        button->setAccessibleName(tr("Open the calendar"));
    }
    connect(m_arrow, &QAction::triggered, this, &DateInput::openCalendar);
    connect(this, &QLineEdit::editingFinished, this, [this] {
        if (const QDateTime read = moment(); read.isValid() && text() != written(read))
            setText(written(read));
    });
}

QString DateInput::written(const QDateTime &moment) const
{
    if (m_mode == Mode::Day)
        return moment.date().toString(Qt::ISODate);
    return moment.toString(moment.time().second() != 0 ? u"yyyy-MM-dd HH:mm:ss"_s : u"yyyy-MM-dd HH:mm"_s);
}

QSize DateInput::sizeHint() const
{
    const QSize hint = LineInput::sizeHint();
    const QFontMetrics metrics(font());
    const auto wide = [&metrics](const QString &text) { return metrics.horizontalAdvance(text); };
    // Its placeholder or a whole moment, beside the button and the edges that a line of QLineEdit has too.
    const int text = std::max(wide(placeholderText()),
                              wide(m_mode == Mode::Day ? u"0000-00-00"_s : u"0000-00-00 00:00"_s));
    const int edges = hint.width() - 17 * wide(u"x"_s);
    return {text + std::max(16, edges) + 30, hint.height()};
}

QDate DateInput::day() const
{
    return rules::readDate(text(), m_mode == Mode::Minute, QLocale()).date;
}

QDateTime DateInput::moment() const
{
    const rules::DateText read = rules::readDate(text(), m_mode == Mode::Minute, QLocale());
    return read.state == rules::DateText::State::Read ? QDateTime(read.date, read.time, Qt::UTC)
                                                      : QDateTime();
}

void DateInput::showDay(const QDate &day)
{
    showMoment(day.isValid() ? QDateTime(day, QTime(0, 0), Qt::UTC) : QDateTime());
}

void DateInput::showMoment(const QDateTime &moment)
{
    if (!moment.isValid())
        showText({});
    else if (this->moment() != moment.toUTC())
        showText(written(moment.toUTC()));
}

void DateInput::setSensible(const QDate &from, const QDate &to)
{
    m_from = from;
    m_to = to;
}

QString DateInput::fault() const
{
    const rules::DateText read = rules::readDate(text(), m_mode == Mode::Minute, QLocale());
    switch (read.state) {
    case rules::DateText::State::Empty:
        return {};
    case rules::DateText::State::NotADate:
        return m_mode == Mode::Day ? tr("This is not a date. Write it as 2026-03-01.")
                                   : tr("This is not a time. Write it as 2026-03-01 12:30.");
    case rules::DateText::State::NoSuchDay:
        return tr("There is no such day.");
    case rules::DateText::State::Read:
        break;
    }
    if (m_from.isValid() && read.date < m_from)
        return tr("Not before %1.", "date").arg(m_from.toString(Qt::ISODate));
    if (m_to.isValid() && read.date > m_to)
        return tr("Not after %1.", "date").arg(m_to.toString(Qt::ISODate));
    return {};
}

QString DateInput::unreadText() const
{
    return isBlank() || moment().isValid() ? QString() : text();
}

void DateInput::keyPressEvent(QKeyEvent *event)
{
    const bool altDown = event->key() == Qt::Key_Down && event->modifiers().testFlag(Qt::AltModifier);
    if (altDown || event->key() == Qt::Key_F4) {
        openCalendar();
        return;
    }
    LineInput::keyPressEvent(event);
}

void DateInput::openCalendar()
{
    if (isReadOnly() || !isEnabled())
        return;
    setFocus(Qt::OtherFocusReason);
    auto *popup = new CalendarPopup(day(), m_from, m_to, this);
    connect(popup, &CalendarPopup::picked, this, &DateInput::pick);
    popup->openUnder(this);
}

void DateInput::pick(const QDate &day)
{
    const rules::DateText read = rules::readDate(text(), m_mode == Mode::Minute, QLocale());
    const QTime time = read.state == rules::DateText::State::Read ? read.time : QTime(0, 0);
    setText(written(QDateTime(day, time, Qt::UTC)));
    Q_EMIT textEdited(text()); // a person chose it
}

} // namespace pc::views
