// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/theme_controller.h"

#include "views/style/console_style.h"
#include "views/style/desktop_scheme.h"
#include "views/style/fonts.h"

#include <QApplication>
#include <QFontInfo>
#include <QPixmapCache>
#include <QToolTip>
#include <QWidget>
#include <cmath>

namespace pc::views {

namespace {

/// 13 px is 100 %; steps of a tenth, so that rounding of point sizes does not blur the design.
qreal systemFactor(const QFont &font)
{
    const int pixels = QFontInfo(font).pixelSize();
    return pixels <= 0 ? 1.0 : std::clamp(std::round(pixels / 13.0 * 10.0) / 10.0, 0.9, 1.6);
}

} // namespace

ThemeController::ThemeController(QApplication &, QObject *parent)
    : QObject(parent), m_style(new ConsoleStyle), m_desktop(std::make_unique<DesktopScheme>()),
      m_systemPalette(QApplication::palette()), m_systemFactor(systemFactor(QApplication::font()))
{
    registerBundledFonts();
    QApplication::setStyle(m_style);
    connect(m_desktop.get(), &DesktopScheme::changed, this, &ThemeController::apply);
    apply();
}

ThemeController::~ThemeController() = default;

void ThemeController::setAppearance(Appearance appearance)
{
    if (m_appearance != appearance) {
        m_appearance = appearance;
        apply();
    }
}

void ThemeController::setTextPercent(int percent)
{
    const int bounded = std::clamp(percent, 90, 130);
    if (m_textPercent != bounded) {
        m_textPercent = bounded;
        apply();
    }
}

void ThemeController::apply()
{
    const bool dark =
        m_appearance == Appearance::Dark || (m_appearance == Appearance::System && m_desktop->prefersDark());
    m_theme.tokens = m_desktop->highContrast() ? Tokens::fromPalette(m_systemPalette)
                     : dark                    ? Tokens::darkTheme()
                                               : Tokens::light();
    m_theme.type.factor = m_systemFactor * m_textPercent / 100.0;
    m_style->setTheme(m_theme);

    const QPalette palette = m_theme.tokens.palette();
    QPixmapCache::clear();
    QApplication::setPalette(palette);
    QApplication::setFont(m_theme.type.font(TypeRole::Body));
    QToolTip::setPalette(palette);
    QToolTip::setFont(m_theme.type.font(TypeRole::Small));
    // One polish for widgets that keep fonts or colours of their own.
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        QEvent event(QEvent::StyleChange);
        QCoreApplication::sendEvent(widget, &event);
    }
    Q_EMIT changed();
}

} // namespace pc::views
