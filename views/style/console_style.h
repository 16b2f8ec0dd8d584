// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/theme.h"
#include "views/style/wheel_past.h"

#include <QProxyStyle>

namespace pc::views {

/// Fusion with the console's look; carries the theme. No style sheets anywhere: they break fonts and
/// palettes.
///
/// Dynamic properties it understands:
///  - QPushButton `kind`: "primary", "danger", "dangerOutline", "ghost" (see setButtonKind)
///  - input widgets `invalid`: true draws the border in the error colour (see FormField)
///  - QLineEdit/QPlainTextEdit `flat`: true draws no frame (palette field, code block)
class ConsoleStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    ConsoleStyle();

    void setTheme(const Theme &theme) { m_theme = theme; }
    [[nodiscard]] const Theme &theme() const { return m_theme; }

    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option,
                                  const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *data) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option,
                                       const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                       SubControl subControl, const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override;
    [[nodiscard]] QIcon standardIcon(StandardPixmap which, const QStyleOption *option,
                                     const QWidget *widget) const override;
    [[nodiscard]] QPixmap standardPixmap(StandardPixmap which, const QStyleOption *option,
                                         const QWidget *widget) const override;

private:
    Theme m_theme;
    WheelPast m_wheelPast;
};

} // namespace pc::views
