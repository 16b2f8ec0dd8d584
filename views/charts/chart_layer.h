// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/charts/chart_data.h"
#include "views/charts/chart_scale.h"
#include "views/style/theme.h"

#include <QCoreApplication>
#include <QGraphicsScene>
#include <QPixmap>
#include <QRectF>

#include <memory>

QT_BEGIN_NAMESPACE
class QAreaSeries;
class QChart;
class QLineSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace pc::views {

/// The part of a chart that does not move with the pointer: Qt Charts draws the lines, the axes and labels at
/// line ends are painted with round ticks; the whole is kept as one pixmap, because antialiased dashes are
/// too slow for every repaint.
class ChartLayer final
{
    Q_DECLARE_TR_FUNCTIONS(ChartLayer)
public:
    ChartLayer();
    ~ChartLayer();
    Q_DISABLE_COPY_MOVE(ChartLayer)

    void setData(const ChartData &data);
    /// The picture for a widget of this size; rendered again only when size, ratio, theme or data changed.
    const QPixmap &pixmap(const QSize &size, qreal ratio, const Theme &theme);
    void invalidate() { m_valid = false; }

    /// Where the lines stand, in widget coordinates; valid after pixmap().
    [[nodiscard]] QRectF plot() const { return m_plot; }
    [[nodiscard]] QPointF point(int line, int bucket) const;
    [[nodiscard]] double xOf(int bucket) const;
    [[nodiscard]] int bucketAt(double x) const;
    /// How often the layer was rendered; tests see that moving the crosshair does not.
    [[nodiscard]] int renderings() const { return m_renderings; }

    [[nodiscard]] static QColor color(LineLook look, const Tokens &tokens);
    [[nodiscard]] static QPen pen(LineLook look, const Tokens &tokens, double width = 2.0);

private:
    struct Series
    {
        QLineSeries *line = nullptr;
        QLineSeries *floor = nullptr;
        QAreaSeries *area = nullptr;
    };
    void makeSeries();
    void layOut(const QSize &size, const Theme &theme);
    void paintGrid(QPainter &painter, const Theme &theme) const;
    void paintEndLabels(QPainter &painter, const Theme &theme) const;
    void paintLimit(QPainter &painter, const Theme &theme) const;
    void paintRunning(QPainter &painter, const Theme &theme) const;
    [[nodiscard]] int completeBuckets() const;

    ChartData m_data;
    ValueScale m_scale;
    std::unique_ptr<QGraphicsScene> m_scene;
    QChart *m_chart;
    QValueAxis *m_x;
    QValueAxis *m_y;
    QList<Series> m_series;
    QRectF m_plot;
    QPixmap m_pixmap;
    QSize m_size;
    bool m_valid = false;
    int m_renderings = 0;
};

} // namespace pc::views
