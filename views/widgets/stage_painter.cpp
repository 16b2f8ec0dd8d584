// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/stage_painter.h"

#include "views/style/painting.h"

#include <QCoreApplication>

namespace pc::views {

namespace {

constexpr StageLevel steps[] = {StageLevel::Sandbox, StageLevel::Limited, StageLevel::Production};

} // namespace

QString stageText(StageLevel level)
{
    switch (level) {
    case StageLevel::None:
        return QCoreApplication::translate("Stage", "Draft");
    case StageLevel::Sandbox:
        return QCoreApplication::translate("Stage", "Sandbox");
    case StageLevel::Limited:
        return QCoreApplication::translate("Stage", "Limited");
    case StageLevel::Production:
        return QCoreApplication::translate("Stage", "Production");
    }
    return {};
}

void paintStageGlyph(QPainter *painter, const QRect &rect, const Tokens &tokens, StageLevel level,
                     Qt::LayoutDirection direction)
{
    const PainterScope scope(painter);
    for (int i = 0; i < 3; ++i) {
        const int height = 4 + i * 3;
        const QRect bar(rect.left() + i * 6, rect.center().y() + 5 - height + 1, 4, height);
        paintBox(painter, QStyle::visualRect(direction, rect, bar), 1,
                 static_cast<int>(level) > i ? tokens.text2 : tokens.border);
    }
}

StageGlyph::StageGlyph(StageLevel level, QWidget *parent) : QWidget(parent), m_level(level)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setLevel(level);
}

void StageGlyph::setLevel(StageLevel level)
{
    m_level = level;
    setAccessibleName(stageText(level));
    update();
}

QSize StageGlyph::sizeHint() const
{
    return {stageGlyphWidth, 16};
}

void StageGlyph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStageGlyph(&painter, rect(), Tokens::of(this), m_level, layoutDirection());
}

StageStepper::StageStepper(StageLevel level, QWidget *parent) : QWidget(parent), m_level(level)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    updateName();
}

void StageStepper::setLevel(StageLevel level)
{
    m_level = level;
    updateName();
    update();
}

void StageStepper::updateName()
{
    setAccessibleName(QCoreApplication::translate("Stage", "Stage: %1").arg(stageText(m_level)));
}

QSize StageStepper::sizeHint() const
{
    const int lineHeight = QFontMetrics(TypeScale::of(this).font(TypeRole::Small)).height();
    return {TypeScale::of(this).px(310), 22 + 4 + lineHeight};
}

QSize StageStepper::minimumSizeHint() const
{
    return {TypeScale::of(this).px(230), sizeHint().height()};
}

void StageStepper::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = Tokens::of(this);
    const TypeScale &type = TypeScale::of(this);
    constexpr int circle = 20;
    const QFontMetrics metrics(type.font(TypeRole::Small, QFont::DemiBold));
    const int last = metrics.horizontalAdvance(stageText(StageLevel::Production)) + 4;
    const int pitch = std::min((width() - std::max(last, circle)) / 2, type.px(124));
    const auto visual = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    for (int i = 0; i < 3; ++i) {
        const int place = static_cast<int>(steps[i]);
        const int current = static_cast<int>(m_level);
        const bool done = place < current || (place == current && m_level == StageLevel::Production);
        const bool here = place == current && !done;
        const int x = i * pitch;
        const QRect box = visual(QRect(x, 1, circle, circle));
        if (done) {
            paintBox(&painter, box, circle / 2.0, t.accentFill);
            paintIcon(&painter, Icon::Check, box.adjusted(4, 4, -4, -4), t.onFill);
        } else if (here) {
            paintBox(&painter, box, circle / 2.0, t.surface, t.accent, 1.8);
            paintBox(&painter, box.adjusted(6, 6, -6, -6), 4, t.accent);
        } else {
            paintBox(&painter, box, circle / 2.0, t.surface, t.borderStrong, 1.4);
        }
        if (i < 2) {
            const QRect line = visual(QRect(x + circle + 4, circle / 2, pitch - circle - 8, 2));
            painter.fillRect(line, place < current ? t.accent : t.border);
        }
        painter.setFont(
            type.font(TypeRole::Small, here || (done && place == current) ? QFont::DemiBold : QFont::Normal));
        painter.setPen(place <= current ? t.text : t.text3);
        const int room = i < 2 ? pitch - 6 : width() - x;
        painter.drawText(visual(QRect(x, circle + 5, room, metrics.height() + 2)),
                         static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) |
                             Qt::AlignTop,
                         metrics.elidedText(stageText(steps[i]), Qt::ElideRight, room));
    }
}

} // namespace pc::views
