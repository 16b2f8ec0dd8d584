// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/chip.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/style/type_scale.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace pc::views {

namespace {
constexpr int chipSide = 12;
constexpr int chipGap = 5;
} // namespace

Chip::Chip(const QString &label, const QString &value, QWidget *parent)
    : QAbstractButton(parent), m_label(label), m_value(value)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    updateName();
}

void Chip::setValue(const QString &value)
{
    m_value = value;
    updateName();
    updateGeometry();
    update();
}

void Chip::setRemovable(bool removable)
{
    m_removable = removable;
    updateName();
    updateGeometry();
}

void Chip::setArrow(bool arrow)
{
    m_arrow = arrow;
    updateGeometry();
    update();
}

void Chip::setLook(Look look)
{
    m_look = look;
    update();
}

void Chip::setLeadingIcon(Icon which)
{
    m_icon = which;
    updateGeometry();
}

void Chip::updateName()
{
    setAccessibleName(m_value.isEmpty() ? m_label : tr("%1: %2").arg(m_label, m_value));
    setToolTip(m_value.isEmpty() ? QString() : accessibleName().toHtmlEscaped());
    setAccessibleDescription(m_removable ? tr("Filter. Enter to change, Delete to remove.") : QString());
}

QSize Chip::sizeHint() const
{
    const TypeScale &type = TypeScale::of(this);
    const QFontMetrics body(type.font(TypeRole::Body));
    const QFontMetrics medium(type.font(TypeRole::Body, QFont::DemiBold));
    int width = 2 * chipSide +
                (m_value.isEmpty() ? medium.horizontalAdvance(m_label)
                                   : body.horizontalAdvance(m_label + QStringLiteral(": "))) +
                medium.horizontalAdvance(m_value);
    width += m_icon == Icon::None ? 0 : type.px(14) + chipGap;
    width += hasTail() ? type.px(14) + chipGap : 0;
    return {width, type.px(space::chip)};
}

QSize Chip::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    return m_value.isEmpty() ? whole
                             : QSize(std::min(whole.width(), TypeScale::of(this).px(110)), whole.height());
}

QRect Chip::closeRect() const
{
    const int size = TypeScale::of(this).px(14);
    const QRect logical(width() - chipSide - size + 3, 0, size + chipSide - 3, height());
    return QStyle::visualRect(layoutDirection(), rect(), logical);
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = Tokens::of(this);
    const TypeScale &type = TypeScale::of(this);
    const bool filter = m_look == Look::Filter;
    const bool hover = underMouse() && isEnabled();
    const QColor ground = filter ? t.selection : hover ? t.hover : t.surface;
    paintBox(&painter, rect(), height() / 2.0, ground,
             filter ? (hover ? t.accent : t.severityBorder(Severity::Info)) : t.borderStrong);
    const auto visual = [this](int left, int w) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, w, height()));
    };
    const int flags = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) |
                      Qt::AlignVCenter | Qt::TextSingleLine;
    int x = chipSide;
    const QColor ink = isEnabled() ? t.text : t.disabled;
    if (m_icon != Icon::None) {
        paintIcon(&painter, m_icon, visual(x, type.px(14)), ink);
        x += type.px(14) + chipGap;
    }
    const QFont strong = type.font(TypeRole::Body, filter ? QFont::DemiBold : QFont::Medium);
    const QFont plain = m_value.isEmpty() ? strong : type.font(TypeRole::Body);
    const QString label = m_value.isEmpty() ? m_label : m_label + QStringLiteral(": ");
    painter.setPen(m_value.isEmpty() ? ink : isEnabled() ? t.text2 : t.disabled);
    painter.setFont(plain);
    const int labelWidth = QFontMetrics(plain).horizontalAdvance(label);
    painter.drawText(visual(x, labelWidth + 1), flags, label);
    x += labelWidth;
    if (!m_value.isEmpty()) {
        painter.setFont(strong);
        painter.setPen(!isEnabled() ? t.disabled : filter ? t.accent : t.text);
        const QFontMetrics metrics(strong);
        const int room = width() - chipSide - (hasTail() ? type.px(14) + chipGap : 0) - x;
        const bool whole =
            metrics.horizontalAdvance(m_value) <= room; // measured with fractions, elided text would differ
        painter.drawText(visual(x, room + 1), flags,
                         whole ? m_value : metrics.elidedText(m_value, Qt::ElideRight, room));
    }
    if (hasTail()) {
        const int size = type.px(14);
        paintIcon(&painter, m_removable ? Icon::Close : Icon::ChevronDown,
                  visual(width() - chipSide - size + 3, size), t.text2);
    }
    if (hasFocus()) {
        paintFocusRing(&painter, rect(), height() / 2.0, t.accent);
    }
}

void Chip::mousePressEvent(QMouseEvent *event)
{
    m_closePressed = m_removable && closeRect().contains(event->position().toPoint());
    if (!m_closePressed) {
        QAbstractButton::mousePressEvent(event);
    }
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_closePressed) {
        m_closePressed = false;
        if (closeRect().contains(event->position().toPoint())) {
            Q_EMIT removeRequested();
        }
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    if (m_removable && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        Q_EMIT removeRequested();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void Chip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        updateGeometry();
    }
    QAbstractButton::changeEvent(event);
}

} // namespace pc::views
