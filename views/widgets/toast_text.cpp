// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/toast_text.h"

#include "views/style/tokens.h"

#include <QPainter>
#include <QStyle>

namespace pc::views {

ToastText::ToastText(const QString &text) : QLabel(text)
{
    setWordWrap(true);
}

QSize ToastText::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2, fontMetrics().height()};
}

int ToastText::heightForWidth(int width) const
{
    return fontMetrics().boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, breakable()).height();
}

void ToastText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(Tokens::of(this).toastText);
    painter.setFont(font());
    painter.drawText(rect(),
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) |
                         Qt::AlignVCenter | Qt::TextWordWrap,
                     breakable());
}

/// At words, and inside of one that is longer than any line: a name may be. (Qt's own way to break
/// anywhere breaks every word.)
QString ToastText::breakable() const
{
    constexpr int longestWord = 30;
    constexpr int piece = 10;
    const QString whole = text();
    QString out;
    int word = 0;
    const qsizetype size = whole.size();
    for (qsizetype i = 0; i < size; ++i) {
        if (word == 0) {
            qsizetype end = i;
            while (end < size && !whole[end].isSpace())
                ++end;
            word = end - i > longestWord ? 1 : -1;
        }
        if (whole[i].isSpace())
            word = 0;
        else if (word > 0 && word++ % piece == 0 && !whole[i].isLowSurrogate() && !whole[i].isMark())
            out += QChar(0x200b); // a line may end here
        out += whole[i];
    }
    return out;
}

} // namespace pc::views
