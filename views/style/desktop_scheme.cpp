// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/desktop_scheme.h"

#include "views/style/desktop_portal.h"

#include <QGuiApplication>
#include <QPalette>
#include <QStyleHints>

namespace pc::views {

// The only file that knows which Qt tells the colour scheme by itself.
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#define PC_QT_HAS_COLOR_SCHEME 1
#endif

DesktopScheme::DesktopScheme(QObject *parent) : QObject(parent)
{
    m_dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    watch();
}

void DesktopScheme::set(bool dark, bool contrast)
{
    if (dark == m_dark && contrast == m_contrast) {
        return;
    }
    m_dark = dark;
    m_contrast = contrast;
    Q_EMIT changed();
}

void DesktopScheme::watch()
{
    auto *portal = new DesktopPortal(this);
#ifdef PC_QT_HAS_COLOR_SCHEME
    const auto scheme = [](Qt::ColorScheme s) { return s == Qt::ColorScheme::Dark; };
    QStyleHints *hints = QGuiApplication::styleHints();
    if (hints->colorScheme() != Qt::ColorScheme::Unknown) {
        m_dark = scheme(hints->colorScheme());
    }
    connect(hints, &QStyleHints::colorSchemeChanged, this,
            [this, scheme](Qt::ColorScheme s) { set(scheme(s), m_contrast); });
#else
    connect(portal, &DesktopPortal::colorScheme, this, [this](int value) {
        if (value == 1 || value == 2) { // 0: no preference, keep what the palette said
            set(value == 1, m_contrast);
        }
    });
#endif
    connect(portal, &DesktopPortal::contrast, this, [this](int value) { set(m_dark, value == 1); });
    portal->start();
}

} // namespace pc::views
