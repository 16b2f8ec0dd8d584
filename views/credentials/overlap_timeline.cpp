// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/overlap_timeline.h"

#include "contract/rules/act_refusal.h"
#include "contract/rules/date_words.h"
#include "views/style/painting.h"
#include "views/style/tokens.h"
#include "views/style/type_scale.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace pc::views {

namespace {

constexpr int lastFourWidth = 56;
constexpr int barHeight = 12;
constexpr int rowHeight = 34;
constexpr int nowHeight = 18;

} // namespace

OverlapTimeline::OverlapTimeline(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void OverlapTimeline::setCredential(const Credential &credential, const QDateTime &now)
{
    m_bars.clear();
    const QList<Generation> &generations = credential.generations;
    const Generation *older = rules::generationInGrace(credential);
    const auto newest =
        std::find_if(generations.begin(), generations.end(), [](const Generation &generation) {
            return generation.state == GenerationState::Active;
        });
    const QLocale locale;
    if (older && newest != generations.end() && older->graceUntil) {
        // The window: as long before the rotation as the grace lasts, and half of that after its end.
        const QDateTime start = newest->acknowledgedAt.value_or(newest->createdAt);
        const qint64 grace = std::max<qint64>(60, start.secsTo(*older->graceUntil));
        const QDateTime from = start.addSecs(-grace / 2);
        const qint64 span = grace * 2;
        const auto at = [&](const QDateTime &time) {
            return std::clamp(double(from.secsTo(time)) / double(span), 0.0, 1.0);
        };
        m_now = at(now);
        m_bars.append({older->lastFour,
                       tr("old, valid until %1 UTC")
                           .arg(rules::momentText(*older->graceUntil, rules::DateForm::WeekdayDay)),
                       0.0, at(*older->graceUntil), true});
        m_bars.append({newest->lastFour, newest->lastUsedAt ? tr("new, in use") : tr("new, not used yet"),
                       at(start), 1.0, false});
    }
    setAccessibleName(m_bars.isEmpty() ? tr("No rotation in progress")
                                       : tr("Old secret ending in %1: %2. New secret ending in %3: %4.")
                                             .arg(m_bars.first().lastFour, m_bars.first().text,
                                                  m_bars.last().lastFour, m_bars.last().text));
    updateGeometry();
    update();
}

QSize OverlapTimeline::sizeHint() const
{
    const int rows = int(m_bars.size());
    return {260,
            rows == 0 ? 0 : rows * TypeScale::of(this).px(rowHeight) + TypeScale::of(this).px(nowHeight)};
}

QSize OverlapTimeline::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void OverlapTimeline::paintEvent(QPaintEvent *)
{
    if (m_bars.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = Tokens::of(this);
    const TypeScale &type = TypeScale::of(this);
    const int left = type.px(lastFourWidth);
    const double width = this->width() - left - 1;
    const int row = type.px(rowHeight);
    int y = 0;
    for (const Bar &bar : m_bars) {
        painter.setFont(type.font(TypeRole::MonoSmall));
        painter.setPen(tokens.text2);
        const QRect lastFourRect(0, y, left, type.px(barHeight) + 4);
        painter.drawText(lastFourRect, Qt::AlignVCenter | Qt::AlignLeft, QStringLiteral("…") + bar.lastFour);
        const QRectF track(left, y + 2, width, type.px(barHeight));
        paintBox(&painter, track, 4, tokens.track);
        const QRectF filled(left + bar.from * width, y + 2, std::max(4.0, (bar.to - bar.from) * width),
                            type.px(barHeight));
        paintBox(&painter, filled, 4, bar.old ? tokens.text3 : tokens.accentFill);
        painter.setFont(type.font(TypeRole::Caption));
        const int textTop = y + type.px(barHeight) + 4;
        painter.drawText(QRectF(left, textTop, width, row - type.px(barHeight) - 4),
                         int(Qt::AlignTop) | int(bar.old ? Qt::AlignLeft : Qt::AlignRight), bar.text);
        y += row;
    }
    const double x = left + m_now * width;
    painter.setPen(QPen(tokens.text, 1.5));
    // Over the bars only, so that no label is crossed.
    for (int top = 0; top < y; top += row)
        painter.drawLine(QPointF(x, top), QPointF(x, top + type.px(barHeight) + 4));
    painter.setFont(type.font(TypeRole::Caption, QFont::DemiBold));
    painter.setPen(tokens.text);
    const double labelWidth = 80;
    const double labelLeft = std::clamp(x - labelWidth / 2, double(left), left + width - labelWidth);
    painter.drawText(QRectF(labelLeft, y, labelWidth, type.px(nowHeight)), Qt::AlignHCenter | Qt::AlignTop,
                     tr("now"));
}

} // namespace pc::views
