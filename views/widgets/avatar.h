// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/tokens.h"
#include "views/style/type_scale.h"

#include <QWidget>

class QPainter;

namespace pc::views {

/// Square letter tile; the tint depends on the name only, so it is the same everywhere.
class Avatar : public QWidget
{
    Q_OBJECT
public:
    explicit Avatar(const QString &name = {}, int size = 36, QWidget *parent = nullptr);
    void setName(const QString &name);
    [[nodiscard]] QSize sizeHint() const override;

    /// Tile colours for a name: readable text on its ground in both themes.
    [[nodiscard]] static SeverityColors colors(const QString &name, bool dark);
    static void paint(QPainter *painter, const QRect &rect, const Tokens &tokens, const TypeScale &type,
                      const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    int m_size;
};

} // namespace pc::views
