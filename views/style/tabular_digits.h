// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRect>
#include <QString>

class QPainter;

namespace pc::views {

/// Digits of one width, so that numbers in columns line up. Qt 6.7 and later turn on the font's own "tnum";
/// before, digits are drawn in cells of the widest digit. Version differences live in this file only.
[[nodiscard]] QFont tabularFont(const QFont &font);
[[nodiscard]] int tabularWidth(const QFont &font, const QString &text);
/// Draws one line with the painter's pen; numbers are always left-to-right. `alignment` is visual, not
/// logical.
void drawTabular(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const QFont &font,
                 const QString &text);

} // namespace pc::views
