// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/time_chip.h"

#include "views/widgets/relative_time.h"

#include <QKeyEvent>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::TimePreset;
using models::TimeSpan;

TimeChip::TimeChip(Counted counted, TimeTicker &ticker, QWidget *parent)
    : Chip(tr("Time"), {}, parent), m_counted(counted), m_ticker(ticker)
{
    setObjectName(u"timeChip"_s);
    setArrow(true);
    connect(this, &QAbstractButton::clicked, this, &TimeChip::openPopover);
    connect(this, &Chip::removeRequested, this, [this] {
        setChoice({}, TimePreset::All);
        Q_EMIT spanChosen({}, TimePreset::All);
    });
    connect(&ticker, &TimeTicker::tick, this, &TimeChip::showText); // today becomes yesterday
    showText();
}

models::TimeFrame TimeChip::frame() const
{
    return {m_ticker.now(), zone(), QLocale()};
}

void TimeChip::setChoice(const TimeSpan &span, TimePreset preset)
{
    m_choice.span = span;
    m_choice.preset = span.isAll() ? TimePreset::All : preset;
    m_preview.reset();
    showText();
}

void TimeChip::setPreview(const std::optional<TimeSpan> &span)
{
    m_preview = span == m_choice.span ? std::nullopt : span; // by its name
    showText();
}

void TimeChip::setZones(const models::TimeZones &zones)
{
    m_zones = zones;
    showText();
}

void TimeChip::setZoneKind(models::ZoneKind kind)
{
    m_choice.zone = kind;
    showText();
}

void TimeChip::setOtherForm(const QRegularExpression &form, const QString &hint)
{
    m_otherForm = form;
    m_otherHint = hint;
    if (m_popover)
        m_popover->setOtherForm(form, hint);
}

void TimeChip::setCount(const std::optional<qint64> &count, bool isAtLeast)
{
    if (m_popover)
        m_popover->setCount(count ? std::optional(TimeCount{*count, isAtLeast}) : std::nullopt);
}

void TimeChip::setCountNote(const QString &note)
{
    if (m_popover)
        m_popover->setCountNote(note);
}

void TimeChip::showText()
{
    const TimeSpan span = m_preview.value_or(m_choice.span);
    const bool named = !m_preview && m_choice.preset != TimePreset::None;
    const QString text = named ? presetText(m_choice.preset) : timeSpanText(span, frame());
    setLook(span.isAll() ? Look::Outline : Look::Filter);
    if (text != value())
        setValue(text);
    setToolTip(fullSpanText(span, frame()).toHtmlEscaped());
}

void TimeChip::openPopover()
{
    if (m_popover && m_popover->isVisible())
        return;
    setFocus(Qt::PopupFocusReason); // it comes back here, wherever it was
    auto *popover = new TimePopover(m_counted, m_zones, m_choice, m_ticker.now(), this);
    m_popover = popover;
    popover->setOtherForm(m_otherForm, m_otherHint);
    connect(popover, &TimePopover::applied, this, &TimeChip::onApplied);
    connect(popover, &TimePopover::otherTyped, this, [this](const QString &text) {
        Q_EMIT spanPreviewed(m_choice.span);
        Q_EMIT otherTyped(text);
    });
    connect(popover, &TimePopover::givenUp, this, [this] { Q_EMIT spanPreviewed(m_choice.span); });
    connect(popover, &TimePopover::spanPreviewed, this, &TimeChip::spanPreviewed);
    connect(popover, &TimePopover::countWanted, this, &TimeChip::countWanted);
    popover->open(this);
}

void TimeChip::onApplied(const TimePopover::Choice &choice)
{
    const bool otherZone = choice.zone != m_choice.zone;
    m_choice = choice;
    m_preview.reset();
    showText();
    if (otherZone)
        Q_EMIT zoneChosen(choice.zone);
    Q_EMIT spanChosen(choice.span, choice.preset);
}

void TimeChip::keyPressEvent(QKeyEvent *event)
{
    const bool clears = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    if (clears && !m_choice.span.isAll()) {
        Q_EMIT removeRequested();
        return;
    }
    Chip::keyPressEvent(event);
}

} // namespace pc::views
