// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/icons.h"
#include "views/style/type_scale.h"

#include <QWidget>

class QPainter;

namespace pc::views {

/// State pill: glyph and word on a tinted ground; never colour alone.
class Badge : public QWidget
{
    Q_OBJECT
public:
    explicit Badge(Severity severity = Severity::Neutral, Icon which = Icon::None, const QString &text = {},
                   QWidget *parent = nullptr);

    void set(Severity severity, Icon which, const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] Severity severity() const { return m_severity; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    /// For delegates: size needed, and painting into \p rect (height is centred, width is used up to the
    /// size).
    [[nodiscard]] static QSize sizeFor(const TypeScale &type, Icon which, const QString &text);
    static void paint(QPainter *painter, const QRect &rect, const Tokens &tokens, const TypeScale &type,
                      Severity severity, Icon which, const QString &text, Qt::LayoutDirection direction);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Severity m_severity;
    Icon m_icon;
    QString m_text;
};

} // namespace pc::views
