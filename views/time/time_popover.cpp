// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/time_popover.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/time/preset_list.h"
#include "views/time/range_facts.h"
#include "views/time/span_fields.h"
#include "views/time/zone_buttons.h"
#include "views/widgets/buttons.h"
#include "views/widgets/label.h"

#include <QCloseEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::TimePreset;
using models::TimeSpan;

namespace {

constexpr int countWaitMs = 150; ///< nobody counts for every letter

/// A hair line between two parts.
QFrame *partLine(QFrame::Shape shape)
{
    auto *line = new QFrame;
    line->setFrameShape(shape);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    line->setLineWidth(1);
    return line;
}

} // namespace

TimePopover::TimePopover(Counted counted, const models::TimeZones &zones, const Choice &choice,
                         const QDateTime &now, QWidget *parent)
    : PopupPanel(parent), m_counted(counted), m_zones(zones), m_preset(choice.preset), m_zone(choice.zone),
      m_now(now), m_span(choice.span), m_presets(new PresetList),
      m_fields(new SpanFields([this] { return frame(); })), m_zoneButtons(new ZoneButtons),
      m_facts(new RangeFacts(counted))
{
    setObjectName(u"timePopover"_s);
    setAccessibleName(tr("Time"));
    m_countWait.setSingleShot(true);
    m_countWait.setInterval(countWaitMs);
    buildUi();
    m_zoneButtons->setZones(zones);
    m_zoneButtons->setKind(m_zone);
    m_zone = m_zoneButtons->kind();
    m_presets->setPreset(m_preset);
    m_fields->show(choice.span, m_preset);
    wire();
    showSpan(false);
}

void TimePopover::buildUi()
{
    m_cancel = makeButton(u"timeCancel"_s, tr("Cancel"));
    m_show =
        makeButton(u"timeShow"_s, showCountText(m_counted, std::nullopt), Icon::None, ButtonKind::Primary);
    auto *zoneLabel = new Label(tr("Times in"), TypeRole::Small, Tone::Muted);
    zoneLabel->setWeight(QFont::Medium);
    zoneLabel->setBuddy(m_zoneButtons);
    m_zoneButtons->setAccessibleName(zoneLabel->text());

    auto *right = new QVBoxLayout;
    right->setContentsMargins(space::m, space::m, space::m, space::m);
    right->setSpacing(space::xs);
    right->addWidget(m_fields);
    right->addWidget(zoneLabel);
    right->addWidget(m_zoneButtons, 0, Qt::AlignLeading);
    right->addSpacing(space::s);
    right->addWidget(m_facts);
    right->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(space::m, space::s, space::m, space::m - 2);
    buttons->setSpacing(space::s);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_show);
    auto *side = new QVBoxLayout;
    side->setSpacing(0);
    side->addLayout(right, 1);
    side->addWidget(partLine(QFrame::HLine));
    side->addLayout(buttons);

    auto *left = new QVBoxLayout;
    left->setContentsMargins(space::s, space::m, space::s, space::s);
    left->addWidget(m_presets);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    row->addLayout(left);
    row->addWidget(partLine(QFrame::VLine));
    row->addLayout(side, 1);
}

void TimePopover::wire()
{
    connect(m_presets, &PresetList::presetChosen, this, &TimePopover::choosePreset);
    connect(m_presets, &PresetList::applied, this, &TimePopover::apply);
    connect(m_fields, &SpanFields::edited, this, &TimePopover::onEdited);
    connect(m_zoneButtons, &ZoneButtons::kindChosen, this, &TimePopover::chooseZone);
    connect(m_cancel, &QPushButton::clicked, this, &QWidget::close);
    connect(m_show, &QPushButton::clicked, this, &TimePopover::apply);
    connect(&m_countWait, &QTimer::timeout, this, [this] {
        if (m_span)
            Q_EMIT countWanted(*m_span);
    });
}

models::TimeFrame TimePopover::frame() const
{
    return {m_now, m_zones.zone(m_zone), QLocale()};
}

TimePopover::Choice TimePopover::choice() const
{
    return {m_span.value_or(TimeSpan()), m_preset, m_zone};
}

void TimePopover::setOtherForm(const QRegularExpression &form, const QString &hint)
{
    m_fields->setOtherForm(form, hint);
}

void TimePopover::setCount(const std::optional<TimeCount> &count)
{
    m_count = count;
    m_facts->setCount(count, RangeFacts::Counting::No);
    showButton();
}

void TimePopover::setCountNote(const QString &note)
{
    m_facts->setNote(note);
}

void TimePopover::open(const QWidget *anchor)
{
    openUnder(anchor, m_fields->from());
    m_fields->from()->selectAll();
    if (m_span)
        m_countWait.start();
}

void TimePopover::choosePreset(TimePreset preset)
{
    m_preset = preset;
    m_span = models::spanOf(preset, frame());
    m_fields->show(*m_span, preset);
    showSpan(true);
}

/// What was chosen by name is the same part of the other calendar; what was typed is read by the other
/// clocks; what only stands there is the same instants, written by them.
void TimePopover::chooseZone()
{
    m_zone = m_zoneButtons->kind();
    if (!m_fields->isTyped() && m_preset != TimePreset::None)
        return choosePreset(m_preset);
    m_fields->frameChanged();
    onEdited();
}

void TimePopover::onEdited()
{
    m_span = m_fields->span();
    m_preset = m_span ? models::presetOf(*m_span, frame()) : TimePreset::None;
    m_presets->setPreset(m_preset);
    showSpan(true);
}

void TimePopover::showSpan(bool preview)
{
    m_count.reset();
    m_facts->setZones(m_zones, m_zone);
    m_facts->setCount(std::nullopt, RangeFacts::Counting::Yes);
    m_facts->setSpan(m_span, frame());
    showButton();
    if (!m_span) {
        m_countWait.stop();
        return;
    }
    if (!preview)
        return;
    m_countWait.start();
    Q_EMIT spanPreviewed(*m_span);
}

void TimePopover::showButton()
{
    const QString other = m_fields->otherText();
    const QString text = other.isEmpty() ? showCountText(m_counted, m_count) : tr("Go to it");
    m_show->setText(text);
    m_show->setAccessibleName(text);
}

/// Closed before anybody hears of it: the focus is back at the chip, and may go on from there.
void TimePopover::apply()
{
    const QString other = m_fields->otherText();
    if (other.isEmpty() && (m_fields->showFault() || !m_span))
        return;
    const Choice chosen = choice();
    m_done = true;
    close();
    if (other.isEmpty())
        Q_EMIT applied(chosen);
    else
        Q_EMIT otherTyped(other);
}

void TimePopover::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && focusWidget() != m_cancel && !event->modifiers().testFlag(Qt::AltModifier))
        return apply();
    PopupPanel::keyPressEvent(event);
}

void TimePopover::closeEvent(QCloseEvent *event)
{
    m_countWait.stop();
    if (!m_done)
        Q_EMIT givenUp();
    PopupPanel::closeEvent(event);
}

} // namespace pc::views
