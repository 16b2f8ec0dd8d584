// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/tabular_digits.h"

#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

namespace pc::views {

#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)

QFont tabularFont(const QFont &font)
{
    QFont tabular(font);
    tabular.setFeature(QFont::Tag("tnum"), 1);
    return tabular;
}

int tabularWidth(const QFont &font, const QString &text)
{
    return static_cast<int>(std::ceil(QFontMetricsF(tabularFont(font)).horizontalAdvance(text)));
}

void drawTabular(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const QFont &font,
                 const QString &text)
{
    painter->setFont(tabularFont(font));
    painter->drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine, text);
}

#else

namespace {

qreal digitCell(const QFontMetricsF &metrics)
{
    qreal widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    }
    return widest;
}

qreal cellWidth(const QFontMetricsF &metrics, qreal digit, QChar c)
{
    return c.isDigit() ? digit : metrics.horizontalAdvance(c);
}

} // namespace

QFont tabularFont(const QFont &font)
{
    return font;
}

int tabularWidth(const QFont &font, const QString &text)
{
    const QFontMetricsF metrics(font);
    const qreal digit = digitCell(metrics);
    qreal width = 0;
    for (const QChar c : text) {
        width += cellWidth(metrics, digit, c);
    }
    return static_cast<int>(std::ceil(width));
}

void drawTabular(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const QFont &font,
                 const QString &text)
{
    painter->setFont(font);
    const QFontMetricsF metrics(font);
    const qreal digit = digitCell(metrics);
    const qreal width = tabularWidth(font, text);
    qreal x = rect.left();
    if (alignment & Qt::AlignRight) {
        x = rect.right() + 1 - width;
    } else if (alignment & Qt::AlignHCenter) {
        x = rect.left() + (rect.width() - width) / 2;
    }
    const qreal y = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2;
    for (const QChar c : text) {
        const qreal cell = cellWidth(metrics, digit, c);
        painter->drawText(QPointF(x + (cell - metrics.horizontalAdvance(c)) / 2, y), QString(c));
        x += cell;
    }
}

#endif

} // namespace pc::views
