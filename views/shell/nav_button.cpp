// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/nav_button.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/style/type_scale.h"

#include <QAccessible>
#include <QLocale>

namespace pc::views {

NavButton::NavButton(Icon which, const QString &text, QWidget *parent)
    : QAbstractButton(parent), m_icon(which)
{
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NavButton::setCurrent(bool current)
{
    if (current == m_current) {
        return;
    }
    m_current = current;
    update();
    QAccessible::State changed;
    changed.selected = true;
    QAccessibleStateChangeEvent event(this, changed);
    QAccessible::updateAccessibility(&event);
}

void NavButton::setCount(int count, Severity severity)
{
    m_count = count;
    m_severity = severity;
    setAccessibleName(count > 0 ? tr("%1, %2").arg(text(), QLocale().toString(count)) : text());
    update();
}

void NavButton::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    setToolTip(collapsed ? text().toHtmlEscaped() : QString());
    update();
}

QSize NavButton::sizeHint() const
{
    return {120, TypeScale::of(this).px(space::navItem)};
}

void NavButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = Tokens::of(this);
    const TypeScale &type = TypeScale::of(this);
    const auto visual = [this](int left, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, width, height()));
    };
    if (m_current || underMouse()) {
        const QColor ground = m_current ? t.selection : t.dark ? t.surface : t.border;
        paintBox(&painter, rect(), space::radius, ground, t.highContrast && m_current ? t.border : QColor(),
                 2);
    }
    const int side = type.px(18);
    paintIcon(&painter, m_icon, m_collapsed ? rect().adjusted(0, 7, 0, -7) : visual(10, side),
              m_current ? t.accent : t.text2);
    if (!m_collapsed) {
        int right = width() - 8;
        if (m_count > 0) {
            const QFont small = type.font(TypeRole::Caption, QFont::DemiBold);
            const QString number = QLocale().toString(m_count);
            const int pill = std::max(18, QFontMetrics(small).horizontalAdvance(number) + 10);
            right -= pill;
            const QRect box = visual(right, pill);
            const QRect middle(box.left(), box.center().y() - 8, pill, 18);
            const SeverityColors colors = t.severity(m_severity);
            paintBox(&painter, middle, 9, colors.bg);
            painter.setFont(small);
            painter.setPen(colors.fg);
            painter.drawText(middle, Qt::AlignCenter, number);
            right -= 6;
        }
        const QFont font = type.font(TypeRole::Body, m_current ? QFont::DemiBold : QFont::Medium);
        painter.setFont(font);
        painter.setPen(m_current ? t.text : t.text2);
        const int left = 10 + side + 8;
        painter.drawText(visual(left, right - left),
                         static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) |
                             Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(text(), Qt::ElideRight, right - left));
    }
    if (hasFocus()) {
        paintFocusRing(&painter, rect(), space::radius, t.accent);
    }
}

} // namespace pc::views
