// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pc::views {

/// Static grey shapes in the geometry of what will come; shown for a first load over 300 ms. No shimmer.
class Skeleton : public QWidget
{
    Q_OBJECT
public:
    enum class Shape { Table, Cards, Detail, Chart };

    explicit Skeleton(Shape shape = Shape::Table, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Shape m_shape;
};

} // namespace pc::views
