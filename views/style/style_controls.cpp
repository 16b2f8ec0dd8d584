// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/style_controls.h"

#include "views/style/button_colors.h"
#include "views/style/console_style.h"
#include "views/style/painting.h"
#include "views/style/space.h"

#include <QApplication>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

namespace pc::views {

namespace {

constexpr int progressHeight = 6;

/// QProgressBar is as high as a line of text; the bar is thin in its middle.
QRect progressTrack(const QRect &rect)
{
    const int height = std::min(progressHeight, rect.height());
    return {rect.left(), rect.top() + (rect.height() - height) / 2, rect.width(), height};
}

void paintOwnIcon(QPainter *painter, const QIcon &source, const QRect &rect, const QColor &color,
                  bool enabled, Qt::LayoutDirection direction)
{
    const Icon own = iconFromName(source.name());
    if (own == Icon::None) {
        source.paint(painter, rect, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        return;
    }
    const PainterScope scope(painter);
    if (isDirectional(own) && direction == Qt::RightToLeft) {
        painter->translate(rect.left() + rect.right() + 1, 0);
        painter->scale(-1, 1);
    }
    paintIcon(painter, own, rect, color);
}

int mnemonicFlags(const QStyle &style, const QStyleOption *option, const QWidget *widget)
{
    return style.styleHint(QStyle::SH_UnderlineShortcut, option, widget) ? Qt::TextShowMnemonic
                                                                         : Qt::TextHideMnemonic;
}

void drawPushButton(const ConsoleStyle &style, const QStyleOptionButton *option, QPainter *painter,
                    const QWidget *widget)
{
    const Theme &theme = style.theme();
    const ButtonColors colors = buttonColors(theme.tokens, option, widget);
    style.drawPrimitive(QStyle::PE_PanelButtonCommand, option, painter, widget);

    const PainterScope scope(painter);
    const QFont font = theme.type.font(TypeRole::Body, QFont::Medium);
    const QFontMetrics metrics(font);
    painter->setFont(font);
    painter->setPen(colors.text);
    const int iconSize = option->icon.isNull() ? 0 : theme.type.px(16);
    const int gap = iconSize > 0 && !option->text.isEmpty() ? 4 : 0;
    const bool menu = option->features & QStyleOptionButton::HasMenu;
    QRect box = option->rect.adjusted(8, 0, -8, 0);
    const int arrow = menu ? 18 : 0;
    const int flags = mnemonicFlags(style, option, widget);
    const int textWidth =
        std::min(metrics.size(flags, option->text).width(), box.width() - iconSize - gap - arrow);
    const bool start = widget != nullptr && widget->property("alignStart").toBool();
    const int total = iconSize + gap + textWidth + arrow;
    const int x = start ? box.left() : box.left() + (box.width() - total) / 2;
    const auto visual = [&](int left, int width) {
        return QStyle::visualRect(option->direction, option->rect,
                                  QRect(left, box.top(), width, box.height()));
    };
    if (iconSize > 0) {
        paintOwnIcon(painter, option->icon, visual(x, iconSize), colors.text,
                     option->state.testFlag(QStyle::State_Enabled), option->direction);
    }
    const QString text = metrics.elidedText(option->text, Qt::ElideRight, textWidth + 2, flags);
    painter->drawText(visual(x + iconSize + gap, textWidth + 2), flags | Qt::AlignVCenter | Qt::AlignHCenter,
                      text);
    if (menu) {
        paintIcon(painter, Icon::ChevronDown, visual(x + iconSize + gap + textWidth + 4, 14), colors.text);
    }
    if (option->state.testFlag(QStyle::State_HasFocus) &&
        option->state.testFlag(QStyle::State_KeyboardFocusChange)) {
        if (colors.filled) { // a ring on its own colour would be invisible: leave a gap
            paintBox(painter, QRectF(option->rect).adjusted(2, 2, -2, -2), space::radius - 2, {},
                     theme.tokens.onFill, 2);
        } else {
            paintFocusRing(painter, option->rect, space::radius, theme.tokens.accent);
        }
    }
}

void drawMenuItem(const ConsoleStyle &style, const QStyleOptionMenuItem *item, QPainter *painter,
                  const QWidget *widget)
{
    const Theme &theme = style.theme();
    const Tokens &t = theme.tokens;
    painter->fillRect(item->rect, t.surface);
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(item->rect.left() + 8, item->rect.center().y(), item->rect.width() - 16, 1,
                          t.border);
        return;
    }
    const PainterScope scope(painter);
    const bool enabled = item->state.testFlag(QStyle::State_Enabled);
    if (item->state.testFlag(QStyle::State_Selected)) {
        paintBox(painter, item->rect.adjusted(1, 0, -1, 0), space::radiusSmall,
                 enabled ? t.selection : t.hover);
    }
    const bool danger =
        iconFromName(item->icon.name()) != Icon::None &&
        item->icon.name().endsWith(QLatin1Char(':') + QString::number(static_cast<int>(Tone::Bad)));
    const QColor ink = !enabled ? t.disabled : danger ? t.bad.fg : t.text;
    const int side = theme.type.px(16);
    const auto visual = [&](int left, int width) {
        return QStyle::visualRect(item->direction, item->rect,
                                  QRect(left, item->rect.top(), width, item->rect.height()));
    };
    const int left = item->rect.left() + 8;
    if (item->checkType != QStyleOptionMenuItem::NotCheckable) {
        if (item->checked) {
            paintIcon(painter, Icon::Check, visual(left, side), enabled ? t.accent : t.disabled);
        }
    } else if (!item->icon.isNull()) {
        paintOwnIcon(painter, item->icon, visual(left, side),
                     enabled ? (danger ? t.bad.fg : t.text2) : t.disabled, enabled, item->direction);
    }
    const int textLeft = left + side + 8;
    const int textWidth = item->rect.right() - textLeft - 8;
    const QString text = item->text.section(QLatin1Char('\t'), 0, 0);
    const QString keys = item->text.section(QLatin1Char('\t'), 1);
    painter->setPen(ink);
    painter->setFont(theme.type.font(TypeRole::Body));
    const int flags = mnemonicFlags(style, item, widget) | Qt::AlignVCenter | Qt::TextSingleLine;
    const bool rtl = item->direction == Qt::RightToLeft;
    painter->drawText(visual(textLeft, textWidth), flags | (rtl ? Qt::AlignRight : Qt::AlignLeft), text);
    if (!keys.isEmpty()) {
        painter->setPen(enabled ? t.text3 : t.disabled);
        painter->setFont(theme.type.font(TypeRole::Small));
        painter->drawText(visual(textLeft, textWidth),
                          Qt::AlignVCenter | (rtl ? Qt::AlignLeft : Qt::AlignRight), keys);
    }
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu) {
        paintIcon(painter, rtl ? Icon::ChevronLeft : Icon::ChevronRight, visual(item->rect.right() - 22, 14),
                  ink);
    }
}

void drawHeaderLabel(const Theme &theme, const QStyleOptionHeader *header, QPainter *painter)
{
    const PainterScope scope(painter);
    const QFont font = theme.type.font(TypeRole::Small, QFont::Medium);
    painter->setFont(font);
    const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
    painter->setPen(sorted ? theme.tokens.text : theme.tokens.text2);
    const QRect logical = header->rect.adjusted(8, 0, sorted ? -14 : 0, 0);
    const QRect box = QStyle::visualRect(header->direction, header->rect, logical);
    const Qt::Alignment alignment = QStyle::visualAlignment(header->direction, header->textAlignment);
    painter->drawText(box, static_cast<int>(alignment) | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(header->text, Qt::ElideRight, box.width()));
}

} // namespace

bool paintControl(const ConsoleStyle &style, QStyle::ControlElement element, const QStyleOption *option,
                  QPainter *painter, const QWidget *widget)
{
    using enum QStyle::ControlElement;
    using enum QStyle::StateFlag;
    const Theme &theme = style.theme();
    const Tokens &t = theme.tokens;
    switch (element) {
    case CE_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            drawPushButton(style, button, painter, widget);
            return true;
        }
        break;
    case CE_ComboBoxLabel:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            if (combo->editable) {
                return true;
            }
            const PainterScope scope(painter);
            QRect box = style.proxy()->subControlRect(QStyle::CC_ComboBox, combo,
                                                      QStyle::SC_ComboBoxEditField, widget);
            if (!combo->currentIcon.isNull()) {
                const int side = theme.type.px(16);
                const QRect spot = QStyle::visualRect(combo->direction, box,
                                                      QRect(box.left(), box.top(), side, box.height()));
                paintOwnIcon(painter, combo->currentIcon, spot, t.text2, true, combo->direction);
                box = combo->direction == Qt::RightToLeft ? box.adjusted(0, 0, -side - 6, 0)
                                                          : box.adjusted(side + 6, 0, 0, 0);
            }
            painter->setPen(combo->state.testFlag(State_Enabled) ? t.text : t.disabled);
            painter->drawText(box,
                              static_cast<int>(QStyle::visualAlignment(combo->direction, Qt::AlignLeft)) |
                                  Qt::AlignVCenter,
                              combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, box.width()));
            return true;
        }
        break;
    case CE_ShapedFrame:
        if (qobject_cast<const QPlainTextEdit *>(widget) != nullptr ||
            qobject_cast<const QTextEdit *>(widget) != nullptr) {
            if (!widget->property("flat").toBool()) {
                const bool focus = option->state.testFlag(State_HasFocus) || widget->hasFocus();
                const bool invalid = widget->property("invalid").toBool();
                const bool enabled = option->state.testFlag(State_Enabled);
                paintBox(painter, option->rect, space::radius, enabled ? t.surface : t.alt,
                         !enabled  ? t.border
                         : invalid ? t.bad.fg
                         : focus   ? t.accent
                                   : t.borderStrong,
                         focus ? 2 : 1);
            }
            return true;
        }
        break;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            drawMenuItem(style, item, painter, widget);
            return true;
        }
        break;
    case CE_MenuEmptyArea:
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, element == CE_MenuBarEmptyArea ? t.sidebar : t.surface);
        return true;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            painter->fillRect(item->rect, t.sidebar);
            if (item->state.testFlag(State_Selected) || item->state.testFlag(State_Sunken)) {
                paintBox(painter, item->rect.adjusted(1, 2, -1, -2), space::radiusSmall, t.selection);
            }
            painter->setPen(item->state.testFlag(State_Enabled) ? t.text : t.disabled);
            painter->drawText(item->rect, Qt::AlignCenter | mnemonicFlags(style, item, widget), item->text);
            return true;
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, t.surface);
        paintHairline(painter, option->rect, Qt::BottomEdge, t.border);
        return true;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            drawHeaderLabel(theme, header, painter);
            return true;
        }
        break;
    case CE_TabBarTabShape:
        if (option->state.testFlag(State_Selected)) {
            painter->fillRect(option->rect.left() + 8, option->rect.bottom() - 1, option->rect.width() - 16,
                              2, t.accent);
        } else if (option->state.testFlag(State_MouseOver) && option->state.testFlag(State_Enabled)) {
            painter->fillRect(option->rect.left() + 8, option->rect.bottom() - 1, option->rect.width() - 16,
                              2, t.border);
        }
        return true;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            const PainterScope scope(painter);
            painter->setFont(theme.type.font(TypeRole::Body, QFont::Medium));
            const bool enabled = tab->state.testFlag(State_Enabled);
            painter->setPen(!enabled ? t.disabled : tab->state.testFlag(State_Selected) ? t.text : t.text2);
            painter->drawText(tab->rect, Qt::AlignCenter | Qt::TextShowMnemonic, tab->text);
            if (tab->state.testFlag(State_HasFocus) && tab->state.testFlag(State_KeyboardFocusChange)) {
                paintFocusRing(painter, tab->rect.adjusted(2, 4, -2, -4), space::radiusSmall, t.accent);
            }
            return true;
        }
        break;
    case CE_Splitter: {
        const QRect r = option->rect;
        const bool hover = option->state.testFlag(State_MouseOver) || option->state.testFlag(State_Sunken);
        const QColor line = hover ? t.accent : t.border;
        if (option->state.testFlag(State_Horizontal)) {
            painter->fillRect(r.center().x(), r.top(), 1, r.height(), line);
        } else {
            painter->fillRect(r.left(), r.center().y(), r.width(), 1, line);
        }
        return true;
    }
    case CE_ProgressBarGroove:
        paintBox(painter, progressTrack(option->rect), progressHeight / 2.0, t.track);
        return true;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            const bool busy = bar->maximum <= bar->minimum;
            const double share =
                busy ? 0.3 : double(bar->progress - bar->minimum) / (bar->maximum - bar->minimum);
            const QRect track = progressTrack(bar->rect);
            const int width = static_cast<int>(track.width() * std::clamp(share, 0.0, 1.0));
            const QRect filled = QStyle::visualRect(bar->direction, track,
                                                    QRect(track.topLeft(), QSize(width, track.height())));
            if (width > 0) {
                paintBox(painter, filled, filled.height() / 2.0, t.accent);
            }
            return true;
        }
        break;
    case CE_ProgressBarLabel:
        return true; // the text stands beside the bar, see the dialogs
    case CE_RubberBand:
    case CE_SizeGrip:
        return true;
    default:
        break;
    }
    return false;
}

} // namespace pc::views
