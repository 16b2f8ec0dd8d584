// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chart_layer.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/style/tabular_digits.h"

#include <QAreaSeries>
#include <QChart>
#include <QFontMetrics>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QLocale>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {
constexpr int ring = 4; ///< kept free at both sides for the ring of the focus
} // namespace

ChartLayer::ChartLayer()
    : m_scene(std::make_unique<QGraphicsScene>()), m_chart(new QChart), m_x(new QValueAxis),
      m_y(new QValueAxis)
{
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setBackgroundVisible(false);
    m_chart->setMargins(QMargins());
    m_chart->legend()->hide();
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->addAxis(m_x, Qt::AlignBottom);
    m_chart->addAxis(m_y, Qt::AlignLeft);
    m_x->setVisible(false);
    m_y->setVisible(false);
    m_scene->addItem(m_chart);
}

ChartLayer::~ChartLayer() = default;

QColor ChartLayer::color(LineLook look, const Tokens &tokens)
{
    switch (look) {
    case LineLook::Served:
        return tokens.served;
    case LineLook::Throttled:
        return tokens.throttled;
    case LineLook::Errors:
        break;
    }
    return tokens.errors;
}

QPen ChartLayer::pen(LineLook look, const Tokens &tokens, double width)
{
    QPen pen(color(look, tokens), width);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    if (look == LineLook::Throttled)
        pen.setDashPattern({4, 2});
    else if (look == LineLook::Errors)
        pen.setDashPattern({1.5, 1.5});
    return pen;
}

void ChartLayer::setData(const ChartData &data)
{
    m_data = data;
    double most = data.maximum();
    if (data.limit > 0 && data.limit <= 3 * std::max(most, 1.0))
        most = std::max(most, data.limit * 1.05);
    m_scale = valueScale(most);
    makeSeries();
    m_valid = false;
}

void ChartLayer::makeSeries()
{
    if (m_series.size() != m_data.lines.size()) {
        m_chart->removeAllSeries();
        m_series.clear();
        for (const ChartLine &line : m_data.lines) {
            Series made;
            made.line = new QLineSeries;
            if (line.filled) {
                made.floor = new QLineSeries;
                made.area = new QAreaSeries(made.line, made.floor);
                m_chart->addSeries(made.area);
                made.area->attachAxis(m_x);
                made.area->attachAxis(m_y);
            } else {
                m_chart->addSeries(made.line);
                made.line->attachAxis(m_x);
                made.line->attachAxis(m_y);
            }
            m_series.append(made);
        }
    }
    // x counts buckets from the start of the range: milliseconds since the epoch would lose precision.
    const int buckets = m_data.buckets();
    m_x->setRange(0, std::max(1, buckets - 1));
    m_y->setRange(0, m_scale.top);
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        // The running bucket is no part of the line: see paintRunning().
        QList<QPointF> points;
        points.reserve(completeBuckets());
        for (int b = 0; b < completeBuckets(); ++b)
            points.append(QPointF(b, m_data.lines[i].values.value(b)));
        m_series[i].line->replace(points);
        if (m_series[i].floor)
            m_series[i].floor->replace(
                QList<QPointF>{QPointF(0, 0), QPointF(std::max(0, completeBuckets() - 1), 0)});
    }
}

void ChartLayer::layOut(const QSize &size, const Theme &theme)
{
    const QFont small = theme.type.font(TypeRole::Small);
    const QFontMetrics metrics(small);
    const QLocale locale;
    // The figures stand inside the ring of the focus.
    const int axis = ring + tabularWidth(small, locale.toString(static_cast<qint64>(m_scale.top))) + space::s;
    int ends = 0;
    for (const ChartLine &line : std::as_const(m_data.lines))
        ends = std::max(ends, metrics.horizontalAdvance(line.label));
    ends += ends > 0 ? 22 : 0;
    m_plot = QRectF(axis, 10, std::max(40, size.width() - axis - ends - ring),
                    std::max(30, size.height() - 10 - metrics.height() - 12));
}

const QPixmap &ChartLayer::pixmap(const QSize &size, qreal ratio, const Theme &theme)
{
    if (m_valid && m_size == size && qFuzzyCompare(m_pixmap.devicePixelRatio(), ratio))
        return m_pixmap;
    m_size = size;
    m_valid = true;
    ++m_renderings;
    layOut(size, theme);
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        const QPen line = pen(m_data.lines[i].look, theme.tokens);
        if (m_series[i].area) {
            QColor fill = line.color();
            fill.setAlphaF(theme.tokens.dark ? 0.16F : 0.09F);
            m_series[i].area->setBrush(fill);
            m_series[i].area->setPen(Qt::NoPen);
        } else {
            m_series[i].line->setPen(line);
        }
    }
    m_chart->resize(m_plot.size());
    m_chart->setPlotArea(QRectF(QPointF(0, 0), m_plot.size()));
    m_chart->layout()->activate();

    m_pixmap = QPixmap(size * ratio);
    m_pixmap.setDevicePixelRatio(ratio);
    m_pixmap.fill(Qt::transparent);
    QPainter painter(&m_pixmap);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGrid(painter, theme);
    m_scene->render(&painter, m_plot, QRectF(QPointF(0, 0), m_plot.size()));
    // An area's outline would also run along its floor and sides, so the upper line is stroked here.
    for (int i = 0; i < m_series.size(); ++i) {
        if (!m_series[i].area)
            continue;
        QPolygonF upper;
        for (int b = 0; b < completeBuckets(); ++b)
            upper.append(point(i, b));
        painter.setPen(pen(m_data.lines[i].look, theme.tokens));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(upper);
    }
    paintLimit(painter, theme); // above the lines: its words stand where they run
    paintRunning(painter, theme);
    paintEndLabels(painter, theme);
    return m_pixmap;
}

int ChartLayer::completeBuckets() const
{
    return m_data.running >= 0 ? m_data.running : m_data.buckets();
}

/// The bucket that is not over: a thin dotted way to a hollow mark, so that its low value does not read as a
/// fall. A single bucket is a mark too, because a line needs two points.
void ChartLayer::paintRunning(QPainter &painter, const Theme &theme) const
{
    const int last = m_data.buckets() - 1;
    const bool alone = completeBuckets() == 1;
    if (last < 0 || (m_data.running < 0 && !alone))
        return;
    for (int i = 0; i < m_data.lines.size(); ++i) {
        const QColor tone = color(m_data.lines[i].look, theme.tokens);
        if (alone) {
            painter.setPen(QPen(tone, 2));
            painter.setBrush(tone);
            painter.drawEllipse(point(i, 0), 3, 3);
        }
        if (m_data.running < 0)
            continue;
        painter.setPen(QPen(tone, 1, Qt::DotLine));
        if (m_data.running > 0)
            painter.drawLine(point(i, m_data.running - 1), point(i, m_data.running));
        painter.setPen(QPen(tone, 1.5));
        painter.setBrush(theme.tokens.surface);
        painter.drawEllipse(point(i, m_data.running), 3.5, 3.5);
    }
}

double ChartLayer::xOf(int bucket) const
{
    return m_plot.left() + m_plot.width() * bucket / std::max(1, m_data.buckets() - 1);
}

QPointF ChartLayer::point(int line, int bucket) const
{
    const double value = m_data.lines.value(line).values.value(bucket);
    return {xOf(bucket), m_plot.bottom() - m_plot.height() * value / m_scale.top};
}

int ChartLayer::bucketAt(double x) const
{
    const int last = m_data.buckets() - 1;
    if (last < 0 || m_plot.width() <= 0)
        return -1;
    return std::clamp(qRound((x - m_plot.left()) / m_plot.width() * last), 0, last);
}

void ChartLayer::paintGrid(QPainter &painter, const Theme &theme) const
{
    const Tokens &tokens = theme.tokens;
    const QLocale locale;
    const QFont small = theme.type.font(TypeRole::Small);
    const QFontMetrics metrics(small);
    for (double value = 0; value <= m_scale.top + m_scale.step / 2; value += m_scale.step) {
        const int y = qRound(m_plot.bottom() - m_plot.height() * value / m_scale.top);
        painter.fillRect(QRectF(m_plot.left(), y, m_plot.width(), 1),
                         value > 0 ? tokens.rowLine : tokens.border);
        painter.setPen(tokens.text3);
        drawTabular(&painter,
                    QRect(0, y - metrics.height() / 2, qRound(m_plot.left()) - space::s, metrics.height()),
                    Qt::AlignRight | Qt::AlignVCenter, small, locale.toString(static_cast<qint64>(value)));
    }
    const int buckets = m_data.buckets();
    if (buckets < 2)
        return;
    const QDateTime last = m_data.bucketStart(buckets - 1);
    const int most = std::max(2, static_cast<int>(m_plot.width()) / 92);
    const double perSecond = m_plot.width() / static_cast<double>(m_data.from.secsTo(last));
    for (const TimeTick &tick : timeTicks(m_data.from, last, most, locale)) {
        const double x = m_plot.left() + perSecond * static_cast<double>(m_data.from.secsTo(tick.at));
        const QFont font = theme.type.font(TypeRole::Small, tick.dayChange ? QFont::DemiBold : QFont::Normal);
        const int width = QFontMetrics(font).horizontalAdvance(tick.label) + 2;
        const double left = std::clamp(x - width / 2.0, double(ring), double(m_size.width() - width - ring));
        painter.fillRect(QRectF(qRound(x), m_plot.bottom(), 1, 4), tokens.border);
        painter.setFont(font);
        painter.setPen(tick.dayChange ? tokens.text : tokens.text3);
        painter.drawText(QRectF(left, m_plot.bottom() + 6, width, metrics.height()), Qt::AlignCenter,
                         tick.label);
    }
}

void ChartLayer::paintLimit(QPainter &painter, const Theme &theme) const
{
    if (m_data.limit < 0)
        return;
    const bool above = m_data.limit > m_scale.top;
    const double y = above ? m_plot.top() : m_plot.bottom() - m_plot.height() * m_data.limit / m_scale.top;
    const QFont font = theme.type.font(TypeRole::Caption, QFont::Medium);
    const QString text = above ? tr("%1, above this scale").arg(m_data.limitLabel) : m_data.limitLabel;
    if (!above) {
        QPen pen(theme.tokens.text2, 1);
        pen.setDashPattern({6, 2, 1, 2});
        painter.setPen(pen);
        painter.drawLine(QPointF(m_plot.left(), y + 0.5), QPointF(m_plot.right(), y + 0.5));
    }
    const QFontMetrics metrics(font);
    const double top = y - metrics.height() - 2 >= 0 && !above ? y - metrics.height() - 2 : y + 2;
    const QRectF ground(m_plot.left() + 2, top, metrics.horizontalAdvance(text) + 4, metrics.height());
    painter.fillRect(ground.intersected(m_plot.adjusted(0, -m_plot.top(), 0, 0)), theme.tokens.surface);
    painter.setFont(font);
    painter.setPen(theme.tokens.text2);
    // Not clipped: digits of another script may come from a taller font.
    painter.drawText(QRectF(m_plot.left() + 4, top, m_plot.width(), metrics.height()),
                     Qt::AlignLeft | Qt::TextDontClip, text);
}

void ChartLayer::paintEndLabels(QPainter &painter, const Theme &theme) const
{
    const QFont font = theme.type.font(TypeRole::Small, QFont::Medium);
    const QFontMetrics metrics(font);
    struct End
    {
        double y;
        int line;
    };
    QList<End> ends;
    for (int i = 0; i < m_data.lines.size(); ++i)
        ends.append({point(i, m_data.buckets() - 1).y(), i});
    std::stable_sort(ends.begin(), ends.end(), [](const End &a, const End &b) { return a.y < b.y; });
    // Labels give way upwards from the floor, so that three lines at zero stay readable.
    double floor = m_plot.bottom() + metrics.height() / 2.0;
    for (qsizetype i = ends.size() - 1; i >= 0; --i) {
        ends[i].y = std::min(ends[i].y, floor - metrics.height() / 2.0);
        floor = ends[i].y - metrics.height() / 2.0;
    }
    for (const End &end : std::as_const(ends)) {
        const ChartLine &line = m_data.lines[end.line];
        const double x = m_plot.right() + 5;
        painter.setPen(pen(line.look, theme.tokens));
        painter.drawLine(QPointF(x, end.y), QPointF(x + 10, end.y));
        painter.setFont(font);
        painter.setPen(theme.tokens.text2);
        painter.drawText(
            QRectF(x + 14, end.y - metrics.height() / 2.0, m_size.width() - x - 14, metrics.height()),
            Qt::AlignLeft | Qt::AlignVCenter, line.label);
    }
}

} // namespace pc::views
