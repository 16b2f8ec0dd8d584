// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time/strip_geometry.h"

#include "views/style/space.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>

namespace pc::views {

namespace {

constexpr int barsLeast = 46;     ///< without marks; with them they share the room
constexpr int barsWithMarks = 40; ///< below their row
constexpr int trackHeight = 3;
constexpr int trackGap = 1; ///< between the axis and the track

int captionHeight(const TypeScale &type)
{
    return QFontMetrics(type.font(TypeRole::Small)).height() + space::xs;
}

int marksHeight(const TypeScale &type)
{
    return QFontMetrics(type.font(TypeRole::Small)).height() + 2;
}

int labelsHeight(const TypeScale &type)
{
    return QFontMetrics(type.font(TypeRole::Small)).height() + 3;
}

} // namespace

int StripGeometry::height(const TypeScale &type, bool hasMarks)
{
    const int bars = hasMarks ? marksHeight(type) + type.px(barsWithMarks) : type.px(barsLeast + space::s);
    return captionHeight(type) + bars + trackGap + trackHeight + space::xs + labelsHeight(type) + 2;
}

StripGeometry::StripGeometry(const QSize &size, const TypeScale &type, bool hasMarks,
                             const models::TimeSpan &range)
    : m_range(range)
{
    const double width = std::max(1, size.width() - 2 * overhang);
    const auto row = [width](double top, double height) { return QRectF(overhang, top, width, height); };
    m_caption = row(0, captionHeight(type));
    m_marks = hasMarks ? row(m_caption.bottom(), marksHeight(type)) : QRectF();
    m_labels = row(size.height() - labelsHeight(type) - 2, labelsHeight(type));
    m_track = row(m_labels.top() - space::xs - trackHeight, trackHeight);
    const double top = hasMarks ? m_marks.bottom() : m_caption.bottom() + space::xs;
    m_bars = row(top, std::max(1.0, m_track.top() - trackGap - top));
}

double StripGeometry::xOf(const QDateTime &time) const
{
    const double length = static_cast<double>(m_range.milliseconds().value_or(0));
    if (length <= 0 || !time.isValid())
        return m_bars.left();
    return m_bars.left() + m_bars.width() * static_cast<double>(m_range.from.msecsTo(time)) / length;
}

QDateTime StripGeometry::timeAt(double x) const
{
    if (!m_range.isBounded())
        return {};
    const double part = std::clamp((x - m_bars.left()) / m_bars.width(), 0.0, 1.0);
    return m_range.from.addMSecs(std::llround(part * static_cast<double>(*m_range.milliseconds())));
}

QRectF StripGeometry::spanRect(const models::TimeSpan &span) const
{
    const auto inside = [this](double x) { return std::clamp(x, m_bars.left(), m_bars.right()); };
    const double left = span.from.isValid() ? inside(xOf(span.from)) : m_bars.left();
    const double right = span.to.isValid() ? inside(xOf(span.to)) : m_bars.right();
    return {left, m_bars.top(), std::max(0.0, right - left), m_bars.height()};
}

} // namespace pc::views
