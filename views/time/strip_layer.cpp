// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/strip_layer.h"

#include "views/style/painting.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pc::views {

namespace {

constexpr int leastBar = 1;     ///< pixels; what is not nothing is seen
constexpr int leastRefused = 2; ///< of what needs somebody
constexpr int widthOfTick = 84; ///< the longest label and the room beside it, at 100 %
constexpr float runningAlpha = 0.5F;

} // namespace

void StripLayer::setHistogram(const TimeHistogram &histogram)
{
    m_histogram = histogram;
    m_highest = 0;
    bool lessThanAll = false;
    bool asRefused = hasRefused();
    for (qsizetype i = 0; i < buckets(); ++i) {
        m_highest = std::max(m_highest, allOf(i));
        lessThanAll = lessThanAll || histogram.matching.value(i) < allOf(i);
        asRefused = asRefused && histogram.matching.value(i) == histogram.refused.value(i);
    }
    m_tellsMatching = lessThanAll && !asRefused;
    m_valid = false;
}

void StripLayer::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_valid = false;
}

qsizetype StripLayer::buckets() const
{
    return m_histogram.bucketMs > 0 ? std::max(m_histogram.matching.size(), m_histogram.all.size()) : 0;
}

qint64 StripLayer::allOf(qsizetype bucket) const
{
    return m_histogram.all.isEmpty() ? m_histogram.matching.value(bucket) : m_histogram.all.value(bucket);
}

void StripLayer::render(const StripGeometry &geometry, const QSize &size, qreal ratio, const Theme &theme)
{
    if (m_valid && m_size == size && m_range == geometry.range() &&
        qFuzzyCompare(m_usual.devicePixelRatio(), ratio))
        return;
    m_size = size;
    m_range = geometry.range();
    m_valid = true;
    ++m_renderings;
    const int most = std::max(2, static_cast<int>(geometry.bars().width()) / theme.type.px(widthOfTick));
    m_ticks = models::axisTicks(m_range.from, m_range.to, most, m_zone);
    const StripColors colors = StripColors::of(theme.tokens);
    for (const bool chosen : {false, true}) {
        QPixmap layer(size * ratio);
        layer.setDevicePixelRatio(ratio);
        layer.fill(Qt::transparent);
        QPainter painter(&layer);
        painter.setLayoutDirection(Qt::LeftToRight);
        paintUncounted(painter, geometry, theme.tokens);
        paintBars(painter, geometry, colors, chosen);
        paintAxis(painter, geometry, theme.tokens);
        (chosen ? m_chosen : m_usual) = layer;
    }
}

void StripLayer::paintBars(QPainter &painter, const StripGeometry &geometry, const StripColors &colors,
                           bool chosen) const
{
    const QRectF area = geometry.bars();
    const qreal ratio = painter.device()->devicePixelRatio();
    const auto onPixel = [ratio](double x) { return std::round(x * ratio) / ratio; };
    const double floor = onPixel(area.bottom());
    const double top = static_cast<double>(std::max<qint64>(1, m_highest));
    const auto heightOf = [&](qint64 count, int least) {
        const double height = area.height() * static_cast<double>(count) / top;
        return count > 0 ? std::max<double>(least, onPixel(height)) : 0.0;
    };
    painter.setClipRect(area);
    for (qsizetype i = 0; i < buckets(); ++i) {
        const QDateTime start = m_histogram.startOf(i);
        const QDateTime end = std::min(m_histogram.startOf(i + 1), m_histogram.to);
        const double left = onPixel(geometry.xOf(start));
        const double right = onPixel(geometry.xOf(end));
        if (right < area.left() || left > area.right())
            continue;
        // A pixel of room between bars as soon as they have two for themselves.
        const double gap = right - left >= 3 / ratio ? (right - left >= 12 ? 2 : 1 / ratio) : 0;
        const double width = std::max(1 / ratio, right - left - gap);
        const bool running =
            m_histogram.asOf.isValid() && m_histogram.asOf >= start && m_histogram.asOf < end;
        painter.setOpacity(running ? runningAlpha : 1.0);
        const auto bar = [&](qint64 count, int least, const QColor &color) {
            const double height = heightOf(count, least);
            if (height > 0)
                painter.fillRect(QRectF(left, floor - height, width, height), color);
        };
        bar(allOf(i), leastBar, chosen ? colors.chosen : colors.usual);
        if (m_tellsMatching)
            bar(m_histogram.matching.value(i), leastBar, chosen ? colors.chosenMatching : colors.matching);
        bar(m_histogram.refused.value(i), leastRefused, colors.refused);
    }
    painter.setOpacity(1.0);
    painter.setClipping(false);
}

/// Hatched, not empty: what was not counted is unknown, and nothing is something else.
void StripLayer::paintUncounted(QPainter &painter, const StripGeometry &geometry, const Tokens &tokens) const
{
    if (!m_histogram.countedFrom.isValid())
        return;
    const QRectF unknown = geometry.spanRect({{}, m_histogram.countedFrom});
    if (unknown.width() < 1)
        return;
    const PainterScope scope(&painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(unknown);
    QColor ink = tokens.borderStrong;
    ink.setAlphaF(0.5F);
    painter.setPen(QPen(ink, 1));
    constexpr int step = 6;
    for (double x = unknown.left() - unknown.height(); x < unknown.right(); x += step)
        painter.drawLine(QPointF(x, unknown.bottom()), QPointF(x + unknown.height(), unknown.top()));
}

void StripLayer::paintAxis(QPainter &painter, const StripGeometry &geometry, const Tokens &tokens) const
{
    const QRectF area = geometry.bars();
    painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), tokens.border);
    for (const models::AxisTick &tick : m_ticks)
        painter.fillRect(QRectF(std::round(geometry.xOf(tick.at)), area.bottom(), 1, 4),
                         tick.begins ? tokens.text3 : tokens.border);
    const QDateTime kept = m_histogram.keptSince;
    if (kept.isValid() && kept > m_range.from && kept < m_range.to) {
        const double x = std::round(geometry.xOf(kept));
        painter.fillRect(QRectF(x, area.top(), 1, area.height()), tokens.text3);
    }
}

} // namespace pc::views
