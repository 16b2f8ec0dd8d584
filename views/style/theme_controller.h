// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/theme.h"

#include <QObject>
#include <memory>

class QApplication;

namespace pc::views {

class ConsoleStyle;
class DesktopScheme;

/// Installs the console's style, palette and fonts on the application and switches them live. One per
/// program, made by the composition root; widgets read the result through Tokens::of() and TypeScale::of().
class ThemeController final : public QObject
{
    Q_OBJECT
public:
    /// Takes the application to say that it must exist already and is changed.
    explicit ThemeController(QApplication &application, QObject *parent = nullptr);
    ~ThemeController() override;

    void setAppearance(Appearance appearance);
    [[nodiscard]] Appearance appearance() const { return m_appearance; }
    [[nodiscard]] bool isDark() const { return m_theme.tokens.dark; }

    /// The person's text step in percent: 90, 100, 115 or 130 (others are clamped to 90..130).
    void setTextPercent(int percent);
    [[nodiscard]] int textPercent() const { return m_textPercent; }

    [[nodiscard]] const Theme &theme() const { return m_theme; }

Q_SIGNALS:
    /// After every widget has been repolished once.
    void changed();

private:
    void apply();

    ConsoleStyle *m_style; // owned by the application
    std::unique_ptr<DesktopScheme> m_desktop;
    Theme m_theme;
    QPalette m_systemPalette;
    qreal m_systemFactor = 1.0;
    Appearance m_appearance = Appearance::System;
    int m_textPercent = 100;
};

} // namespace pc::views
