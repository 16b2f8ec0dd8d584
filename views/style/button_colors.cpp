// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/button_colors.h"

#include <QStyleOption>
#include <QWidget>

namespace pc::views {

ButtonColors buttonColors(const Tokens &t, const QStyleOption *option, const QWidget *widget)
{
    const QString kind = widget != nullptr ? widget->property("kind").toString() : QString();
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const bool down =
        option->state.testFlag(QStyle::State_Sunken) || option->state.testFlag(QStyle::State_On);
    const bool hover = enabled && (option->state.testFlag(QStyle::State_MouseOver) || down);
    if (!enabled) {
        return kind == QLatin1String("ghost") ? ButtonColors{{}, {}, t.disabled}
                                              : ButtonColors{t.neutral.bg, t.border, t.disabled};
    }
    if (kind == QLatin1String("primary")) {
        const QColor fill = hover ? t.accentFillHover : t.accentFill;
        return {fill, fill, t.onFill, true};
    }
    if (kind == QLatin1String("danger")) {
        const QColor fill = hover ? t.badFillHover : t.badFill;
        return {fill, fill, t.onFill, true};
    }
    if (kind == QLatin1String("dangerOutline")) {
        return {hover ? t.bad.bg : t.surface, t.bad.fg, t.bad.fg};
    }
    if (kind == QLatin1String("ghost")) {
        return {hover ? t.hover : QColor(), {}, t.accent};
    }
    return {down ? t.selection : hover ? t.hover : t.surface, t.controlEdge, t.text};
}

} // namespace pc::views
