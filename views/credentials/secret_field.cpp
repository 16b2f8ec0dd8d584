// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/secret_field.h"

#include "contract/crypto/secret.h"
#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/style/tokens.h"
#include "views/style/type_scale.h"

#include <QPainter>

#include <algorithm>

namespace pc::views {

namespace {

constexpr int lastShown = 4;

/// Length of "pcx_cs_prd_": what is public anyway and tells which kind of secret it is.
qsizetype prefixLength(QByteArrayView text)
{
    qsizetype end = 0;
    for (int parts = 0; parts < 3 && end < text.size(); ++end) {
        if (text[end] == '_')
            ++parts;
    }
    return end;
}

} // namespace

SecretField::SecretField(const Secret &secret, QWidget *parent) : QWidget(parent), m_secret(secret)
{
    setObjectName(QStringLiteral("secretField"));
    setLayoutDirection(Qt::LeftToRight); // machine text
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const QByteArrayView text = m_secret.view();
    setAccessibleName(tr("Secret, hidden, ending in %1")
                          .arg(QString::fromLatin1(text.last(std::min<qsizetype>(lastShown, text.size())))));
}

void SecretField::setRevealed(bool revealed)
{
    m_revealed = revealed;
    update();
}

QSize SecretField::sizeHint() const
{
    return {360, TypeScale::of(this).px(space::control)};
}

void SecretField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = Tokens::of(this);
    paintBox(&painter, QRectF(rect()), space::radius, tokens.surface, tokens.borderStrong);
    const QByteArrayView text = m_secret.view();
    if (text.isEmpty())
        return;
    const QFont font = TypeScale::of(this).font(m_revealed ? TypeRole::MonoSmall : TypeRole::Mono);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(tokens.text);
    // Drawn character by character from the wiped buffer: no string of the whole secret is made.
    const qsizetype prefix = prefixLength(text);
    double x = 10;
    const double step = m_revealed ? std::min(metrics.horizontalAdvance(QLatin1Char('0')),
                                              (width() - 20.0) / double(text.size()))
                                   : metrics.horizontalAdvance(QLatin1Char('0'));
    const double base = (height() + metrics.ascent() - metrics.descent()) / 2;
    const auto draw = [&](QChar character) {
        painter.drawText(QPointF(x, base), QString(character));
        x += step;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool shown = m_revealed || i < prefix || i >= text.size() - lastShown;
        if (!shown && i - prefix >= 24) // a fixed number of dots: the length is nobody's business
            continue;
        draw(shown ? QChar(QLatin1Char(text[i])) : QChar(0x2022));
    }
}

} // namespace pc::views
