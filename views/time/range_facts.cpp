// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/range_facts.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/widgets/label.h"

#include <QPainter>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

RangeFacts::RangeFacts(Counted counted, QWidget *parent)
    : QWidget(parent), m_counted(counted), m_title(new Label),
      m_noteLine(new Label({}, TypeRole::Small, Tone::Muted))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::m, space::s + 2, space::m, space::s + 2);
    column->setSpacing(3);
    m_title->setObjectName(u"rangeCount"_s);
    m_title->setWeight(QFont::DemiBold);
    column->addWidget(m_title);
    column->addWidget(m_noteLine);
    m_noteLine->hide();
}

void RangeFacts::setZones(const models::TimeZones &zones, models::ZoneKind first)
{
    m_zones = {zones.zone(first)};
    for (const models::ZoneKind kind : zones.offered())
        if (const QTimeZone zone = zones.zone(kind); !m_zones.contains(zone))
            m_zones.append(zone);
    auto *column = static_cast<QVBoxLayout *>(layout());
    while (m_lines.size() < m_zones.size()) {
        auto *line = new ElidedLabel({}, TypeRole::Small, Tone::Muted);
        line->setObjectName(u"rangeLine%1"_s.arg(m_lines.size()));
        column->insertWidget(1 + static_cast<int>(m_lines.size()), line);
        m_lines.append(line);
    }
    for (qsizetype i = 0; i < m_lines.size(); ++i)
        m_lines.at(i)->setVisible(i < m_zones.size());
    showAll();
}

void RangeFacts::setSpan(const std::optional<models::TimeSpan> &span, const models::TimeFrame &frame)
{
    m_span = span;
    m_frame = frame;
    showAll();
}

void RangeFacts::setCount(const std::optional<TimeCount> &count, Counting counting)
{
    m_count = count;
    m_counting = counting;
    showAll();
}

void RangeFacts::setNote(const QString &note)
{
    m_note = note;
    m_noteLine->setVisible(!note.isEmpty());
    showAll();
}

void RangeFacts::showAll()
{
    // An end that is open is the present, for how long it is.
    std::optional<qint64> length;
    if (m_span && m_span->from.isValid())
        length = m_span->from.msecsTo(m_span->to.isValid() ? m_span->to : m_frame.now);
    if (length && *length <= 0)
        length.reset();
    if (!m_span)
        m_title->setText(tr("A time, a day or a range"));
    else if (m_count)
        m_title->setText(countedText(m_counted, *m_count, length));
    else if (m_counting == Counting::Yes)
        m_title->setText(length ? tr("Counting in %1…", "duration").arg(durationText(*length))
                                : tr("Counting…"));
    else
        m_title->setText(length ? durationText(*length) : presetText(models::TimePreset::All));
    m_title->setTone(m_span ? Tone::Text : Tone::Faint);
    for (qsizetype i = 0; i < m_zones.size() && i < m_lines.size(); ++i) {
        models::TimeFrame frame = m_frame;
        frame.zone = m_zones.at(i);
        // All of time is the same in every zone.
        m_lines.at(i)->setText(m_span && (i == 0 || !m_span->isAll()) ? fullSpanText(*m_span, frame)
                                                                      : QString());
    }
    m_noteLine->setText(m_span ? m_note : QString());
}

void RangeFacts::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = Tokens::of(this);
    paintBox(&painter, rect(), space::radiusCard, tokens.window,
             tokens.highContrast ? tokens.border : QColor());
}

} // namespace pc::views
