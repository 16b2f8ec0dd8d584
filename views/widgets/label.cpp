// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/label.h"

#include "views/style/painting.h"
#include "views/style/space.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace pc::views {

Label::Label(const QString &text, TypeRole role, Tone tone, QWidget *parent)
    : QLabel(text, parent), m_role(role), m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    applyTheme();
    applyDirection();
}

void Label::applyDirection()
{
    // QLabel aligns by the direction of its text; a Latin name in a right-to-left window must stay at the
    // right.
    if (alignment() & Qt::AlignHCenter) {
        return;
    }
    const bool trailing = alignment().testFlag(Qt::AlignRight) && !alignment().testFlag(Qt::AlignAbsolute);
    if (!trailing) {
        setAlignment((alignment() & Qt::AlignVertical_Mask) | Qt::AlignAbsolute |
                     (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
    }
}

void Label::setTone(Tone tone)
{
    m_tone = tone;
    applyTheme();
}

void Label::setRole(TypeRole role, QFont::Weight weight)
{
    m_role = role;
    m_weight = weight;
    applyTheme();
}

void Label::setWeight(QFont::Weight weight)
{
    m_weight = weight;
    applyTheme();
}

void Label::setSelectable(bool selectable)
{
    setTextInteractionFlags(selectable ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                       : Qt::NoTextInteraction);
}

void Label::paintEvent(QPaintEvent *event)
{
    QLabel::paintEvent(event);
    if (hasFocus()) { // a text that can be selected by keyboard
        QPainter painter(this);
        paintFocusRing(&painter, rect(), space::radiusSmall, Tokens::of(this).accent);
    }
}

void Label::changeEvent(QEvent *event)
{
    if (!m_applying && (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)) {
        applyTheme();
    }
    if (event->type() == QEvent::LayoutDirectionChange) {
        applyDirection();
    }
    QLabel::changeEvent(event);
}

void Label::applyTheme()
{
    if (m_applying) {
        return;
    }
    m_applying = true;
    setFont(TypeScale::of(this).font(m_role, m_weight));
    const QColor ink = Tokens::of(this).color(m_tone);
    if (palette().color(QPalette::Active, QPalette::WindowText) != ink) {
        QPalette p = palette();
        p.setColor(QPalette::Active, QPalette::WindowText, ink);
        p.setColor(QPalette::Inactive, QPalette::WindowText, ink);
        p.setColor(QPalette::Disabled, QPalette::WindowText, Tokens::of(this).disabled);
        setPalette(p);
    }
    m_applying = false;
}

SectionTitle::SectionTitle(const QString &text, QWidget *parent)
    : Label(text, TypeRole::Section, Tone::Text, parent)
{
    setWeight(QFont::DemiBold);
}

ElidedLabel::ElidedLabel(const QString &text, TypeRole role, Tone tone, QWidget *parent)
    : Label(text, role, tone, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

void ElidedLabel::setMachineText(bool machine)
{
    m_machine = machine;
    update();
}

bool ElidedLabel::isElided() const
{
    return fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QSize full = sizeHint();
    return {std::min(full.width(), fontMetrics().horizontalAdvance(QStringLiteral("MM\u2026"))),
            full.height()};
}

QSize ElidedLabel::sizeHint() const
{
    const QMargins m = contentsMargins();
    return {fontMetrics().horizontalAdvance(text()) + 2 + m.left() + m.right(),
            fontMetrics().height() + m.top() + m.bottom()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(isEnabled() ? palette().color(QPalette::WindowText) : Tokens::of(this).disabled);
    painter.setFont(font());
    const QRect r = contentsRect();
    const Qt::Alignment align = QStyle::visualAlignment(layoutDirection(), alignment());
    painter.drawText(
        r, static_cast<int>(align) | Qt::TextSingleLine | (m_machine ? Qt::TextForceLeftToRight : 0),
        fontMetrics().elidedText(text(), m_mode, r.width()));
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isElided()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text().toHtmlEscaped(), this);
        return true;
    }
    return Label::event(event);
}

} // namespace pc::views
