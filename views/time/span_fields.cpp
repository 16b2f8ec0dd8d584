// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/span_fields.h"

#include "models/time/time_writer.h"
#include "views/style/space.h"
#include "views/time/time_words.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::TimeFault;
using models::TimePreset;
using models::TimeReading;
using models::TimeSpan;

namespace {

/// How a preset that goes on until now is written as its beginning: as one would type it.
QString typedPreset(TimePreset preset)
{
    switch (preset) {
    case TimePreset::LastHour:
        return u"-1h"_s;
    case TimePreset::Last7Days:
        return u"-7d"_s;
    case TimePreset::Last30Days:
        return u"-30d"_s;
    case TimePreset::Last90Days:
        return u"-90d"_s;
    default:
        return {};
    }
}

} // namespace

SpanFields::SpanFields(MomentInput::Frame frame, QWidget *parent)
    : QWidget(parent), m_frame(std::move(frame)), m_from(new MomentInput(u"timeFrom"_s, m_frame)),
      m_to(new MomentInput(u"timeTo"_s, m_frame)), m_message(new Label({}, TypeRole::Small, Tone::Faint)),
      m_icon(new IconLabel(Icon::Warning, Tone::Bad, 16))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::s);
    grid->setVerticalSpacing(space::xs);
    const auto add = [grid](int column, const QString &text, MomentInput *input) {
        auto *label = new Label(text, TypeRole::Small, Tone::Muted);
        label->setWeight(QFont::Medium);
        label->setBuddy(input);
        input->setAccessibleName(text);
        grid->addWidget(label, 0, column);
        grid->addWidget(input, 1, column);
        grid->setColumnStretch(column, 1);
    };
    add(0, tr("From"), m_from);
    add(1, tr("To, not included"), m_to);
    m_from->setPlaceholderText(tr("the beginning"));
    m_to->setPlaceholderText(tr("now"));
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    m_message->setObjectName(u"timeMessage"_s);
    m_message->setWordWrap(true);
    m_message->setAlignment((m_message->alignment() & Qt::AlignHorizontal_Mask) | Qt::AlignTop);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_message, 1);
    grid->addLayout(row, 2, 0, 1, 2);
    for (MomentInput *input : {m_from, m_to}) {
        connect(input, &QLineEdit::textEdited, this, [this, input] {
            (input == m_from ? m_fromTyped : m_toTyped) = true;
            read();
            Q_EMIT edited();
        });
        connect(input, &QLineEdit::editingFinished, this, [this, input] { judge(input); });
    }
    setOtherForm({}, {});
}

void SpanFields::setOtherForm(const QRegularExpression &form, const QString &hint)
{
    m_other = form;
    m_hint = hint.isEmpty() ? tr("Also: yesterday 14:00, -3d, 27 Nov")
                            : tr("Also: yesterday 14:00, -3d, 27 Nov, %1").arg(hint);
    showMessage();
}

void SpanFields::show(const TimeSpan &span, TimePreset preset)
{
    const QSignalBlocker quietFrom(m_from);
    const QSignalBlocker quietTo(m_to);
    const QTimeZone zone = m_frame().zone;
    m_shown = span;
    m_fromTyped = false;
    m_toTyped = false;
    const QString typed = typedPreset(preset);
    m_from->setText(typed.isEmpty() ? models::fieldText(span.from, zone) : typed);
    m_to->setText(models::fieldText(span.to, zone));
    m_span = span;
    m_endsFirst = false;
    m_wrong = nullptr;
    showMessage();
}

void SpanFields::frameChanged()
{
    const QTimeZone zone = m_frame().zone;
    if (!m_fromTyped && m_shown.from.isValid() && m_from->text().contains(u':'))
        m_from->setText(models::fieldText(m_shown.from, zone));
    read(); // writes the end
}

QString SpanFields::otherText() const
{
    const QString text = m_from->text().trimmed();
    return m_fromTyped && !m_other.pattern().isEmpty() && m_other.match(text).hasMatch() ? text : QString();
}

/// What was not typed is what was shown, to the millisecond; what was typed is what it says.
void SpanFields::read()
{
    TimeSpan span = m_shown;
    bool isRead = true;
    const TimeReading first = m_fromTyped ? m_from->reading() : TimeReading();
    const bool setsBoth = first.kind == TimeReading::Kind::Day || first.kind == TimeReading::Kind::Span;
    if (m_fromTyped) {
        span.from = first.span.from;
        isRead = first.isRead() || m_from->isBlank();
    }
    if (m_toTyped) {
        const TimeReading last = m_to->reading();
        // The end is not included: that of a day or a month is where it begins.
        span.to = last.span.from;
        isRead = isRead && (last.isRead() || m_to->isBlank());
    } else if (setsBoth) {
        span.to = first.span.to;
    } else if (m_fromTyped && span.to.isValid() && span.from.isValid() && span.to <= span.from) {
        span.to = {};
    }
    if (!m_toTyped) {
        const QSignalBlocker quiet(m_to);
        m_to->setText(models::fieldText(span.to, m_frame().zone));
    }
    m_endsFirst = isRead && span.isEmpty();
    m_span = isRead && !m_endsFirst ? std::optional(span) : std::nullopt;
    // What was said to be wrong is judged live until it is right.
    if (m_wrong != nullptr && faultOf(m_wrong) == TimeFault::None)
        m_wrong = nullptr;
    showMessage();
}

TimeFault SpanFields::faultOf(const MomentInput *input) const
{
    if (input == m_from && !otherText().isEmpty())
        return TimeFault::None;
    const bool typed = input == m_from ? m_fromTyped : m_toTyped;
    if (typed && !input->isBlank() && !input->reading().isRead())
        return input->reading().fault;
    // Said where somebody typed last, or at the end.
    return m_endsFirst && (input == m_to) == m_toTyped ? TimeFault::EndsFirst : TimeFault::None;
}

void SpanFields::judge(MomentInput *left)
{
    if (faultOf(left) != TimeFault::None)
        m_wrong = left;
    showMessage();
}

bool SpanFields::showFault()
{
    for (MomentInput *input : {m_from, m_to}) {
        if (faultOf(input) == TimeFault::None)
            continue;
        m_wrong = input;
        showMessage();
        input->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

QString SpanFields::message() const
{
    return m_message->text();
}

void SpanFields::showMessage()
{
    const TimeFault fault = m_wrong != nullptr ? faultOf(m_wrong) : TimeFault::None;
    const bool wrong = fault != TimeFault::None;
    m_message->setText(wrong ? timeFaultText(fault) : m_hint);
    m_message->setTone(wrong ? Tone::Bad : Tone::Faint);
    m_icon->setVisible(wrong);
    // Two lines are kept free, so that nothing moves when something is said.
    m_message->setMinimumHeight(2 * m_message->fontMetrics().lineSpacing());
    for (MomentInput *input : {m_from, m_to}) {
        const bool here = wrong && input == m_wrong;
        input->setProperty("invalid", here);
        input->setAccessibleDescription(here || !wrong ? m_message->text() : QString());
        input->update();
    }
}

} // namespace pc::views
