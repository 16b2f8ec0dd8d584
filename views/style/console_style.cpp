// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/console_style.h"

#include "views/style/icons.h"
#include "views/style/space.h"
#include "views/style/style_complex.h"
#include "views/style/style_controls.h"
#include "views/style/style_primitives.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>

namespace pc::views {

ConsoleStyle::ConsoleStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void ConsoleStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) != nullptr || qobject_cast<QComboBox *>(widget) != nullptr ||
        qobject_cast<QLineEdit *>(widget) != nullptr || qobject_cast<QScrollBar *>(widget) != nullptr ||
        qobject_cast<QTabBar *>(widget) != nullptr || qobject_cast<QHeaderView *>(widget) != nullptr) {
        widget->setAttribute(Qt::WA_Hover);
    }
    if (qobject_cast<QComboBox *>(widget) != nullptr) {
        widget->installEventFilter(&m_wheelPast);
        if (widget->focusPolicy() == Qt::WheelFocus)
            widget->setFocusPolicy(Qt::StrongFocus);
    }
    // The rounded frame fills its own ground; a filled viewport would square the corners.
    if (qobject_cast<QPlainTextEdit *>(widget) != nullptr || qobject_cast<QTextEdit *>(widget) != nullptr) {
        static_cast<QAbstractScrollArea *>(widget)->viewport()->setAutoFillBackground(false);
        if (auto *edit = qobject_cast<QPlainTextEdit *>(widget);
            edit != nullptr && !edit->property("flat").toBool()) {
            edit->document()->setDocumentMargin(7);
        }
    }
}

void ConsoleStyle::unpolish(QWidget *widget)
{
    widget->removeEventFilter(&m_wheelPast);
    QProxyStyle::unpolish(widget);
}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    if (!paintPrimitive(m_theme.tokens, element, option, painter, widget)) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ConsoleStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (!paintControl(*this, element, option, painter, widget)) {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    if (!paintComplexControl(*this, control, option, painter, widget)) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect ConsoleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                   SubControl subControl, const QWidget *widget) const
{
    const std::optional<QRect> own = subControlPlace(control, option, subControl);
    return own ? *own : QProxyStyle::subControlRect(control, option, subControl, widget);
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const TypeScale &type = m_theme.type;
    switch (metric) {
    case PM_ButtonMargin:
        return 12;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseOverlap:
    case PM_MenuBarPanelWidth:
    case PM_ToolBarFrameWidth:
        return 0;
    case PM_ScrollBarExtent:
        return 10;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_SplitterWidth:
        return 5;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return type.px(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_TabBarIconSize:
    case PM_LineEditIconSize:
        return type.px(16);
    case PM_ListViewIconSize:
    case PM_ToolBarIconSize:
        return type.px(18);
    case PM_DefaultFrameWidth:
        return qobject_cast<const QAbstractItemView *>(widget) != nullptr ? 1 : 2;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
    case PM_MenuHMargin:
        return 4;
    case PM_MenuBarItemSpacing:
        return 2;
    case PM_ToolTipLabelFrameWidth:
        return 7;
    case PM_HeaderMargin:
        return 4; // on all four sides; the label adds the rest of the padding of cells at its ends
    case PM_HeaderMarkSize:
        return 12;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_TabBarTabVSpace:
        return 14;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 2;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_AllowWheelScrolling: // rolling over a form must not change what was chosen
    case SH_ComboBox_Popup:
    case SH_ScrollBar_Transient:
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_MenuBar_AltKeyNavigation:
    case SH_Menu_MouseTracking:
    case SH_UnderlineShortcut:
        return 1;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                     const QWidget *widget) const
{
    const TypeScale &scale = m_theme.type;
    const int control = scale.px(space::control);
    switch (type) {
    case CT_PushButton: {
        // The text may be wider than the application's font says: labels are drawn in medium weight.
        int width = size.width() + 28;
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            const QFontMetrics metrics(scale.font(TypeRole::Body, QFont::Medium));
            width = metrics.size(Qt::TextShowMnemonic, button->text).width() + 26;
            if (!button->icon.isNull()) {
                width += scale.px(16) + (button->text.isEmpty() ? 0 : 4);
            }
            if (button->features & QStyleOptionButton::HasMenu) {
                width += 18;
            }
        }
        return {std::max(width, control), control};
    }
    case CT_LineEdit:
        return {size.width() + 18, control};
    case CT_ComboBox:
        return {size.width() + 48, control};
    case CT_ToolButton: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        const int side = scale.px(space::iconButton);
        return base.expandedTo({side, side});
    }
    case CT_CheckBox:
    case CT_RadioButton: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width() + 4, std::max(base.height(), scale.px(24))};
    }
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator) {
                return {10, 9};
            }
            const bool shortcut = item->text.contains(QLatin1Char('\t'));
            return {size.width() + scale.px(44) + (shortcut ? 24 : 8), scale.px(30)};
        }
        break;
    case CT_MenuBarItem:
        return {size.width() + 18, scale.px(28)};
    case CT_ItemViewItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width() + 12, std::max(base.height(), scale.px(28))};
    }
    case CT_HeaderSection: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), scale.px(space::header)};
    }
    case CT_ProgressBar:
        return {std::max(size.width(), 80), 6};
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect ConsoleStyle::subElementRect(SubElement element, const QStyleOption *option,
                                   const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents:
        if (widget != nullptr && widget->property("flat").toBool()) {
            return option->rect;
        }
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0) {
            return option->rect.adjusted(8, 1, -8, -1);
        }
        return option->rect;
    case SE_PushButtonContents:
        return option->rect.adjusted(10, 0, -10, 0);
    case SE_PushButtonFocusRect:
    case SE_CheckBoxFocusRect:
    case SE_RadioButtonFocusRect:
        return option->rect;
    case SE_ProgressBarGroove:
    case SE_ProgressBarContents:
    case SE_ProgressBarLabel:
        return option->rect;
    case SE_HeaderLabel: {
        const bool start = option->rect.width() > 24;
        return start ? option->rect.adjusted(12, 0, -6, 0) : option->rect;
    }
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QIcon ConsoleStyle::standardIcon(StandardPixmap which, const QStyleOption *option,
                                 const QWidget *widget) const
{
    switch (which) {
    case SP_LineEditClearButton:
    case SP_DialogCloseButton:
    case SP_TitleBarCloseButton:
    case SP_TabCloseButton:
        return icon(Icon::Close);
    case SP_ToolBarHorizontalExtensionButton:
        return icon(Icon::ChevronRight);
    case SP_MessageBoxWarning:
        return icon(Icon::Warning, Tone::Warn);
    case SP_MessageBoxCritical:
        return icon(Icon::CircleX, Tone::Bad);
    case SP_MessageBoxInformation:
        return icon(Icon::Info, Tone::Info);
    case SP_MessageBoxQuestion:
        return icon(Icon::Help, Tone::Info);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

QPixmap ConsoleStyle::standardPixmap(StandardPixmap which, const QStyleOption *option,
                                     const QWidget *widget) const
{
    switch (which) {
    case SP_LineEditClearButton:
    case SP_MessageBoxWarning:
    case SP_MessageBoxCritical:
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion: {
        const int side = which == SP_LineEditClearButton ? m_theme.type.px(16) : m_theme.type.px(32);
        return standardIcon(which, option, widget)
            .pixmap(QSize(side, side), widget != nullptr ? widget->devicePixelRatio() : 1.0);
    }
    default:
        return QProxyStyle::standardPixmap(which, option, widget);
    }
}

} // namespace pc::views
