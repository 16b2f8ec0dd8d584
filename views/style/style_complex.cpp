// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/style_complex.h"

#include "views/style/console_style.h"
#include "views/style/painting.h"
#include "views/style/space.h"

#include <QStyleOption>
#include <QWidget>

namespace pc::views {

namespace {

void drawInputBox(const Tokens &t, const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const bool focus = option->state.testFlag(QStyle::State_HasFocus);
    const bool invalid = widget != nullptr && widget->property("invalid").toBool();
    const bool hover = option->state.testFlag(QStyle::State_MouseOver);
    const QColor border = !enabled ? t.border : invalid ? t.bad.fg : focus ? t.accent : t.borderStrong;
    paintBox(painter, option->rect, space::radius,
             !enabled          ? t.alt
             : hover && !focus ? t.alt
                               : t.surface,
             border, focus || t.highContrast ? 2.0 : 1.0);
}

void drawScrollBar(const ConsoleStyle &style, const QStyleOptionSlider *slider, QPainter *painter,
                   const QWidget *widget)
{
    if (slider->maximum <= slider->minimum) {
        return;
    }
    const Tokens &t = style.theme().tokens;
    QRect thumb = style.subControlRect(QStyle::CC_ScrollBar, slider, QStyle::SC_ScrollBarSlider, widget);
    const bool active =
        slider->state.testFlag(QStyle::State_MouseOver) || slider->state.testFlag(QStyle::State_Sunken);
    const int thick = active ? 6 : 4;
    if (slider->orientation == Qt::Vertical) {
        thumb = QRect(thumb.left() + (thumb.width() - thick) / 2, thumb.top() + 2, thick, thumb.height() - 4);
    } else {
        thumb = QRect(thumb.left() + 2, thumb.top() + (thumb.height() - thick) / 2, thumb.width() - 4, thick);
    }
    QColor color = t.borderStrong;
    color.setAlphaF(active ? 1.0F : 0.55F);
    paintBox(painter, thumb, thick / 2.0, color);
}

} // namespace

bool paintComplexControl(const ConsoleStyle &style, QStyle::ComplexControl control,
                         const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget)
{
    using enum QStyle::ComplexControl;
    const Tokens &t = style.theme().tokens;
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    switch (control) {
    case CC_ScrollBar:
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            drawScrollBar(style, slider, painter, widget);
            return true;
        }
        break;
    case CC_ComboBox:
        drawInputBox(t, option, painter, widget);
        paintIcon(painter, Icon::ChevronDown,
                  style.proxy()->subControlRect(control, option, QStyle::SC_ComboBoxArrow, widget),
                  enabled ? t.text2 : t.disabled);
        return true;
    default:
        break;
    }
    return false;
}

std::optional<QRect> subControlPlace(QStyle::ComplexControl control, const QStyleOptionComplex *option,
                                     QStyle::SubControl subControl)
{
    using enum QStyle::ComplexControl;
    using enum QStyle::SubControl;
    const QRect r = option->rect;
    switch (control) {
    case CC_ComboBox: {
        const int arrow = 16;
        if (subControl == SC_ComboBoxArrow) {
            return QStyle::visualRect(option->direction, r,
                                      QRect(r.right() - arrow - 9, r.top(), arrow, r.height()));
        }
        if (subControl == SC_ComboBoxEditField) {
            return QStyle::visualRect(
                option->direction, r,
                QRect(r.left() + 9, r.top() + 1, r.width() - arrow - 24, r.height() - 2));
        }
        if (subControl == SC_ComboBoxListBoxPopup) {
            return r.adjusted(0, 2, 0, 2);
        }
        break;
    }
    case CC_ScrollBar:
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            const bool vertical = slider->orientation == Qt::Vertical;
            const int length = vertical ? r.height() : r.width();
            const qint64 range = qint64(slider->maximum) - slider->minimum;
            int thumb = length;
            if (range > 0) {
                thumb = static_cast<int>(qint64(slider->pageStep) * length / (range + slider->pageStep));
                thumb = std::clamp(thumb, std::min(32, length), length);
            }
            const int start = QStyle::sliderPositionFromValue(
                slider->minimum, slider->maximum, slider->sliderPosition, length - thumb, slider->upsideDown);
            QRect result;
            const auto along = [&](int from, int size) {
                return vertical ? QRect(r.left(), r.top() + from, r.width(), size)
                                : QRect(r.left() + from, r.top(), size, r.height());
            };
            switch (subControl) {
            case SC_ScrollBarSlider:
                result = along(start, thumb);
                break;
            case SC_ScrollBarGroove:
                result = r;
                break;
            case SC_ScrollBarSubPage:
                result = along(0, start);
                break;
            case SC_ScrollBarAddPage:
                result = along(start + thumb, length - start - thumb);
                break;
            default:
                break; // no line buttons
            }
            return QStyle::visualRect(option->direction, r, result);
        }
        break;
    default:
        break;
    }
    return {};
}

} // namespace pc::views
