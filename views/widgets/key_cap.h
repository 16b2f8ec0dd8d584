// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/tokens.h"
#include "views/style/type_scale.h"

#include <QKeySequence>
#include <QWidget>

class QPainter;

namespace pc::views {

/// A shortcut in the words of the interface's language ("Strg+Z"): the one place in which they are written.
[[nodiscard]] QString keysText(const QKeySequence &keys);

/// A keyboard shortcut drawn as a key.
class KeyCap : public QWidget
{
    Q_OBJECT
public:
    explicit KeyCap(const QString &text = {}, QWidget *parent = nullptr);
    void setText(const QString &text);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    [[nodiscard]] static QSize sizeFor(const TypeScale &type, const QString &text);
    static void paint(QPainter *painter, const QRect &rect, const Tokens &tokens, const TypeScale &type,
                      const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace pc::views
