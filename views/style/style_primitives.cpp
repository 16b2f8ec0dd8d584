// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/style_primitives.h"

#include "views/style/button_colors.h"
#include "views/style/painting.h"
#include "views/style/space.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

namespace pc::views {

namespace {

bool keyboardFocus(const QStyleOption *option)
{
    return option->state.testFlag(QStyle::State_HasFocus) &&
           option->state.testFlag(QStyle::State_KeyboardFocusChange);
}

/// Box of an input: strong border, accent while focused, error colour while invalid.
void paintInput(QPainter *painter, const QRect &rect, const QStyleOption *option, const QWidget *widget,
                const Tokens &t)
{
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const bool readOnly = option->state.testFlag(QStyle::State_ReadOnly);
    const bool focus = option->state.testFlag(QStyle::State_HasFocus);
    const bool invalid = widget != nullptr && widget->property("invalid").toBool();
    const QColor border = !enabled ? t.border : invalid ? t.bad.fg : focus ? t.accent : t.borderStrong;
    paintBox(painter, rect, space::radius, enabled && !readOnly ? t.surface : t.alt, border,
             focus || t.highContrast ? 2.0 : 1.0);
}

void paintCheckMark(QPainter *painter, const QRect &rect, const QColor &color, bool partial)
{
    const PainterScope scope(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, rect.width() / 8.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF r(rect);
    const auto at = [&r](qreal x, qreal y) { return QPointF(r.x() + r.width() * x, r.y() + r.height() * y); };
    if (partial) {
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    } else {
        const QPointF points[] = {at(0.24, 0.52), at(0.43, 0.70), at(0.77, 0.32)};
        painter->drawPolyline(points, 3);
    }
}

void paintCheckBox(QPainter *painter, const QStyleOption *option, const Tokens &t)
{
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const bool partial = option->state.testFlag(QStyle::State_NoChange);
    const bool on = option->state.testFlag(QStyle::State_On) || partial;
    const bool hover = option->state.testFlag(QStyle::State_MouseOver) && enabled;
    const QColor fill = !on       ? (enabled ? t.surface : t.alt)
                        : enabled ? (hover ? t.accentFillHover : t.accentFill)
                                  : t.disabled;
    const QColor border = on ? fill : !enabled ? t.border : hover ? t.accent : t.borderStrong;
    paintBox(painter, option->rect, space::radiusSmall, fill, border, t.highContrast ? 2 : 1);
    if (on) {
        paintCheckMark(painter, option->rect, t.onFill, partial);
    }
}

void paintRadio(QPainter *painter, const QStyleOption *option, const Tokens &t)
{
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const bool on = option->state.testFlag(QStyle::State_On);
    const bool hover = option->state.testFlag(QStyle::State_MouseOver) && enabled;
    const QColor fill = !on ? (enabled ? t.surface : t.alt) : enabled ? t.accentFill : t.disabled;
    const QColor border = on ? fill : !enabled ? t.border : hover ? t.accent : t.borderStrong;
    paintBox(painter, option->rect, option->rect.width() / 2.0, fill, border, t.highContrast ? 2 : 1);
    if (on) {
        const qreal inset = option->rect.width() * 0.32;
        paintBox(painter, QRectF(option->rect).adjusted(inset, inset, -inset, -inset), option->rect.width(),
                 t.onFill);
    }
}

} // namespace

bool paintPrimitive(const Tokens &t, QStyle::PrimitiveElement element, const QStyleOption *option,
                    QPainter *painter, const QWidget *widget)
{
    using enum QStyle::PrimitiveElement;
    using enum QStyle::StateFlag;
    switch (element) {
    case PE_PanelButtonCommand: {
        const ButtonColors colors = buttonColors(t, option, widget);
        paintBox(painter, option->rect, space::radius, colors.fill, colors.border, t.highContrast ? 2 : 1);
        return true;
    }
    case PE_PanelButtonTool: {
        const bool on = option->state.testFlag(State_On) || option->state.testFlag(State_Sunken);
        const bool hover = option->state.testFlag(State_MouseOver) && option->state.testFlag(State_Enabled);
        if (on || hover) {
            paintBox(painter, option->rect, space::radius, on ? t.selection : t.hover,
                     t.highContrast ? t.border : QColor(), 2);
        }
        return true;
    }
    case PE_FrameDefaultButton:
    case PE_FrameStatusBarItem:
    case PE_FrameTabBarBase:
    case PE_PanelStatusBar:
    case PE_PanelScrollAreaCorner:
        return true;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        const bool embedded = widget != nullptr && widget->parentWidget() != nullptr &&
                              qobject_cast<QComboBox *>(widget->parentWidget()) != nullptr;
        if ((frame != nullptr && frame->lineWidth <= 0) || embedded ||
            (widget != nullptr && widget->property("flat").toBool())) {
            return true;
        }
        paintInput(painter, option->rect, option, widget, t);
        return true;
    }
    case PE_Frame:
        if (qobject_cast<const QAbstractItemView *>(widget) != nullptr) {
            paintBox(painter, option->rect, 0, {}, t.border);
            return true;
        }
        break;
    case PE_FrameFocusRect:
        if (option->state.testFlag(State_KeyboardFocusChange) &&
            qobject_cast<const QAbstractItemView *>(widget) == nullptr) {
            paintFocusRing(painter, option->rect, space::radius, t.accent);
        }
        return true;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintCheckBox(painter, option, t);
        return true;
    case PE_IndicatorRadioButton:
        paintRadio(painter, option, t);
        return true;
    case PE_PanelMenu:
    case PE_FrameMenu:
        paintBox(painter, option->rect, 0, element == PE_PanelMenu ? t.surface : QColor(), t.border);
        return true;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, t.toastBg);
        if (t.dark || t.highContrast) {
            paintBox(painter, option->rect, 0, {}, t.borderStrong);
        }
        return true;
    case PE_PanelItemViewRow:
        return true; // the item paints the whole cell
    case PE_PanelItemViewItem: {
        const bool selected = option->state.testFlag(State_Selected);
        const bool hover = option->state.testFlag(State_MouseOver) && option->state.testFlag(State_Enabled);
        if (selected) {
            painter->fillRect(option->rect,
                              option->state.testFlag(State_Active) ? t.selection : t.selectionInactive);
        } else if (hover) {
            painter->fillRect(option->rect, t.hover);
        }
        if (selected && keyboardFocus(option) && option->state.testFlag(State_HasFocus)) {
            paintFocusRing(painter, option->rect, 2, t.accent);
        }
        return true;
    }
    case PE_IndicatorBranch:
        if (option->state.testFlag(State_Children)) {
            const bool open = option->state.testFlag(State_Open);
            const Icon closed = option->direction == Qt::RightToLeft ? Icon::ChevronLeft : Icon::ChevronRight;
            const int side = std::min(16, option->rect.width());
            const QRect box =
                QStyle::alignedRect(option->direction, Qt::AlignCenter, {side, side}, option->rect);
            paintIcon(painter, open ? Icon::ChevronDown : closed, box, t.text2);
        }
        return true;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight: {
        const Icon which = element == PE_IndicatorArrowDown   ? Icon::ChevronDown
                           : element == PE_IndicatorArrowUp   ? Icon::ChevronUp
                           : element == PE_IndicatorArrowLeft ? Icon::ChevronLeft
                                                              : Icon::ChevronRight;
        paintIcon(painter, which, option->rect, option->state.testFlag(State_Enabled) ? t.text2 : t.disabled);
        return true;
    }
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            const Icon which =
                header->sortIndicator == QStyleOptionHeader::SortUp ? Icon::ChevronDown : Icon::ChevronUp;
            if (header->sortIndicator != QStyleOptionHeader::None) {
                paintIcon(painter, which, option->rect, t.text2);
            }
        }
        return true;
    default:
        break;
    }
    return false;
}

} // namespace pc::views
